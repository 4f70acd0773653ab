package io.shiporskip.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.shiporskip.platform.SiteAddress;
import io.shiporskip.platform.SiteProperties;
import io.shiporskip.testing.SmtpSink;
import io.shiporskip.testing.SmtpSink.Mood;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Over real connections: to GreenMail for how a mail arrives, to a sink of our own for how a conversation can end. */
@Timeout(60)
class SmtpPostmanTests {

    private static final String SUBJECT = "Grüße aus Zürich — 十の道具, «ship» or “skip”? " + "länger ".repeat(20).strip();
    private static final String TEXT = "Hello\n\n.a line that begins with a dot\n.\nFrom here on\ntrailing space \n"
            + "äöü €  日本語 👍\n" + "a long line without an end ".repeat(100) + "\n";
    private static final String HTML = "<!DOCTYPE html><html><body style=\"color:#111\"><p>" + "ü".repeat(3000)
            + "</p></body></html>\n";

    private static final SiteAddress SITE = new SiteAddress(
            new SiteProperties(URI.create("https://shiporskip.example"), Path.of("target")));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aMailArrivesAsItWasWritten() throws Exception {
        withGreenMail(server -> {
            Outcome outcome = postman(server.getSmtp().getPort(), null).round().hand(mail("anna@example.org"));

            assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
            MimeMessage arrived = server.getReceivedMessages()[0];
            assertThat(arrived.getSubject()).isEqualTo(SUBJECT);
            assertThat(arrived.getFrom()[0]).hasToString("Ship or Skip <newsletter@shiporskip.example>");
            assertThat(arrived.getHeader("To", null)).isEqualTo("anna@example.org");
            assertThat(arrived.getHeader("Message-ID", null)).isEqualTo("<one@shiporskip.example>");
            assertThat(arrived.getHeader("MIME-Version", null)).isEqualTo("1.0");
            assertThat(arrived.getHeader("X-Test", null)).isEqualTo("yes");
            assertThat(arrived.getSentDate()).isNotNull();
            assertThat(arrived.getContentType()).startsWith("multipart/alternative");
            MimeMultipart parts = (MimeMultipart) arrived.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
            assertThat(parts.getBodyPart(0).getContent()).isEqualTo(TEXT.replace("\n", "\r\n"));
            assertThat(parts.getBodyPart(1).getContent()).isEqualTo(HTML.replace("\n", "\r\n"));
        });
    }

    @Test
    void whatTravelsIsAsciiInShortLines() throws Exception {
        withGreenMail(server -> {
            postman(server.getSmtp().getPort(), null).round().hand(mail("anna@example.org"));

            String source = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]);
            assertThat(source).isEqualTo(new String(source.getBytes(StandardCharsets.US_ASCII),
                    StandardCharsets.US_ASCII));
            assertThat(source.lines().filter(line -> !line.startsWith("Received:"))).allMatch(
                    line -> line.length() <= 78, "at most 78 characters");
            assertThat(source).contains("Content-Transfer-Encoding: quoted-printable")
                    .doesNotContain("multipart/mixed", "multipart/related");
        });
    }

    @Test
    void aSenderWhoseNameIsNotAsciiTravelsEncoded() throws Exception {
        withGreenMail(server -> {
            SmtpPostman postman = new SmtpPostman(server(server.getSmtp().getPort()),
                    new SenderProperties("Schöne Öl-Post 十 <newsletter@shiporskip.example>", null, 100), SITE);
            postman.round().hand(mail("anna@example.org"));

            MimeMessage arrived = server.getReceivedMessages()[0];
            assertThat(arrived.getHeader("From", null)).isASCII().startsWith("=?UTF-8?");
            assertThat(((InternetAddress) arrived.getFrom()[0]).getPersonal()).isEqualTo("Schöne Öl-Post 十");
        });
    }

    @Test
    void mailsComeBackToTheAddressForBounces() throws Exception {
        withGreenMail(server -> {
            Postman.Round round = postman(server.getSmtp().getPort(), "bounces@shiporskip.example").round();
            round.hand(mail("anna@example.org"));

            assertThat(server.getReceivedMessages()[0].getHeader("Return-Path", null))
                    .isEqualTo("<bounces@shiporskip.example>");
        });
    }

    @Test
    void theSameMailTriedAgainHasTheSameId() throws Exception {
        withGreenMail(server -> {
            try (Postman.Round round = postman(server.getSmtp().getPort(), null).round()) {
                round.hand(mail("anna@example.org"));
                round.hand(mail("anna@example.org"));
            }
            assertThat(server.getReceivedMessages()).extracting(message -> message.getHeader("Message-ID", null))
                    .containsExactly("<one@shiporskip.example>", "<one@shiporskip.example>");
        });
    }

    @Test
    void manyMailsGoOverOneConnection() throws Exception {
        try (SmtpSink sink = sink(Mood.TAKE); Postman.Round round = postman(sink.port(), null).round()) {
            for (int i = 0; i < 250; i++) {
                assertThat(round.hand(mail("reader" + i + "@example.org"))).isInstanceOf(Outcome.Accepted.class);
            }
            assertThat(sink.taken()).hasSize(250);
            assertThat(sink.connections()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({ "TAKE, Accepted", "DEFER_READER, Deferred", "REFUSE_READER, Refused",
        "REFUSE_READER_BY_POLICY, Unreachable",
        "FULL, Deferred", "DROP_AT_READER, Deferred", "DROP_AT_DATA, Deferred", "DEFER_MAIL, Deferred",
        "REFUSE_MAIL, Refused", "REFUSE_MAIL_FOR_READER, Refused", "SILENT_DROP, Unknown",
        "TAKE_AND_DROP, Unknown" })
    void eachEndOfAConversationIsTold(Mood mood, String outcome) throws IOException {
        try (SmtpSink sink = sink(mood, Mood.TAKE); Postman.Round round = postman(sink.port(), null).round()) {
            Outcome first = round.hand(mail("anna@example.org"));
            assertThat(first.getClass().getSimpleName()).as(first.answer()).isEqualTo(outcome);
            assertThat(first.answer()).isNotBlank().doesNotContain("anna");
            if (first instanceof Outcome.Refused refused) {
                assertThat(refused.address()).isEqualTo(mood == Mood.REFUSE_READER
                        || mood == Mood.REFUSE_MAIL_FOR_READER);
            }
            assertThat(round.hand(mail("ben@example.org"))).as("the next mail").isInstanceOf(Outcome.Accepted.class);
            boolean broke = mood.name().contains("DROP");
            assertThat(sink.connections()).isEqualTo(broke ? 2 : 1);
        }
    }

    @ParameterizedTest
    @CsvSource({ "GREET_BADLY", "REFUSE_SENDER", "CLOSING_AT_SENDER" })
    void aServerThatTakesNothingFromUsIsUnreachable(Mood mood) throws IOException {
        try (SmtpSink sink = new SmtpSink(folder.resolve("taken"), _ -> mood, 0);
                Postman.Round round = postman(sink.port(), null).round()) {
            assertThat(round.hand(mail("anna@example.org"))).isInstanceOf(Outcome.Unreachable.class);
        }
    }

    @Test
    void aPolicyForOneReaderOfManyIsNoFaultOfOurs() throws IOException {
        try (SmtpSink sink = sink(Mood.TAKE, Mood.REFUSE_READER_BY_POLICY);
                Postman.Round round = postman(sink.port(), null).round()) {
            assertThat(round.hand(mail("anna@example.org"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(round.hand(mail("ben@example.org"))).isInstanceOf(Outcome.Deferred.class);
        }
    }

    @Test
    void aServerThatClosesWhenToldAReaderIsTriedAgainOverANewConnection() throws IOException {
        try (SmtpSink sink = sink(Mood.CLOSING_AT_READER, Mood.TAKE);
                Postman.Round round = postman(sink.port(), null).round()) {
            assertThat(round.hand(mail("anna@example.org"))).isInstanceOf(Outcome.Deferred.class);
            assertThat(round.hand(mail("anna@example.org"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(sink.connections()).isEqualTo(2);
        }
    }

    @Test
    void noServerIsUnreachable() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        try (Postman.Round round = postman(nobody, null).round()) {
            assertThat(round.hand(mail("anna@example.org"))).isInstanceOf(Outcome.Unreachable.class);
        }
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileIsMadeAnew() throws IOException {
        Deque<Mood> moods = new ArrayDeque<>(List.of(Mood.TAKE, Mood.TAKE, Mood.CLOSING_AT_SENDER, Mood.TAKE));
        try (SmtpSink sink = new SmtpSink(folder.resolve("taken"), reader -> reader.isEmpty() && !moods.isEmpty()
                ? moods.removeFirst() : Mood.TAKE, 0); Postman.Round round = postman(sink.port(), null).round()) {
            assertThat(round.hand(mail("anna@example.org"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(round.hand(mail("ben@example.org"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(sink.connections()).isEqualTo(2);
        }
    }

    @Test
    void theAnswerToTheEndOfAMailIsWaitedForLonger() throws IOException {
        try (SmtpSink slow = new SmtpSink(folder.resolve("taken"), _ -> Mood.TAKE, 1_500);
                Postman.Round round = postman(slow.port(), null, Map.of("mail.smtp.timeout", "500")).round()) {
            assertThat(round.hand(mail("anna@example.org"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(round.hand(mail("ben@example.org"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(slow.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatSaysNothingBeforeIsNotWaitedForAsLong() throws IOException {
        try (SmtpSink sink = sink(Mood.TAKE, Mood.SILENT_AT_READER, Mood.TAKE);
                Postman.Round round = postman(sink.port(), null, Map.of("mail.smtp.timeout", "500")).round()) {
            assertThat(round.hand(mail("anna@example.org"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(round.hand(mail("ben@example.org"))).isInstanceOf(Outcome.Deferred.class);
            assertThat(round.hand(mail("ben@example.org"))).isInstanceOf(Outcome.Accepted.class);
        }
    }

    private SmtpSink sink(Mood... moods) throws IOException {
        Deque<Mood> left = new ArrayDeque<>(List.of(moods));
        return new SmtpSink(folder.resolve("taken"), reader -> reader.isEmpty() ? Mood.TAKE
                : left.size() > 1 ? left.removeFirst() : left.getFirst(), 0);
    }

    private static Mail mail(String to) {
        return new Mail("one@shiporskip.example", to, SUBJECT, TEXT, HTML, Map.of("X-Test", "yes"));
    }

    private static Postman postman(int port, @org.jspecify.annotations.Nullable String bounces) {
        return postman(port, bounces, Map.of());
    }

    private static Postman postman(int port, @org.jspecify.annotations.Nullable String bounces,
            Map<String, String> properties) {
        JavaMailSenderImpl server = server(port);
        server.getJavaMailProperties().putAll(properties);
        return new SmtpPostman(server, new SenderProperties(null, bounces, 100), SITE);
    }

    private static JavaMailSenderImpl server(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        return server;
    }

    private interface Use {

        void with(GreenMail server) throws Exception;
    }

    private static void withGreenMail(Use use) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            use.with(server);
        } finally {
            server.stop();
        }
    }
}

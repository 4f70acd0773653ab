package io.shiporskip.mail;

import io.shiporskip.platform.SiteAddress;
import io.shiporskip.platform.SiteProperties;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How a mail arrives in the mailbox of a mail server that somebody else wrote; docs/mail.md says how to set one up. Run with
 * {@code -Dmail.peer.port}, {@code -Dmail.peer.address} and {@code -Dmail.peer.mailbox}, the file in mbox format.
 */
@EnabledIfSystemProperty(named = "mail.peer.port", matches = "[0-9]+")
class PeerTests {

    private static final String SUBJECT = "Grüße: 十の道具 — «ship» or “skip”? 👍 " + "länger ".repeat(20).strip();
    private static final String TEXT = "Hello Anna,\n\n.a line that begins with a dot\n.\nFrom here on\ntrailing space \n"
            + "=3D is no escape; äöü € 日本語 👍\n" + "a long line without an end ".repeat(100) + "\n"
            + "x".repeat(5000) + "\n";
    private static final String HTML = "<!DOCTYPE html><html><body style=\"color:#111\"><p>" + "ü".repeat(3000)
            + "</p>\n<p>.</p></body></html>\n";

    @Test
    void aMailIsInTheMailboxAsItWasWritten() throws Exception {
        String address = System.getProperty("mail.peer.address");
        Path mailbox = Path.of(System.getProperty("mail.peer.mailbox"));
        String id = UUID.randomUUID() + "@shiporskip.example";
        try (Postman.Round round = postman().round()) {
            Outcome taken = round.hand(new Mail(id, address, SUBJECT, TEXT, HTML,
                    Map.of("List-Unsubscribe", "<https://shiporskip.example/newsletter/leave/" + "x".repeat(64) + ">",
                            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click", "List-Id",
                            "Weekly AI Tool Verdicts <weekly.shiporskip.example>")));
            assertThat(taken).isInstanceOf(Outcome.Accepted.class);
            assertThat(round.hand(new Mail("no." + id, "no-such-user-" + address, SUBJECT, TEXT, HTML, Map.of())))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                        assertThat(refused.address()).isTrue();
                        assertThat(refused.answer()).doesNotContain(address);
                    });
            assertThat(round.hand(new Mail("away." + id, "someone@elsewhere.example", SUBJECT, TEXT, HTML, Map.of())))
                    .isInstanceOf(Outcome.Deferred.class);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(mailbox)
                && Files.readString(mailbox, StandardCharsets.ISO_8859_1).contains(id));
        String all = Files.readString(mailbox, StandardCharsets.ISO_8859_1);
        String source = all.substring(all.lastIndexOf("\nFrom ", all.indexOf(id)) + 1);
        // The format sets a mark before lines that begin as its own divider does; whoever reads it takes the mark away.
        source = source.substring(source.indexOf('\n') + 1).replace("\n>From ", "\nFrom ");

        // An address has no place to fold.
        assertThat(source.lines().filter(line -> !line.startsWith("List-Unsubscribe:"))).allMatch(
                line -> line.length() <= 78, "at most 78 characters");
        assertThat(source.chars()).allMatch(character -> character < 128);
        MimeMessage arrived = new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(arrived.getHeader("Return-Path", null)).isEqualTo("<bounces@shiporskip.example>");
        assertThat(arrived.getHeader("From", null)).isEqualTo("Ship or Skip <newsletter@shiporskip.example>");
        assertThat(arrived.getHeader("To", null)).isEqualTo(address);
        assertThat(arrived.getHeader("Message-ID")).containsExactly("<" + id + ">");
        assertThat(arrived.getHeader("Date")).hasSize(1);
        assertThat(arrived.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(arrived.getHeader("List-Id", null)).isEqualTo("Weekly AI Tool Verdicts <weekly.shiporskip.example>");
        assertThat(arrived.getSubject()).isEqualTo(SUBJECT);
        MimeMultipart parts = (MimeMultipart) arrived.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(String.valueOf(parts.getBodyPart(0).getContent()).replace("\r\n", "\n")).isEqualTo(TEXT);
        assertThat(String.valueOf(parts.getBodyPart(1).getContent()).replace("\r\n", "\n")).isEqualTo(HTML);
    }

    private static Postman postman() {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(Integer.getInteger("mail.peer.port"));
        return new SmtpPostman(server, new SenderProperties(null, "bounces@shiporskip.example", 100),
                new SiteAddress(new SiteProperties(URI.create("https://shiporskip.example"), Path.of("target"))));
    }
}

package io.shiporskip.newsletter;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.shiporskip.mail.EmailAddress;
import io.shiporskip.mail.Outcome;
import io.shiporskip.testing.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** A lane over real SMTP, into GreenMail. */
@SpringBootTest(
        properties = { "shiporskip.catalogue=", "shiporskip.base-url=https://shiporskip.example",
            "shiporskip.newsletter.sending.mails-a-minute=60000", "shiporskip.newsletter.sending.lanes=1" })
@Import(TestDatabase.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class LaneWorkTests {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @Autowired
    LaneWork work;

    @Autowired
    Sending sending;

    @Autowired
    LeaveTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void start() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        start();
        int port = SERVER.getSmtp().getPort();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> port);
    }

    @BeforeEach
    @AfterEach
    void nothingThere() throws Exception {
        EditionRows.clear(jdbc);
        SERVER.purgeEmailFromAllMailboxes();
    }

    @Test
    void anEditionGoesToEveryoneWithTheirOwnLinkToLeave() throws Exception {
        EditionRows.confirmed(jdbc, 1, 3);
        UUID edition = EditionRows.composed(jdbc, 7);

        work.run("1", () -> false);

        assertThat(jdbc.sql("select state from edition").query(String.class).single()).isEqualTo("SENT");
        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(0, 0, 3, 0, 0, 0, 0));
        MimeMessage[] mails = SERVER.getReceivedMessages();
        assertThat(mails).hasSize(3);
        for (MimeMessage mail : mails) {
            String to = mail.getHeader("To", null);
            UUID subscriber = one("select id from subscriber where address = :value", to);
            UUID delivery = one("select id from delivery where subscriber_id = :value", subscriber);
            String leave = "https://shiporskip.example/newsletter/leave/" + tokens.of(subscriber);
            assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<" + leave + ">");
            assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(mail.getHeader("List-Id", null))
                    .isEqualTo("Weekly AI Tool Verdicts <weekly.shiporskip.example>");
            assertThat(mail.getHeader("Precedence")).isNull();
            assertThat(mail.getMessageID()).isEqualTo("<edition-7." + delivery + "@shiporskip.example>");
            assertThat(mail.getSubject()).contains("Devin: Ship");
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            for (int i = 0; i < 2; i++) {
                assertThat(String.valueOf(parts.getBodyPart(i).getContent())).contains(leave)
                        .doesNotContain(Letter.LEAVE);
            }
        }
        assertThat(Arrays.stream(mails).map(LaneWorkTests::to)).doesNotHaveDuplicates();
    }

    @Test
    void aLaneThatIsToStopEndsAfterTheMailInHand() {
        EditionRows.confirmed(jdbc, 1, 10);
        UUID edition = EditionRows.composed(jdbc, 1);
        AtomicInteger asked = new AtomicInteger();

        work.run("1", () -> asked.incrementAndGet() > 6);

        DeliveryCounts counts = sending.progress(edition);
        assertThat(counts.sending() + counts.unknown()).isZero();
        assertThat(counts.sent()).isBetween(1, 9);
        assertThat(SERVER.getReceivedMessages()).hasSize(counts.sent());
    }

    @Test
    void aMailForTryingOutIsNoDelivery() throws Exception {
        UUID edition = EditionRows.composed(jdbc, 3);

        assertThat(sending.sendTest(edition, new EmailAddress("editor@example.org")))
                .isInstanceOf(Outcome.Accepted.class);

        MimeMessage mail = SERVER.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("[Test] ");
        assertThat(to(mail)).isEqualTo("editor@example.org");
        assertThat(sending.progress(edition).total()).isZero();
    }

    private UUID one(String sql, Object value) {
        return jdbc.sql(sql).param("value", value).query(UUID.class).single();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getHeader("To", null);
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}

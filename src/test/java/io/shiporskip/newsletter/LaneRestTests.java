package io.shiporskip.newsletter;

import io.shiporskip.testing.SmtpSink;
import io.shiporskip.testing.SmtpSink.Mood;
import io.shiporskip.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** A lane before a mail server that takes nothing, and then does. */
@SpringBootTest(properties = { "shiporskip.catalogue=", "shiporskip.newsletter.sending.mails-a-minute=60000" })
@Import(TestDatabase.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class LaneRestTests {

    private static final SmtpSink SINK = sink();
    private static volatile Mood mood = Mood.GREET_BADLY;

    @Autowired
    LaneWork work;

    @Autowired
    Sending sending;

    @Autowired
    JdbcClient jdbc;

    private static SmtpSink sink() {
        try {
            return new SmtpSink(Files.createTempFile("taken", ".txt"), _ -> mood, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SINK::port);
    }

    @AfterAll
    static void close() throws IOException {
        SINK.close();
    }

    @Test
    void aServerThatTakesNothingIsAskedMoreSeldomAndNothingIsLost() {
        EditionRows.confirmed(jdbc, 1, 3);
        UUID edition = EditionRows.composed(jdbc, 1);

        assertThat(work.run("1", () -> false)).isEqualTo(Duration.ofSeconds(10));
        assertThat(work.run("1", () -> false)).isEqualTo(Duration.ofSeconds(20));
        mood = Mood.REFUSE_SENDER;
        assertThat(work.run("1", () -> false)).isEqualTo(Duration.ofSeconds(40));
        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(3, 0, 0, 0, 0, 0, 0));
        assertThat(jdbc.sql("select max(deferrals) from delivery").query(Integer.class).single()).isZero();

        mood = Mood.TAKE;
        jdbc.sql("update delivery set due_at = now()").update();
        assertThat(work.run("1", () -> false)).isEqualTo(Duration.ofSeconds(5));
        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(0, 0, 3, 0, 0, 0, 0));
        assertThat(SINK.taken()).hasSize(3);
    }
}

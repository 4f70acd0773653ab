package io.shiporskip.newsletter;

import io.shiporskip.mail.Mail;
import io.shiporskip.mail.Outcome;
import io.shiporskip.mail.Postman;
import io.shiporskip.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;

/** A lane when something goes wrong that no mail server is to blame for, and when one blames everybody. */
@SpringBootTest(properties = { "shiporskip.catalogue=", "shiporskip.newsletter.sending.mails-a-minute=60000" })
@Import(TestDatabase.class)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class LaneFailureTests {

    private static final Outcome TAKEN = new Outcome.Accepted("250 taken");

    @Autowired
    Deliveries deliveries;

    @Autowired
    Enrolment enrolment;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    Letters letters;

    @Autowired
    LetterMails mails;

    @Autowired
    SendingProperties properties;

    @Autowired
    Sending sending;

    @Autowired
    JdbcClient jdbc;

    private final List<Mail> handed = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void noRows() {
        EditionRows.clear(jdbc);
    }

    @Test
    void aDatabaseThatGoesAwayBetweenMailAndNoteIsWaitedForAndNothingIsSentTwice(CapturedOutput output) {
        EditionRows.confirmed(jdbc, 1, 5);
        UUID edition = EditionRows.composed(jdbc, 1);

        lane(letters, mail -> {
            if (handed.size() == 3) {
                HeldTable.until(database, "delivery",
                        () -> output.getAll().contains("cannot be noted and is tried again"));
            }
            return TAKEN;
        }).run("1", () -> false);

        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(0, 0, 5, 0, 0, 0, 0));
        assertThat(handed).hasSize(5).extracting(Mail::to).doesNotHaveDuplicates();
        assertThat(output).contains("cannot be noted and is tried again");
    }

    @Test
    void aFaultInTheConversationLeavesOneUnknownAndTheLaneRests() {
        EditionRows.confirmed(jdbc, 1, 3);
        UUID edition = EditionRows.composed(jdbc, 1);
        LaneWork lane = lane(letters, mail -> {
            if (handed.size() == 1) {
                throw new IllegalStateException("a fault of ours");
            }
            return TAKEN;
        });

        assertThat(lane.run("1", () -> false)).isEqualTo(Duration.ofSeconds(10));
        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(2, 0, 0, 0, 0, 1, 0));
        assertThat(sending.unknown(null, null, 10)).singleElement()
                .satisfies(unknown -> assertThat(unknown.answer()).contains("IllegalStateException"));

        lane.run("1", () -> false);
        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(0, 0, 2, 0, 0, 1, 0));
    }

    @Test
    void anEditionWithoutALetterDoesNotKeepTheNextOneAndIsMentionedOnce(CapturedOutput output) {
        EditionRows.confirmed(jdbc, 1, 2);
        UUID broken = EditionRows.composed(jdbc, 1);
        UUID whole = EditionRows.composed(jdbc, 2);
        LaneWork lane = lane(edition -> {
            if (edition.equals(broken)) {
                throw new IllegalStateException("no such template");
            }
            return letters.of(edition);
        }, _ -> TAKEN);

        lane.run("1", () -> false);
        lane.run("1", () -> false);

        assertThat(sending.progress(broken)).isEqualTo(new DeliveryCounts(2, 0, 0, 0, 0, 0, 0));
        assertThat(sending.progress(whole)).isEqualTo(new DeliveryCounts(0, 0, 2, 0, 0, 0, 0));
        assertThat(output.getAll().split("cannot be written, so it waits", -1)).hasSize(2);
    }

    @Test
    void aRelayThatRefusesEverybodyHaltsTheEditionAndCostsNoReader(CapturedOutput output) {
        EditionRows.confirmed(jdbc, 1, 50);
        UUID edition = EditionRows.composed(jdbc, 1);

        lane(letters, _ -> new Outcome.Refused("554 not from you", false)).run("1", () -> false);

        assertThat(handed).hasSize(Brake.MOST_IN_A_ROW);
        assertThat(state(edition)).isEqualTo("PAUSED");
        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(30, 0, 0, 20, 0, 0, 0));
        assertThat(jdbc.sql("select count(*) from subscriber where state = 'CONFIRMED'").query(Integer.class).single())
                .isEqualTo(50);
        assertThat(output).contains("is paused", "554 not from you", "docs/operations.md");
    }

    @Test
    void aServerThatNeverAnswersTheEndOfAMailHaltsTheEdition() {
        EditionRows.confirmed(jdbc, 1, 50);
        UUID edition = EditionRows.composed(jdbc, 1);

        lane(letters, _ -> new Outcome.Unknown("no answer")).run("1", () -> false);

        assertThat(state(edition)).isEqualTo("PAUSED");
        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(30, 0, 0, 0, 0, 20, 0));
    }

    @Test
    void whatALaneLeftInTheMiddleIsToldToTheOperator(CapturedOutput output) {
        EditionRows.confirmed(jdbc, 1, 1);
        UUID edition = EditionRows.composed(jdbc, 1);
        enrolment.enrol(edition);
        deliveries.claim(deliveries.takeOver("1"), edition, null);
        assertThat(output).doesNotContain("left in the middle");

        deliveries.takeOver("1");

        assertThat(output).contains("Newsletter lane 1 was left in the middle: of 1 deliveries");
    }

    private LaneWork lane(Letters of, Function<Mail, Outcome> server) {
        return new LaneWork(deliveries, enrolment, of, mails, new Postman() {

            @Override
            public Round round() {
                return new Round() {

                    @Override
                    public Outcome hand(Mail mail) {
                        handed.add(mail);
                        return server.apply(mail);
                    }

                    @Override
                    public void close() {
                        // Nothing is open.
                    }
                };
            }

            @Override
            public boolean delivers() {
                return true;
            }
        }, properties);
    }

    private String state(UUID edition) {
        return jdbc.sql("select state from edition where id = :id").param("id", edition).query(String.class).single();
    }
}

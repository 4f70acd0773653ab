package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;
import io.shiporskip.mail.Mail;
import io.shiporskip.mail.MailTemplates;
import io.shiporskip.mail.Outcome;
import io.shiporskip.mail.Postman;
import io.shiporskip.platform.SiteAddress;
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
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** A confirmation mail when the database goes away after the mail server has answered. */
@SpringBootTest(properties = "shiporskip.catalogue=")
@Import(TestDatabase.class)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class ConfirmationFailureTests {

    @Autowired
    ConfirmationTokens tokens;

    @Autowired
    Subscribers subscribers;

    @Autowired
    SiteAddress site;

    @Autowired
    MailTemplates templates;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void noRows() {
        EditionRows.clear(jdbc);
        jdbc.sql("delete from scheduled_tasks").update();
    }

    @Test
    void aMailThatIsToBeTriedAgainIsNotForgottenBecauseTheDatabaseIsAway(CapturedOutput output) {
        subscribers.signUp(new EmailAddress("anna@example.org"));
        UUID anna = jdbc.sql("select id from subscriber").query(UUID.class).single();
        Postman busy = new Postman() {

            @Override
            public Round round() {
                return new Round() {

                    @Override
                    public Outcome hand(Mail mail) {
                        HeldTable.until(database, "confirmation",
                                () -> output.getAll().contains("cannot be taken back"));
                        return new Outcome.Deferred("451 later");
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
        };

        assertThat(new ConfirmationMailing(tokens, subscribers, busy, site, templates).send(anna))
                .contains(Duration.ofMinutes(5));

        assertThat(jdbc.sql("select count(*) from confirmation").query(Integer.class).single()).isZero();
    }
}

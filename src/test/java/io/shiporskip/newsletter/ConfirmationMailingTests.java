package io.shiporskip.newsletter;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.shiporskip.mail.EmailAddress;
import io.shiporskip.mail.Mail;
import io.shiporskip.mail.Outcome;
import io.shiporskip.testing.VisitorTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The mail that asks for a confirmation: what it says, and what becomes of it. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class ConfirmationMailingTests {

    private static final String ADDRESS = "buy-cheap-pills-now@example.org";

    @Autowired
    Newsletter newsletter;

    @Autowired
    Subscribers subscribers;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    ConfirmationMailing mailing;

    @Autowired
    ConfirmationTokens tokens;

    @Autowired
    @Qualifier("confirmationTask")
    Task<Void> task;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    private UUID id;

    @BeforeEach
    void somebodyHasSignedUp() {
        newsletter.clear();
        subscribers.signUp(new EmailAddress(ADDRESS));
        id = newsletter.id(ADDRESS);
    }

    @Test
    void bothPartsBearTheLinkAndNothingThatAVisitorTyped() {
        mailing.send(id);
        Mail mail = newsletter.postman().mails().getFirst();
        Document html = Jsoup.parse(mail.html());
        String link = "http://localhost:8080/newsletter/confirm/" + newsletter.postman().lastToken();

        assertThat(mail.to()).isEqualTo(ADDRESS);
        assertThat(mail.headers()).containsEntry("Auto-Submitted", "auto-generated");
        assertThat(mail.messageId()).matches("confirmation[.][0-9a-f-]{36}@localhost");
        assertThat(mail.subject()).isEqualTo("Confirm your weekly e-mail from Ship or Skip");
        assertThat(mail.text()).contains(link).contains("72 hours").doesNotContain("&");
        assertThat(mail.text().lines()).allMatch(line -> line.length() <= 100);
        assertThat(html.select("a.button").attr("href")).isEqualTo(link);
        assertThat(html.text()).contains("72 hours");
        assertThat(List.of(mail.subject(), mail.text(), mail.html(), mail.messageId()))
                .noneMatch(part -> part.contains("pills") || part.contains("example.org"));
    }

    @Test
    void itReadsInLightAndDarkWithoutAnythingFromElsewhere() {
        mailing.send(id);
        Document html = Jsoup.parse(newsletter.postman().mails().getFirst().html());

        assertThat(html.select("img, script, link, iframe, form, [background]")).isEmpty();
        assertThat(html.select("a")).allMatch(a -> a.attr("href").startsWith("http://localhost:8080/"));
        assertThat(html.html()).contains("prefers-color-scheme: dark").doesNotContain("url(").doesNotContain("@import");
        assertThat(html.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
        assertThat(html.select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void whatWasTakenOverIsNotSentAgain() {
        assertThat(mailing.send(id)).isEmpty();
        assertThat(mailing.send(id)).isEmpty();

        assertThat(newsletter.postman().mails()).hasSize(1);
    }

    @Test
    void whatMayHaveGoneOutIsNotSentAgain() {
        newsletter.postman().answer(new Outcome.Unknown("the connection broke"));

        assertThat(mailing.send(id)).isEmpty();
        assertThat(mailing.send(id)).isEmpty();
        assertThat(newsletter.postman().mails()).hasSize(1);
        assertThat(subscribers.look(newsletter.postman().lastToken())).as("its link works").isPresent();
    }

    @Test
    void whatAProcessHadInHandWhenItDiedIsNotSentAgain() {
        assertThat(tokens.begin(id)).isPresent();

        assertThat(mailing.send(id)).isEmpty();
        assertThat(newsletter.postman().mails()).isEmpty();
    }

    @Test
    void whatWasRefusedForNowIsTriedAgainAfterGrowingPausesForADay() {
        Outcome notNow = new Outcome.Deferred("451 later");
        newsletter.postman().answer(notNow, new Outcome.Unreachable("no route"), notNow, notNow);

        assertThat(mailing.send(id)).contains(Duration.ofMinutes(5));
        String never = newsletter.postman().lastToken();
        newsletter.later(ADDRESS, 2);
        assertThat(mailing.send(id)).hasValueSatisfying(pause -> assertThat(pause).isBetween(Duration.ofHours(2),
                Duration.ofHours(2).plusMinutes(1)));
        newsletter.later(ADDRESS, 10);
        assertThat(mailing.send(id)).hasValueSatisfying(pause -> assertThat(pause).isBetween(Duration.ofHours(12),
                Duration.ofHours(12).plusMinutes(1)));
        newsletter.later(ADDRESS, 12);
        assertThat(mailing.send(id)).as("after a day").isEmpty();

        assertThat(newsletter.postman().mails()).hasSize(3);
        assertThat(subscribers.look(never)).as("a link that never went out").isEmpty();
    }

    @Test
    void anAddressThatItsServerRefusesIsWrittenToNoMore() {
        newsletter.postman().answer(new Outcome.Refused("550 no such user", true));

        assertThat(mailing.send(id)).isEmpty();
        assertThat(newsletter.state(ADDRESS)).isEmpty();
        assertThat(newsletter.suppressed(ADDRESS, suppressions)).isEqualTo("REFUSED");
    }

    @Test
    void aRefusalThatIsNotAboutTheAddressSuppressesNobody() {
        newsletter.postman().answer(new Outcome.Refused("554 we do not like your server", false));

        assertThat(mailing.send(id)).isEmpty();
        assertThat(newsletter.state(ADDRESS)).isEqualTo("WAITING");
        assertThat(suppressions.holds(new EmailAddress(ADDRESS))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "confirmed", "erased" })
    void nobodyGetsAMailWhoIsNotWaiting(String what) {
        mailing.send(id);
        if (what.equals("confirmed")) {
            subscribers.confirm(newsletter.postman().lastToken());
        } else {
            subscribers.erase(id);
        }
        newsletter.postman().forget();

        assertThat(mailing.send(id)).isEmpty();
        assertThat(newsletter.postman().mails()).isEmpty();
    }

    @Test
    void theQueueSendsItTriesAgainAndForgetsIt() {
        SettableClock clock = new SettableClock();
        clock.set(Instant.now().plusSeconds(1));
        ManualScheduler scheduler = TestHelper.createManualScheduler(database, task).clock(clock).build();
        newsletter.postman().answer(new Outcome.Deferred("451 later"));

        scheduler.runAnyDueExecutions();
        assertThat(newsletter.postman().mails()).hasSize(1);
        scheduler.runAnyDueExecutions();
        assertThat(newsletter.postman().mails()).as("before the pause is over").hasSize(1);

        clock.set(clock.now().plus(Duration.ofMinutes(6)));
        scheduler.runAnyDueExecutions();
        assertThat(newsletter.postman().mails()).hasSize(2);
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'newsletter-confirmation'")
                .query(Integer.class).single()).isZero();
    }
}

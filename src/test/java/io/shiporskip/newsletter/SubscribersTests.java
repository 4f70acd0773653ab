package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;
import io.shiporskip.newsletter.Subscribers.Confirmed;
import io.shiporskip.newsletter.Subscribers.Departure;
import io.shiporskip.newsletter.Subscribers.Return;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is stored of subscribers from the first sign-up to being forgotten, on the real database. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class SubscribersTests {

    private static final String ANNA = "anna@example.org";

    @Autowired
    Newsletter newsletter;

    @Autowired
    Subscribers subscribers;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    NewsletterKey key;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nobodyHasSignedUp() {
        newsletter.clear();
    }

    @Test
    void tenThousandSignUpsForOneAddressBringOneMail() throws Exception {
        List<EmailAddress> spellings = List.of(address(ANNA), address("ANNA@example.org"), address("Anna@EXAMPLE.ORG"));
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<?>> signUps = IntStream.range(0, 10_000)
                    .<Future<?>>mapToObj(i -> many.submit(() -> subscribers.signUp(spellings.get(i % 3)))).toList();
            for (Future<?> signUp : signUps) {
                signUp.get();
            }
        }

        assertThat(newsletter.workOff()).isEqualTo(1);
        assertThat(newsletter.postman().mails()).hasSize(1);
        assertThat(subscribers.counts()).isEqualTo(new SubscriberCounts(1, 0, 0, 0));
    }

    @Test
    void aMailADayIsTheMost() {
        String first = newsletter.waiting(ANNA);
        newsletter.later(ANNA, 23);
        subscribers.signUp(address(ANNA));
        assertThat(newsletter.workOff()).isZero();

        newsletter.later(ANNA, 1);
        String second = newsletter.waiting(ANNA);

        assertThat(newsletter.postman().mails()).hasSize(2);
        assertThat(second).isNotEqualTo(first);
        assertThat(subscribers.look(first)).as("the first link still works").contains(Confirmed.NOW);
        assertThat(subscribers.confirm(second)).contains(Confirmed.NOW);
        assertThat(subscribers.confirm(first)).contains(Confirmed.BEFORE);
    }

    @Test
    void aSignUpAndItsMailAreStoredTogetherOrNotAtAll() {
        transaction.executeWithoutResult(rolledBack -> {
            subscribers.signUp(address(ANNA));
            assertThat(rows("scheduled_tasks where task_name = 'newsletter-confirmation'")).isEqualTo(1);
            rolledBack.setRollbackOnly();
        });
        assertThat(newsletter.state(ANNA)).isEmpty();
        assertThat(rows("scheduled_tasks where task_name = 'newsletter-confirmation'")).isZero();

        subscribers.signUp(address(ANNA));
        assertThat(jdbc.sql("select task_instance from scheduled_tasks where task_name = 'newsletter-confirmation'"
                + " and task_data is null").query(String.class).list()).containsExactly(newsletter.id(ANNA).toString());
    }

    @Test
    void aKeyOfATransactionThatWasRolledBackIsNotRemembered() {
        NewsletterKey fresh = new NewsletterKey(jdbc);
        byte[] said = "x".getBytes(StandardCharsets.US_ASCII);
        byte[] ofTheSite = key.mac("test", said);
        byte[] lost = transaction.execute(rolledBack -> {
            rolledBack.setRollbackOnly();
            jdbc.sql("delete from newsletter_key").update();
            return fresh.mac("test", said);
        });

        assertThat(lost).isNotEqualTo(ofTheSite);
        assertThat(fresh.mac("test", said)).isEqualTo(ofTheSite);
    }

    @Test
    void theDatabaseKnowsNoTokenAndTheListNoAddress() {
        String token = newsletter.waiting(ANNA);
        assertThat(jdbc.sql("select count(*) from confirmation where encode(token_hash, 'escape') like '%' || ? || '%'")
                .param(token).query(Integer.class).single()).isZero();
        assertThat(token).hasSize(43);

        subscribers.confirm(token);
        UUID id = newsletter.id(ANNA);
        subscribers.erase(id);
        assertThat(jdbc.sql("select count(*) from suppression s where s::text ilike '%anna%'").query(Integer.class)
                .single()).isZero();
        assertThat(suppressions.holds(address("ANNA@EXAMPLE.ORG"))).isTrue();
        assertThat(suppressions.holds(address("ben@example.org"))).isFalse();
    }

    @Test
    void aLinkWorksFor72HoursAndIsThenInvalid() {
        String token = newsletter.waiting(ANNA);
        newsletter.later(ANNA, 71);
        assertThat(subscribers.look(token)).contains(Confirmed.NOW);

        newsletter.later(ANNA, 1);
        assertThat(subscribers.look(token)).isEmpty();
        assertThat(subscribers.confirm(token)).isEmpty();
        assertThat(newsletter.state(ANNA)).isEqualTo("WAITING");
    }

    @Test
    void lookingChangesNothing() {
        String token = newsletter.waiting(ANNA);
        for (int i = 0; i < 3; i++) {
            assertThat(subscribers.look(token)).contains(Confirmed.NOW);
        }
        assertThat(newsletter.state(ANNA)).isEqualTo("WAITING");
    }

    @Test
    void whoHasLeftGetsNoMailBySigningUpAndAnOldLinkBringsNobodyBack() {
        String confirm = newsletter.waiting(ANNA);
        subscribers.confirm(confirm);
        UUID id = newsletter.id(ANNA);
        assertThat(subscribers.leave(id)).isEqualTo(Departure.NOW);
        assertThat(subscribers.leave(id)).isEqualTo(Departure.BEFORE);

        newsletter.later(ANNA, 48);
        subscribers.signUp(address("ANNA@example.org"));
        assertThat(newsletter.workOff()).isZero();
        assertThat(subscribers.confirm(confirm)).isEmpty();
        assertThat(newsletter.state(ANNA)).isEqualTo("LEFT");
        assertThat(newsletter.suppressed(ANNA, suppressions)).isEqualTo("LEFT");
    }

    @Test
    void leavingDropsWhatWaitsToBeSentAndNothingElse() {
        newsletter.confirmed(ANNA);
        UUID id = newsletter.id(ANNA);
        for (String state : List.of("WAITING", "SENDING", "SENT", "UNKNOWN")) {
            delivery(id, state);
        }

        subscribers.leave(id);

        assertThat(jdbc.sql("select state from delivery where subscriber_id = ? order by state").param(id)
                .query(String.class).list()).containsExactly("DROPPED", "SENDING", "SENT", "UNKNOWN");
    }

    @Test
    void comingBackUndoesLeaving() {
        newsletter.confirmed(ANNA);
        UUID id = newsletter.id(ANNA);
        subscribers.leave(id);

        assertThat(subscribers.comeBack(id)).isEqualTo(Return.BACK);
        assertThat(subscribers.comeBack(id)).as("once more").isEqualTo(Return.BACK);
        assertThat(newsletter.state(ANNA)).isEqualTo("CONFIRMED");
        assertThat(newsletter.suppressed(ANNA, suppressions)).isEmpty();
        assertThat(subscribers.counts()).isEqualTo(new SubscriberCounts(0, 1, 0, 0));
    }

    @Test
    void thereIsNoWayBackWhereTheServerRefusedForGood() {
        newsletter.confirmed(ANNA);
        UUID id = newsletter.id(ANNA);
        subscribers.leave(id);
        subscribers.refusedForGood(id);

        assertThat(newsletter.suppressed(ANNA, suppressions)).isEqualTo("REFUSED");
        assertThat(subscribers.comeBack(id)).isEqualTo(Return.REFUSED);
        assertThat(newsletter.state(ANNA)).isEqualTo("LEFT");
        assertThat(newsletter.suppressed(ANNA, suppressions)).isEqualTo("REFUSED");
    }

    @Test
    void aServerThatRefusesForGoodEndsItInEachState() {
        newsletter.confirmed(ANNA);
        UUID id = newsletter.id(ANNA);
        delivery(id, "WAITING");
        subscribers.refusedForGood(id);
        assertThat(newsletter.state(ANNA)).isEqualTo("LEFT");
        assertThat(rows("delivery where state = 'DROPPED'")).isEqualTo(1);

        newsletter.waiting("ben@example.org");
        subscribers.refusedForGood(newsletter.id("ben@example.org"));
        assertThat(newsletter.state("ben@example.org")).isEmpty();
        assertThat(newsletter.suppressed("ben@example.org", suppressions)).isEqualTo("REFUSED");

        subscribers.refusedForGood(UUID.randomUUID());
        assertThat(rows("suppression")).isEqualTo(2);
    }

    @Test
    void erasingDeletesEverythingButTheHashAndTheCountOfTheDelivery() {
        newsletter.confirmed(ANNA);
        UUID id = newsletter.id(ANNA);
        delivery(id, "SENT");
        delivery(id, "WAITING");

        assertThat(subscribers.erase(id)).isTrue();
        assertThat(subscribers.erase(id)).isFalse();
        assertThat(subscribers.leave(id)).isEqualTo(Departure.UNKNOWN);
        assertThat(subscribers.comeBack(id)).isEqualTo(Return.UNKNOWN);
        assertThat(rows("subscriber")).isZero();
        assertThat(rows("confirmation")).isZero();
        assertThat(jdbc.sql("select state from delivery where subscriber_id is null order by state")
                .query(String.class).list()).containsExactly("DROPPED", "SENT");
        assertThat(newsletter.suppressed(ANNA, suppressions)).isEqualTo("LEFT");
    }

    @Test
    void whoOnlyWaitedAndLeavesIsErased() {
        newsletter.waiting(ANNA);

        assertThat(subscribers.leave(newsletter.id(ANNA))).isEqualTo(Departure.UNKNOWN);
        assertThat(newsletter.state(ANNA)).isEmpty();
        assertThat(suppressions.holds(address(ANNA))).isTrue();
    }

    @Test
    void whatHasHadItsTimeIsDeletedAndNothingBefore() {
        newsletter.waiting("waits@example.org");
        newsletter.later("waits@example.org", 71);
        newsletter.waiting("expired@example.org");
        newsletter.later("expired@example.org", 72);
        newsletter.confirmed("reads@example.org");
        newsletter.later("reads@example.org", 10_000);
        for (String left : List.of("left@example.org", "long-gone@example.org")) {
            newsletter.confirmed(left);
            subscribers.leave(newsletter.id(left));
        }
        newsletter.later("left@example.org", 24 * 30 - 1);
        newsletter.later("long-gone@example.org", 24 * 30);

        assertThat(subscribers.purge()).isEqualTo(2);
        assertThat(List.of("waits", "expired", "reads", "left", "long-gone"))
                .extracting(name -> newsletter.state(name + "@example.org"))
                .containsExactly("WAITING", "", "CONFIRMED", "LEFT", "");
        assertThat(suppressions.holds(address("long-gone@example.org"))).isTrue();
        assertThat(suppressions.holds(address("expired@example.org"))).as("can sign up again").isFalse();
        assertThat(rows("confirmation where expires_at <= now()")).isZero();
        assertThat(subscribers.purge()).isZero();
    }

    @Test
    void theDaysCountWhoSignedUpWhateverBecameOfThem() {
        newsletter.confirmed(ANNA);
        newsletter.waiting("ben@example.org");
        subscribers.signUp(address("ben@example.org"));
        subscribers.erase(newsletter.id(ANNA));

        List<SignUpsOfDay> days = subscribers.signUpsADay(28);

        assertThat(days).hasSize(28).extracting(SignUpsOfDay::on).isSorted()
                .endsWith(LocalDate.now(ZoneOffset.UTC));
        assertThat(days.getLast().signUps()).isEqualTo(2);
        assertThat(days.subList(0, 27)).extracting(SignUpsOfDay::signUps).containsOnly(0L);
        assertThat(jdbc.sql("select confirmed, ended from subscriber_day").query().singleRow())
                .containsEntry("confirmed", 1).containsEntry("ended", 1);
    }

    @Test
    void confirmedOnesAreReckonedBackFromToday() {
        newsletter.confirmed(ANNA);
        newsletter.confirmed("ben@example.org");
        jdbc.sql("update subscriber_day set day = day - 2").update();
        subscribers.leave(newsletter.id(ANNA));

        assertThat(subscribers.confirmedOnDays(4)).extracting(ConfirmedOnDay::confirmed).containsExactly(0L, 2L, 2L,
                1L);
    }

    @Test
    void oneIsFoundByPartOfAnAddressAndByStateInPages() {
        for (String name : List.of("anna", "ben_x", "benAx", "carl")) {
            newsletter.confirmed(name + "@example.org");
        }
        newsletter.waiting("dana@example.org");

        assertThat(found("", "EN_")).containsExactly("ben_x@example.org");
        assertThat(found("", "%")).isEmpty();
        assertThat(found("WAITING", "")).containsExactly("dana@example.org");
        assertThat(found("LEFT", "")).isEmpty();
        assertThat(found("'; drop table subscriber; --", "a@")).containsExactly("dana@example.org", "anna@example.org");
        List<SubscriberLine> first = subscribers.find("CONFIRMED", "", null, 3);
        assertThat(subscribers.find("CONFIRMED", "", first.getLast().id(), 3)).extracting(SubscriberLine::address)
                .containsExactly("anna@example.org");
    }

    private List<String> found(String state, String part) {
        return subscribers.find(state, part, null, 10).stream().map(SubscriberLine::address).toList();
    }

    private void delivery(UUID subscriber, String state) {
        UUID edition = jdbc.sql("""
                insert into edition (state, number, first_day, last_day, content, composed_at)
                select 'SENDING', n, date '2026-01-01' + n, date '2026-01-01' + n, '{}', now()
                from (select coalesce(max(number), 0) + 1 as n from edition) next returning id
                """).query(UUID.class).single();
        jdbc.sql("""
                insert into delivery (edition_id, subscriber_id, state, due_at, changed_at)
                values (:edition, :subscriber, :state, now(), now())
                """).param("edition", edition).param("subscriber", subscriber).param("state", state).update();
    }

    private int rows(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }
}

package io.shiporskip.newsletter;

import io.shiporskip.mail.Outcome;
import io.shiporskip.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Over committed rows, because what counts here is what one transaction sees of another. */
@SpringBootTest(properties = { "shiporskip.catalogue=", "shiporskip.newsletter.sending.pauses=1m,5m" })
@Import(TestDatabase.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class DeliveriesTests {

    private static final Outcome TAKEN = new Outcome.Accepted("250 taken");
    private static final Outcome LATER = new Outcome.Deferred("450 later");

    @Autowired
    Deliveries deliveries;

    @Autowired
    Enrolment enrolment;

    @Autowired
    Sending sending;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    @AfterEach
    void noRows() {
        EditionRows.clear(jdbc);
    }

    @Test
    void everyoneWhoHadConfirmedIsEnrolledOnceInChunks() {
        EditionRows.confirmed(jdbc, 1, Enrolment.CHUNK + 10);
        jdbc.sql("update subscriber set state = 'LEFT', left_at = now() where address = 'reader7@example.org'")
                .update();
        jdbc.sql("""
                insert into subscriber (address, state, signed_up_at, asked_at)
                values ('waiting@example.org', 'WAITING', now(), now())
                """).update();
        UUID edition = EditionRows.composed(jdbc, 1);
        jdbc.sql("""
                insert into subscriber (address, state, signed_up_at, asked_at, confirmed_at)
                values ('later@example.org', 'CONFIRMED', now(), now(), now())
                """).update();

        assertThat(enrolment.enrol(edition)).isTrue();
        assertThat(state(edition)).isEqualTo("COMPOSED");
        assertThat(enrolment.enrol(edition)).isFalse();
        assertThat(state(edition)).isEqualTo("SENDING");
        assertThat(enrolment.enrol(edition)).isFalse();

        assertThat(sending.progress(edition))
                .isEqualTo(new DeliveryCounts(Enrolment.CHUNK + 9, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void twoWhoEnrolAtOnceEnrolEverybodyOnce() throws Exception {
        EditionRows.confirmed(jdbc, 1, 2 * Enrolment.CHUNK + 10);
        UUID edition = EditionRows.composed(jdbc, 1);
        inParallel(4, () -> {
            while (state(edition).equals("COMPOSED")) {
                enrolment.enrol(edition);
            }
            return 0;
        });
        assertThat(sending.progress(edition).waiting()).isEqualTo(2 * Enrolment.CHUNK + 10);
    }

    @Test
    void lanesThatClaimAtOnceNeverShareADelivery() throws Exception {
        UUID edition = sendingTo(200);
        List<List<UUID>> had = inParallel(4, () -> {
            Lane lane = deliveries.takeOver(UUID.randomUUID().toString());
            List<UUID> mine = new ArrayList<>();
            Optional<Delivery> next = deliveries.claim(lane, edition, null);
            while (next.isPresent()) {
                mine.add(next.get().id());
                next = deliveries.settleAndClaim(lane, next.get(), TAKEN, Duration.ZERO, false);
            }
            return mine;
        });
        // What another lane has locked for a moment is passed by; it is found when a lane begins anew.
        Set<UUID> all = had.stream().flatMap(List::stream).collect(Collectors.toCollection(HashSet::new));
        assertThat(all).hasSize(had.stream().mapToInt(List::size).sum());
        assertThat(sending.progress(edition).sent()).isEqualTo(all.size());
        assertThat(sending.progress(edition).waiting()).isEqualTo(200 - all.size());
        assertThat(all).hasSizeGreaterThan(100);
    }

    @Test
    void whatARunLeftInTheMiddleIsUnknownAndNobodySendsItAgain() {
        UUID edition = sendingTo(1);
        Lane dead = deliveries.takeOver("1");
        assertThat(deliveries.claim(dead, edition, null)).isPresent();

        Lane next = deliveries.takeOver("1");

        assertThat(deliveries.claim(next, edition, null)).isEmpty();
        assertThat(sending.progress(edition).unknown()).isEqualTo(1);
        assertThat(sending.unknown(null, null, 10)).singleElement()
                .satisfies(unknown -> assertThat(unknown.edition()).isEqualTo(1));
        assertThat(deliveries.finish(edition)).contains(1);
    }

    @Test
    void anotherLaneIsLeftAlone() {
        UUID edition = sendingTo(2);
        Lane first = deliveries.takeOver("1");
        deliveries.claim(first, edition, null);
        deliveries.takeOver("2");
        assertThat(sending.progress(edition).sending()).isEqualTo(1);
    }

    @Test
    void aRunThatWasBelievedDeadNotesWhatItKnowsAndStops() {
        UUID edition = sendingTo(2);
        Lane zombie = deliveries.takeOver("1");
        Delivery inHand = deliveries.claim(zombie, edition, null).orElseThrow();
        deliveries.takeOver("1");

        assertThatThrownBy(() -> deliveries.settleAndClaim(zombie, inHand, TAKEN, Duration.ZERO, false))
                .isInstanceOf(LaneLost.class);

        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(1, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void aRunThatWasBelievedDeadDoesNotOvertakeAnOperator() {
        UUID edition = sendingTo(1);
        Lane zombie = deliveries.takeOver("1");
        Delivery inHand = deliveries.claim(zombie, edition, null).orElseThrow();
        Lane next = deliveries.takeOver("1");
        assertThat(sending.sendAgain(List.of(inHand.id()))).isOne();
        Delivery again = deliveries.claim(next, edition, null).orElseThrow();
        assertThat(again.id()).isEqualTo(inHand.id());

        deliveries.settle(zombie, inHand, TAKEN, Duration.ZERO, false);

        assertThat(sending.progress(edition).sending()).isEqualTo(1);
    }

    @Test
    void whatWasDeferredWaitsAndIsGivenUpAtLast() {
        UUID edition = sendingTo(1);
        Lane lane = deliveries.takeOver("1");
        for (int attempt = 1; attempt <= 3; attempt++) {
            Delivery delivery = deliveries.claim(lane, edition, null).orElseThrow();
            assertThat(delivery.deferrals()).isEqualTo(attempt - 1);
            deliveries.settle(lane, delivery, LATER, Duration.ZERO, false);
            assertThat(deliveries.claim(lane, edition, null)).as("before its time").isEmpty();
            jdbc.sql("update delivery set due_at = now() where state = 'WAITING'").update();
        }
        assertThat(sending.progress(edition).givenUp()).isEqualTo(1);
        assertThat(deliveries.finish(edition)).contains(1);
        assertThat(state(edition)).isEqualTo("SENT");
    }

    @Test
    void aServerThatTakesNothingCostsNoAttempt() {
        UUID edition = sendingTo(1);
        Lane lane = deliveries.takeOver("1");
        Delivery delivery = deliveries.claim(lane, edition, null).orElseThrow();

        deliveries.settle(lane, delivery, new Outcome.Unreachable("away"), Duration.ofSeconds(10), false);

        assertThat(jdbc.sql("select state, deferrals, due_at > now() as later from delivery").query().singleRow())
                .containsAllEntriesOf(Map.of("state", "WAITING", "deferrals", 0, "later", true));
        assertThat(deliveries.finish(edition)).isEmpty();
    }

    @Test
    void anAddressThatIsRefusedForGoodGetsNothingMore() {
        UUID edition = sendingTo(1);
        Lane lane = deliveries.takeOver("1");
        Delivery delivery = deliveries.claim(lane, edition, null).orElseThrow();

        deliveries.settle(lane, delivery, new Outcome.Refused("550 5.1.1 no such user", true), Duration.ZERO, false);

        assertThat(sending.progress(edition).refused()).isEqualTo(1);
        assertThat(jdbc.sql("select state from subscriber").query(String.class).single()).isEqualTo("LEFT");
    }

    @Test
    void aMailThatIsRefusedDoesNotCostTheReaderTheNextOne() {
        UUID edition = sendingTo(1);
        Lane lane = deliveries.takeOver("1");
        Delivery delivery = deliveries.claim(lane, edition, null).orElseThrow();

        deliveries.settle(lane, delivery, new Outcome.Refused("554 5.7.1 no", false), Duration.ZERO, false);

        assertThat(sending.progress(edition).refused()).isEqualTo(1);
        assertThat(jdbc.sql("select state from subscriber").query(String.class).single()).isEqualTo("CONFIRMED");
    }

    @Test
    void pausingIsRespectedAtOnceAndGoingOnEnrolsWhoIsLeft() {
        UUID edition = sendingTo(2);
        Lane lane = deliveries.takeOver("1");
        Delivery first = deliveries.claim(lane, edition, null).orElseThrow();

        assertThat(sending.pause(edition)).isTrue();
        assertThat(deliveries.settleAndClaim(lane, first, TAKEN, Duration.ZERO, false)).isEmpty();
        assertThat(deliveries.finish(edition)).isEmpty();

        assertThat(sending.resume(edition)).isTrue();
        assertThat(enrolment.enrol(edition)).isFalse();
        assertThat(deliveries.claim(lane, edition, null)).isPresent();
        assertThat(sending.pause(UUID.randomUUID())).isFalse();
    }

    @Test
    void anOddDeliveryIsAnOperatorsToDecide() {
        UUID edition = sendingTo(2);
        Lane lane = deliveries.takeOver("1");
        Optional<Delivery> next = deliveries.claim(lane, edition, null);
        while (next.isPresent()) {
            next = deliveries.settleAndClaim(lane, next.get(), new Outcome.Unknown("no answer"), Duration.ZERO, false);
        }
        assertThat(deliveries.finish(edition)).contains(1);
        List<OddDelivery> unknown = sending.unknown(null, null, 10);
        assertThat(unknown).hasSize(2).allSatisfy(one -> assertThat(one.answer()).isEqualTo("no answer"));

        assertThat(sending.takeAsSent(List.of(unknown.getFirst().id()))).isOne();
        assertThat(sending.takeAsSent(List.of(unknown.getFirst().id()))).isZero();
        assertThat(sending.before(Integer.MAX_VALUE, 1)).extracting(EditionLine::sent, EditionLine::unknown)
                .containsExactly(tuple(1L, 1L));
        assertThat(sending.sendAgain(List.of(unknown.getFirst().id()))).isZero();
        assertThat(state(edition)).isEqualTo("SENT");

        assertThat(sending.sendAgain(List.of(unknown.getLast().id()))).isOne();
        assertThat(state(edition)).isEqualTo("SENDING");
        assertThat(deliveries.claim(lane, edition, null)).map(Delivery::id).contains(unknown.getLast().id());
    }

    @Test
    void whatSomebodyShouldLookAtIsCountedAsLongAsItIsOfTheseDays() {
        UUID edition = sendingTo(3);
        Lane lane = deliveries.takeOver("1");
        Delivery first = deliveries.claim(lane, edition, null).orElseThrow();
        Delivery second = deliveries
                .settleAndClaim(lane, first, new Outcome.Refused("554 no", false), Duration.ZERO, false).orElseThrow();
        deliveries.settle(lane, second, new Outcome.Unknown("no answer"), Duration.ZERO, false);
        assertThat(sending.openProblems()).isEqualTo(new DeliveryProblems(1, 1));

        jdbc.sql("update delivery set changed_at = now() - interval '8 days'").update();
        assertThat(sending.openProblems()).isEqualTo(new DeliveryProblems(1, 0));
    }

    @Test
    void nothingIsSentAgainToWhoHasLeft() {
        UUID edition = sendingTo(1);
        Lane lane = deliveries.takeOver("1");
        Delivery delivery = deliveries.claim(lane, edition, null).orElseThrow();
        deliveries.settle(lane, delivery, new Outcome.Unknown("no answer"), Duration.ZERO, false);
        EditionRows.leave(jdbc, delivery.subscriber());

        assertThat(sending.sendAgain(List.of(delivery.id()))).isZero();
        assertThat(sending.unknown(1, null, 10)).singleElement().satisfies(one -> assertThat(one.reads()).isFalse());
        assertThat(sending.takeAsSent(List.of(delivery.id()))).isOne();
    }

    @Test
    void whatIsOddIsListedInPagesTheLatestFirst() {
        UUID edition = sendingTo(5);
        jdbc.sql("update delivery set state = 'REFUSED', answer = '554 no', changed_at = now()").update();
        jdbc.sql("update delivery set state = 'GIVEN_UP' where id = (select max(id::text)::uuid from delivery)")
                .update();

        List<OddDelivery> first = sending.failed(null, null, 3);
        List<OddDelivery> second = sending.failed(1, first.getLast().cursor(), 3);

        assertThat(first).hasSize(3).extracting(OddDelivery::what).containsExactly("Given up", "Refused", "Refused");
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(sending.failed(2, null, 3)).isEmpty();
        assertThat(sending.failed(null, "nonsense", 3)).isEqualTo(first);
        assertThat(sending.unknown(null, null, 3)).isEmpty();
        assertThat(sending.progress(edition).total()).isEqualTo(5);
    }

    @Test
    void theCommitThatNobodyKnowsOfIsUndone() {
        UUID edition = sendingTo(3);
        Lane lane = deliveries.takeOver("1");
        Delivery first = deliveries.claim(lane, edition, null).orElseThrow();
        // It was committed, and the connection broke before the answer came.
        deliveries.settleAndClaim(lane, first, TAKEN, Duration.ZERO, false);

        Optional<Delivery> second = deliveries.settleAndClaim(lane, first, TAKEN, Duration.ZERO, true);

        assertThat(second).isPresent();
        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(1, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void whatIsNotedTwiceDoesNotTakeTheMailFromTheLaneThatHasItNow() {
        UUID edition = sendingTo(1);
        Lane first = deliveries.takeOver("1");
        Lane second = deliveries.takeOver("2");
        Outcome away = new Outcome.Unreachable("away");
        Delivery before = deliveries.claim(first, edition, null).orElseThrow();
        // It was committed, and the connection broke before the answer came.
        deliveries.settle(first, before, away, Duration.ZERO, false);
        Delivery now = deliveries.claim(second, edition, null).orElseThrow();

        deliveries.settle(first, before, away, Duration.ZERO, true);

        assertThat(deliveries.claim(first, edition, null)).as("a second claim").isEmpty();
        deliveries.settle(second, now, TAKEN, Duration.ZERO, false);
        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void whatWasUndoneIsNotTakenForALaterTryOfTheSameLane() {
        UUID edition = sendingTo(2);
        Lane lane = deliveries.takeOver("1");
        Delivery first = deliveries.claim(lane, edition, null).orElseThrow();
        Delivery undone = deliveries.settleAndClaim(lane, first, TAKEN, Duration.ZERO, false).orElseThrow();
        Delivery again = deliveries.settleAndClaim(lane, first, TAKEN, Duration.ZERO, true).orElseThrow();

        assertThat(again.id()).isEqualTo(undone.id());
        assertThat(again.attempts()).isGreaterThan(undone.attempts());
    }

    @Test
    void leavingDuringASendWinsOverTheUnsentDelivery() throws Exception {
        UUID edition = sendingTo(2);
        Lane lane = deliveries.takeOver("1");
        Delivery first = deliveries.claim(lane, edition, null).orElseThrow();
        UUID other = jdbc.sql("select subscriber_id from delivery where state = 'WAITING'").query(UUID.class).single();
        CountDownLatch leaving = new CountDownLatch(1);
        CountDownLatch claimed = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> leave = threads.submit(() -> transaction.executeWithoutResult(_ -> {
                EditionRows.leave(jdbc, other);
                leaving.countDown();
                await(claimed);
            }));
            await(leaving);
            // The rows of who is leaving are locked: they are passed by and not waited for.
            assertThat(deliveries.settleAndClaim(lane, first, TAKEN, Duration.ZERO, false)).isEmpty();
            claimed.countDown();
            leave.get(10, TimeUnit.SECONDS);
        }
        assertThat(deliveries.claim(lane, edition, null)).isEmpty();
        assertThat(deliveries.finish(edition)).contains(1);
        assertThat(sending.progress(edition)).isEqualTo(new DeliveryCounts(0, 0, 1, 0, 0, 0, 1));
    }

    @Test
    void whoLeavesWhileTheirMailIsOnItsWayGetsNoSecondTry() {
        UUID edition = sendingTo(1);
        Lane lane = deliveries.takeOver("1");
        Delivery delivery = deliveries.claim(lane, edition, null).orElseThrow();
        transaction.executeWithoutResult(_ -> EditionRows.leave(jdbc, delivery.subscriber()));

        deliveries.settle(lane, delivery, LATER, Duration.ZERO, false);

        assertThat(sending.progress(edition).dropped()).isEqualTo(1);
        assertThat(deliveries.finish(edition)).contains(1);
    }

    @Test
    void manyWhoLeaveAtOnceLeaveNothingBehind() throws Exception {
        int readers = 100;
        UUID edition = sendingTo(readers);
        List<UUID> leaving = jdbc.sql("select id from subscriber order by random() limit 50").query(UUID.class).list();
        Set<UUID> left = java.util.concurrent.ConcurrentHashMap.newKeySet();
        List<UUID> sentAfterLeaving = java.util.Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<?> leaver = threads.submit(() -> leaving.forEach(subscriber -> {
                transaction.executeWithoutResult(_ -> EditionRows.leave(jdbc, subscriber));
                left.add(subscriber);
            }));
            List<Future<?>> lanes = new ArrayList<>();
            for (int i = 1; i <= 2; i++) {
                Lane lane = deliveries.takeOver("" + i);
                lanes.add(threads.submit(() -> {
                    while (deliveries.finish(edition).isEmpty() && state(edition).equals("SENDING")) {
                        Set<UUID> before = Set.copyOf(left);
                        Optional<Delivery> next = deliveries.claim(lane, edition, null);
                        next.filter(delivery -> before.contains(delivery.subscriber()))
                                .ifPresent(delivery -> sentAfterLeaving.add(delivery.subscriber()));
                        next.ifPresent(delivery -> deliveries.settle(lane, delivery, TAKEN, Duration.ZERO, false));
                    }
                }));
            }
            leaver.get(30, TimeUnit.SECONDS);
            for (Future<?> lane : lanes) {
                lane.get(30, TimeUnit.SECONDS);
            }
        }
        DeliveryCounts counts = sending.progress(edition);
        assertThat(sentAfterLeaving).isEmpty();
        assertThat(counts.waiting() + counts.sending()).isZero();
        assertThat(counts.sent() + counts.dropped()).isEqualTo(readers);
    }

    private UUID sendingTo(int readers) {
        EditionRows.confirmed(jdbc, 1, readers);
        UUID edition = EditionRows.composed(jdbc, 1);
        enrolment.enrol(edition);
        return edition;
    }

    private String state(UUID edition) {
        return jdbc.sql("select state from edition where id = :id").param("id", edition).query(String.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static <T> List<T> inParallel(int threads, java.util.concurrent.Callable<T> work) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(java.util.Collections.nCopies(threads, work))) {
                results.add(result.get());
            }
            return results;
        }
    }
}

package io.shiporskip.newsletter;

import io.shiporskip.mail.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of deliveries. Each change that leads to a mail is committed before the mail is said: whoever dies in the middle
 * leaves a row that says so.
 */
@Component
@EnableConfigurationProperties(SendingProperties.class)
class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Subscribers subscribers;
    private final SendingProperties sending;

    Deliveries(JdbcClient jdbc, Subscribers subscribers, SendingProperties sending) {
        this.jdbc = jdbc;
        this.subscribers = subscribers;
        this.sending = sending;
    }

    /**
     * Takes the place of whoever had this lane before. What that one left in the middle is unknown from now on.
     *
     * @return this run
     */
    @Transactional
    Lane takeOver(String name) {
        UUID run = UUID.randomUUID();
        // From here on the run before cannot claim any more: it locks this row for each claim.
        jdbc.sql(
                "insert into sending_lane (name, run) values (:name, :run) on conflict (name) do update set run = :run")
                .param("name", name).param("run", run).update();
        int unknown = jdbc.sql("""
                update delivery set state = 'UNKNOWN', changed_at = now(),
                       answer = 'The site ended before it had noted what the mail server answered.'
                 where lane = :name and state = 'SENDING'
                """).param("name", name).update();
        if (unknown > 0) {
            log.warn("Newsletter lane {} was left in the middle: of {} deliveries nobody knows whether they arrived",
                    name, unknown);
        }
        return new Lane(name, run);
    }

    /** Whether there is an edition that is not at its end. */
    boolean isWork() {
        return jdbc.sql("select exists (select from edition where state in ('COMPOSED', 'SENDING', 'PAUSED'))")
                .query(Boolean.class).single();
    }

    /** Whether a delivery of an edition may be due. */
    boolean isDue(UUID edition) {
        return jdbc.sql("""
                select exists (select from delivery where edition_id = :edition and state = 'WAITING' and due_at <= now())
                """).param("edition", edition).query(Boolean.class).single();
    }

    /** Editions that are in a state, the oldest first. */
    List<UUID> editions(EditionState state) {
        return jdbc.sql("select id from edition where state = :state order by number").param("state", state.name())
                .query(UUID.class).list();
    }

    /**
     * Marks the next delivery of an edition as being sent. Only the edition's own state, the subscriber's, and the moment count,
     * as they are now; what another lane has in hand is passed by.
     *
     * @param after what this lane had before, so that the rows that are done need not be passed again; nothing to begin anew
     * @throws LaneLost when the lane has another run
     */
    @Transactional
    Optional<Delivery> claim(Lane lane, UUID edition, @Nullable Delivery after) {
        hold(lane);
        return jdbc.sql("""
                with next as (
                    select d.id, s.id as subscriber_id, s.address
                      from delivery d
                      join subscriber s on s.id = d.subscriber_id and s.state = 'CONFIRMED'
                     where d.edition_id = :edition and d.state = 'WAITING' and d.due_at <= now()
                       and (d.due_at, d.id) > (:due, :id)
                       and exists (select from edition e where e.id = :edition and e.state = 'SENDING')
                     order by d.due_at, d.id
                     limit 1
                       for update of d skip locked)
                update delivery d
                   set state = 'SENDING', lane = :lane, attempts = d.attempts + 1, changed_at = now(), answer = null
                  from next
                 where d.id = next.id
                returning d.id, d.edition_id, next.subscriber_id, next.address, d.attempts, d.deferrals, d.due_at
                """).param("edition", edition).param("lane", lane.name())
                .param("due", at(after == null ? Instant.EPOCH : after.dueAt()))
                .param("id", after == null ? FIRST : after.id()).query(Deliveries::delivery).optional();
    }

    /**
     * Notes what became of a delivery, and marks the next one, in one commit.
     *
     * @param rest how long it waits when no mail of anybody goes out now
     * @param again whether this was tried before, and it is not known whether that was committed
     * @throws LaneLost when the lane has another run; the outcome is noted even then, by {@link #settle}
     */
    @Transactional(noRollbackFor = LaneLost.class)
    Optional<Delivery> settleAndClaim(Lane lane, Delivery delivery, Outcome outcome, Duration rest, boolean again) {
        settle(lane, delivery, outcome, rest, again);
        return claim(lane, delivery.edition(), delivery);
    }

    /** Notes what became of a delivery. */
    @Transactional(noRollbackFor = LaneLost.class)
    void settle(Lane lane, Delivery delivery, Outcome outcome, Duration rest, boolean again) {
        switch (outcome) {
            case Outcome.Accepted _ -> end(lane, delivery, DeliveryState.SENT, outcome);
            case Outcome.Unknown _ -> end(lane, delivery, DeliveryState.UNKNOWN, outcome);
            case Outcome.Refused refused -> {
                if (refused.address()) {
                    // The subscriber first: who erases one locks it before its deliveries.
                    subscribers.refusedForGood(delivery.subscriber());
                }
                end(lane, delivery, DeliveryState.REFUSED, outcome);
            }
            case Outcome.Deferred _ -> sending.pauseAfter(delivery.deferrals() + 1).ifPresentOrElse(
                    pause -> postpone(lane, delivery, outcome, pause, 1),
                    () -> end(lane, delivery, DeliveryState.GIVEN_UP, outcome));
            case Outcome.Unreachable _ -> postpone(lane, delivery, outcome, rest, 0);
        }
        if (again) {
            // After the outcome, which is known whoever has the lane now.
            hold(lane);
            // Marked by the commit of which nobody knew: this run has not begun with it.
            jdbc.sql("""
                    update delivery set state = 'WAITING', changed_at = now()
                     where lane = :lane and state = 'SENDING' and id <> :id
                    """).param("lane", lane.name()).param("id", delivery.id()).update();
        }
    }

    /**
     * A run that was believed dead still knows what the server said to the mail it had in hand, as long as nobody has decided
     * since. Lane and attempt name its own try; no later one has both.
     */
    private void end(Lane lane, Delivery delivery, DeliveryState state, Outcome outcome) {
        jdbc.sql("""
                update delivery set state = :state, changed_at = now(), answer = :answer
                 where id = :id and lane = :lane and attempts = :attempts and state in (:before)
                """).param("state", state.name()).param("before", state.before()).param("answer", outcome.answer())
                .param("id", delivery.id())
                .param("lane", lane.name()).param("attempts", delivery.attempts()).update();
    }

    private void postpone(Lane lane, Delivery delivery, Outcome outcome, Duration pause, int counted) {
        jdbc.sql("""
                update delivery d
                   set state = case when exists (select from subscriber s where s.id = d.subscriber_id
                                                    and s.state = 'CONFIRMED') then 'WAITING' else 'DROPPED' end,
                       due_at = now() + make_interval(secs => :pause), deferrals = deferrals + :counted,
                       changed_at = now(), answer = :answer
                 where id = :id and lane = :lane and attempts = :attempts and state = 'SENDING'
                """).param("pause", pause.toMillis() / 1000.0).param("counted", counted)
                .param("answer", outcome.answer()).param("id", delivery.id()).param("lane", lane.name())
                .param("attempts", delivery.attempts()).update();
    }

    /** Keeps the lane until the end of the transaction. */
    private void hold(Lane lane) {
        if (jdbc.sql("select 1 from sending_lane where name = :name and run = :run for share")
                .param("name", lane.name()).param("run", lane.run()).query(Integer.class).optional().isEmpty()) {
            throw new LaneLost(lane);
        }
    }

    /**
     * Ends an edition of which nothing waits and nothing is on its way. What waits for readers who left is dropped before.
     *
     * @return its number, where it ended just now
     */
    @Transactional
    Optional<Integer> finish(UUID edition) {
        // Locked in a statement of its own: the next ones then see what whoever had the lock has done.
        if (jdbc.sql("select 1 from edition where id = :id and state = 'SENDING' for update").param("id", edition)
                .query(Integer.class).optional().isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("""
                update delivery d set state = 'DROPPED', changed_at = now()
                 where edition_id = :id and state = 'WAITING'
                   and not exists (select from subscriber s where s.id = d.subscriber_id and s.state = 'CONFIRMED')
                """).param("id", edition).update();
        return jdbc.sql("""
                update edition set state = 'SENT', sent_at = now(), version = version + 1,
                       sent_to = (select count(*) from delivery where edition_id = :id and state = 'SENT')
                 where id = :id and not exists (select from delivery where edition_id = :id and state = 'WAITING')
                   and not exists (select from delivery where edition_id = :id and state = 'SENDING')
                returning number
                """).param("id", edition).query(Integer.class).optional();
    }

    /** Halts an edition; whether it was being sent, or was to be. */
    boolean pause(UUID edition) {
        return jdbc.sql("""
                update edition set state = 'PAUSED', version = version + 1 where id = :id and state in (:before)
                """).param("before", EditionState.PAUSED.before()).param("id", edition).update() == 1;
    }

    /** Lets a halted edition go on; whether it was halted. */
    boolean resume(UUID edition) {
        return jdbc.sql("""
                update edition set state = 'COMPOSED', version = version + 1 where id = :id and state = 'PAUSED'
                """).param("id", edition).update() == 1;
    }

    /** How far an edition is. */
    DeliveryCounts counts(UUID edition) {
        return jdbc.sql("""
                select count(*) filter (where state = 'WAITING') as waiting,
                       count(*) filter (where state = 'SENDING') as sending,
                       count(*) filter (where state = 'SENT') as sent,
                       count(*) filter (where state = 'REFUSED') as refused,
                       count(*) filter (where state = 'GIVEN_UP') as given_up,
                       count(*) filter (where state = 'UNKNOWN') as unknown,
                       count(*) filter (where state = 'DROPPED') as dropped
                  from delivery where edition_id = :edition
                """).param("edition", edition).query(DeliveryCounts.class).single();
    }

    /** What is unknown, and what failed within so many days. */
    DeliveryProblems problems(int days) {
        return jdbc.sql("""
                select (select count(*) from delivery where state = 'UNKNOWN') as unknown,
                       (select count(*) from delivery where state in ('REFUSED', 'GIVEN_UP')
                           and changed_at > now() - make_interval(days => :days)) as failed
                """).param("days", days).query(DeliveryProblems.class).single();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(row.getObject("id", UUID.class), row.getObject("edition_id", UUID.class),
                row.getObject("subscriber_id", UUID.class), row.getString("address"), row.getInt("attempts"),
                row.getInt("deferrals"),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}

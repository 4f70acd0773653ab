package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntUnaryOperator;

/** Who gets the weekly e-mail. Nobody else writes their rows. */
@Component
public class Subscribers {

    /** For how many days the address of somebody who left is kept, so that leaving can be undone. */
    public static final int KEPT_DAYS_AFTER_LEAVING = 30;

    /** So many rows are deleted in one statement: it takes a fraction of the time that a statement may take. */
    private static final int PURGED_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final SuppressionList suppressions;
    private final ConfirmationTokens tokens;
    private final ConfirmationQueue queue;
    private final SubscriberQuery query;

    Subscribers(JdbcClient jdbc, SuppressionList suppressions, ConfirmationTokens tokens, ConfirmationQueue queue,
            SubscriberQuery query) {
        this.jdbc = jdbc;
        this.suppressions = suppressions;
        this.tokens = tokens;
        this.queue = queue;
        this.query = query;
    }

    /** What came of a link to confirm. */
    enum Confirmed {
        NOW, BEFORE
    }

    /** What came of leaving. */
    enum Departure {
        /** Left just now. */
        NOW,
        /** Had left before. */
        BEFORE,
        /** Nothing is stored of the subscriber, or nothing any more. */
        UNKNOWN
    }

    /** What came of coming back. */
    enum Return {
        /** Gets the weekly e-mail, again or still. */
        BACK,
        /** The mail server of the address had refused for good. */
        REFUSED,
        /** Nothing is stored of the subscriber. */
        UNKNOWN
    }

    /**
     * Notes that somebody asked for the weekly e-mail with this address. At most one mail a day goes there, to let its owner
     * confirm; none where it is confirmed or suppressed. Whoever asks is not told which.
     */
    @Transactional
    public void signUp(EmailAddress address) {
        jdbc.sql("""
                insert into subscriber (address, state, signed_up_at, asked_at)
                select :address, 'WAITING', now(), now()
                where not exists (select from suppression where address_hash = :hash)
                on conflict (lower(address)) do update set asked_at = excluded.asked_at
                where subscriber.state = 'WAITING' and subscriber.asked_at <= excluded.asked_at - interval '1 day'
                returning id
                """).param("address", address.value()).param("hash", suppressions.hash(address)).query(UUID.class)
                .optional().ifPresent(queue::add);
    }

    /** Whether a link to confirm can be used, or was; nothing for one that is invalid or has expired. Changes nothing. */
    Optional<Confirmed> look(String token) {
        return tokens.open(token).flatMap(this::found)
                .map(subscriber -> subscriber.state() == SubscriberState.WAITING ? Confirmed.NOW : Confirmed.BEFORE);
    }

    /** Confirms by a link; nothing for one that is invalid or has expired. */
    @Transactional
    Optional<Confirmed> confirm(String token) {
        Optional<Subscriber> subscriber = tokens.open(token).flatMap(this::locked);
        if (subscriber.isEmpty()) {
            return Optional.empty();
        }
        if (subscriber.get().state() != SubscriberState.WAITING) {
            return Optional.of(Confirmed.BEFORE);
        }
        write(subscriber.get().become(SubscriberState.CONFIRMED));
        return Optional.of(Confirmed.NOW);
    }

    /** The state of a subscriber; nothing where nothing is stored. */
    Optional<SubscriberState> stateOf(UUID subscriber) {
        return found(subscriber).map(Subscriber::state);
    }

    /** Ends the weekly e-mail for a subscriber, at once: what waits to be sent is dropped. Who only waited is erased. */
    @Transactional
    Departure leave(UUID id) {
        Optional<Subscriber> subscriber = locked(id);
        if (subscriber.isEmpty()) {
            return Departure.UNKNOWN;
        }
        return switch (subscriber.get().state()) {
            case LEFT -> Departure.BEFORE;
            case CONFIRMED -> {
                end(subscriber.get(), SuppressionList.Reason.LEFT);
                yield Departure.NOW;
            }
            case WAITING -> {
                suppressions.add(subscriber.get().address(), SuppressionList.Reason.LEFT);
                delete(id);
                yield Departure.UNKNOWN;
            }
        };
    }

    /** Undoes leaving. What was dropped from a running edition stays dropped. */
    @Transactional
    Return comeBack(UUID id) {
        Optional<Subscriber> subscriber = locked(id);
        if (subscriber.isEmpty()) {
            return Return.UNKNOWN;
        }
        if (subscriber.get().state() == SubscriberState.LEFT) {
            if (!suppressions.release(subscriber.get().address())) {
                return Return.REFUSED;
            }
            write(subscriber.get().become(SubscriberState.CONFIRMED));
        }
        return Return.BACK;
    }

    /** Deletes what is stored of a subscriber, but for the keyed hash that keeps mail from the address; whether there was anything. */
    @Transactional
    public boolean erase(UUID id) {
        Optional<Subscriber> subscriber = locked(id);
        subscriber.ifPresent(known -> {
            suppressions.add(known.address(), SuppressionList.Reason.LEFT);
            dropDeliveries(id);
            delete(id);
        });
        return subscriber.isPresent();
    }

    /** Notes that the mail server of a subscriber's address refused it for good: no further mail goes there. */
    @Transactional
    public void refusedForGood(UUID id) {
        locked(id).ifPresent(subscriber -> {
            switch (subscriber.state()) {
                case CONFIRMED -> end(subscriber, SuppressionList.Reason.REFUSED);
                case LEFT -> suppressions.add(subscriber.address(), SuppressionList.Reason.REFUSED);
                case WAITING -> {
                    suppressions.add(subscriber.address(), SuppressionList.Reason.REFUSED);
                    delete(id);
                }
            }
        });
    }

    /**
     * Deletes what has had its time: links that have expired, those who never confirmed, and the addresses of those who left.
     * It does so in small steps, each with a commit of its own; what somebody else has in hand is left to the next time.
     *
     * @return how many subscribers were deleted
     */
    public int purge() {
        all(tokens::purge);
        int waiting = all(most -> jdbc.sql("""
                delete from subscriber where id in (
                    select id from subscriber s
                     where state = 'WAITING' and asked_at <= now() - make_interval(hours => :hours)
                       and not exists (select from confirmation c where c.subscriber_id = s.id)
                     limit :most for update skip locked)
                """).param("hours", ConfirmationTokens.HOURS).param("most", most).update());
        int left = all(most -> jdbc.sql("""
                delete from subscriber where id in (
                    select id from subscriber
                     where state = 'LEFT' and left_at <= now() - make_interval(days => :days)
                     limit :most for update skip locked)
                """).param("days", KEPT_DAYS_AFTER_LEAVING).param("most", most).update());
        return waiting + left;
    }

    private static int all(IntUnaryOperator step) {
        int all = 0;
        int some;
        do {
            some = step.applyAsInt(PURGED_AT_ONCE);
            all += some;
        } while (some == PURGED_AT_ONCE);
        return all;
    }

    /** Whether this is the name of a state that {@link #find} knows. */
    public static boolean isState(String text) {
        return Arrays.stream(SubscriberState.values()).anyMatch(one -> one.name().equals(text));
    }

    /** How many there are. */
    public SubscriberCounts counts() {
        return query.counts();
    }

    /**
     * How many signed up on each of the last days, today (UTC) the last of them; those who were deleted since count as well.
     *
     * @param days how many, at least 1
     */
    public List<SignUpsOfDay> signUpsADay(int days) {
        return query.signUpsADay(days);
    }

    /**
     * How many were confirmed at the end of each of the last days, today (UTC) the last of them. It is reckoned back from those
     * who are confirmed now.
     *
     * @param days how many, at least 1
     */
    public List<ConfirmedOnDay> confirmedOnDays(int days) {
        return query.confirmedOnDays(days);
    }

    /**
     * Subscribers, the latest sign-up first.
     *
     * @param state {@code WAITING}, {@code CONFIRMED} or {@code LEFT}; empty or any other text for all
     * @param part a part of their address, in letters of either case; empty for all
     * @param before the id of the one before them; nothing to begin
     * @param limit so many at most
     */
    public List<SubscriberLine> find(String state, String part, @Nullable UUID before, int limit) {
        return query.find(isState(state) ? SubscriberState.valueOf(state) : null, part, before, limit);
    }

    /** A subscriber; nothing where nothing is stored. */
    public Optional<SubscriberLine> line(UUID id) {
        return query.line(id);
    }

    private void end(Subscriber subscriber, SuppressionList.Reason reason) {
        write(subscriber.become(SubscriberState.LEFT));
        suppressions.add(subscriber.address(), reason);
        dropDeliveries(subscriber.id());
        // A link to confirm from an old mail must not bring anybody back.
        tokens.forget(subscriber.id());
    }

    private void write(Subscriber subscriber) {
        jdbc.sql("""
                update subscriber set state = :state, left_at = case when :state = 'LEFT' then now() end,
                    confirmed_at = coalesce(confirmed_at, now())
                where id = :id
                """).param("state", subscriber.state().name()).param("id", subscriber.id()).update();
    }

    private void dropDeliveries(UUID subscriber) {
        jdbc.sql(
                "update delivery set state = 'DROPPED', changed_at = now() where subscriber_id = :id and state = 'WAITING'")
                .param("id", subscriber).update();
    }

    private void delete(UUID subscriber) {
        jdbc.sql("delete from subscriber where id = :id").param("id", subscriber).update();
    }

    private Optional<Subscriber> found(UUID id) {
        return read("select id, address, state from subscriber where id = :id", id);
    }

    private Optional<Subscriber> locked(UUID id) {
        return read("select id, address, state from subscriber where id = :id for update", id);
    }

    private Optional<Subscriber> read(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id)
                .query((row, _) -> new Subscriber(row.getObject("id", UUID.class),
                        new EmailAddress(row.getString("address")), SubscriberState.valueOf(row.getString("state"))))
                .optional();
    }
}

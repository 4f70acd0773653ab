package io.shiporskip.newsletter;

import io.shiporskip.mail.Outcome;
import io.shiporskip.mail.Postman;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** What a lane does: it enrols readers, says one mail after the other, and ends editions of which nothing is left to do. */
@Component
class LaneWork {

    private static final Logger log = LoggerFactory.getLogger(LaneWork.class);
    private static final Duration BEFORE_NOTING_AGAIN = Duration.ofSeconds(1);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);

    private final Deliveries deliveries;
    private final Enrolment enrolment;
    private final Letters letters;
    private final LetterMails mails;
    private final Postman postman;
    private final SendingProperties sending;
    /** How often in a row a lane has asked the mail server in vain. */
    private final Map<String, Integer> inVain = new ConcurrentHashMap<>();
    private final Brake brake = new Brake();
    /** The editions of which the log says already that their letters cannot be written. */
    private final Set<UUID> unwritable = ConcurrentHashMap.newKeySet();

    LaneWork(Deliveries deliveries, Enrolment enrolment, Letters letters, LetterMails mails, Postman postman,
            SendingProperties sending) {
        this.deliveries = deliveries;
        this.enrolment = enrolment;
        this.letters = letters;
        this.mails = mails;
        this.postman = postman;
        this.sending = sending;
    }

    /**
     * Sends until nothing is due.
     *
     * @param name of the lane
     * @param stopping whether to end after the mail in hand
     * @return how long to wait before it is called again
     */
    Duration run(String name, BooleanSupplier stopping) {
        if (!postman.delivers() || !deliveries.isWork()) {
            return sending.lookAgain();
        }
        Lane lane = deliveries.takeOver(name);
        for (UUID edition : deliveries.editions(EditionState.COMPOSED)) {
            boolean more = true;
            while (more && !stopping.getAsBoolean()) {
                more = enrolment.enrol(edition);
            }
        }
        try {
            for (UUID edition : deliveries.editions(EditionState.SENDING)) {
                Optional<Duration> rest = send(lane, edition, stopping);
                if (rest.isPresent()) {
                    return rest.get();
                }
                if (stopping.getAsBoolean()) {
                    break;
                }
                deliveries.finish(edition).ifPresent(number -> report(number, deliveries.counts(edition)));
            }
        } catch (LaneLost e) {
            log.warn("Newsletter {}; this one stops", e.getMessage());
        }
        return sending.lookAgain();
    }

    /** Ends a lane that is not wanted any more. What it left in the middle is unknown, as of any other. */
    void end(String name) {
        deliveries.takeOver(name);
    }

    /** Sends what is due of an edition; how long to rest, where the mail server takes nothing. */
    private Optional<Duration> send(Lane lane, UUID edition, BooleanSupplier stopping) {
        if (!deliveries.isDue(edition)) {
            return Optional.empty();
        }
        // Before anything is marked: a letter that cannot be written must not make deliveries unknown.
        Optional<Letter> letter = letter(edition);
        if (letter.isEmpty()) {
            return Optional.empty();
        }
        Pace pace = new Pace(sending.mailsAMinute(), sending.lanes());
        try (Postman.Round round = postman.round()) {
            Optional<Delivery> next = deliveries.claim(lane, edition, null);
            while (next.isPresent()) {
                Delivery delivery = next.get();
                pace.take();
                Said said = hand(round, letter.get(), delivery);
                boolean halted = brake.isReached(edition, said.outcome());
                if (halted || said.rests()) {
                    Duration rest = said.rests() ? rest(lane, said.outcome()) : Duration.ZERO;
                    note(lane, delivery, said.outcome(), rest, false, stopping);
                    if (halted) {
                        halt(edition, said.outcome());
                    }
                    return said.rests() ? Optional.of(rest) : Optional.empty();
                }
                if (inVain.remove(lane.name()) != null) {
                    log.info("Newsletter lane {} sends again", lane.name());
                }
                // One commit for both, unless the next one has to wait: what waits is not marked as being sent.
                boolean goOn = pace.isFree() && !stopping.getAsBoolean();
                next = note(lane, delivery, said.outcome(), Duration.ZERO, goOn, stopping);
                if (!goOn) {
                    pace.await(stopping);
                    next = stopping.getAsBoolean() ? Optional.empty() : deliveries.claim(lane, edition, delivery);
                }
            }
        }
        return Optional.empty();
    }

    /** The letter of an edition; nothing where it cannot be written, which must not keep those after it. */
    private Optional<Letter> letter(UUID edition) {
        try {
            Letter letter = letters.of(edition);
            mails.check(letter);
            unwritable.remove(edition);
            return Optional.of(letter);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            if (unwritable.add(edition)) {
                log.error("Newsletter the letter of edition {} cannot be written, so it waits", edition, e);
            }
            return Optional.empty();
        }
    }

    /**
     * What became of a mail.
     *
     * @param rests whether the lane does not go on with the next one at once
     */
    private record Said(Outcome outcome, boolean rests) {}

    private Said hand(Postman.Round round, Letter letter, Delivery delivery) {
        try {
            Outcome outcome = round.hand(mails.of(letter, delivery));
            return new Said(outcome, outcome instanceof Outcome.Unreachable);
        } catch (RuntimeException e) {
            // A fault of ours. How far the conversation had come nobody can say.
            log.error("Newsletter the conversation about delivery {} failed", delivery.id(), e);
            return new Said(new Outcome.Unknown("The site failed: " + e.getClass().getSimpleName()), true);
        }
    }

    private void halt(UUID edition, Outcome outcome) {
        if (deliveries.pause(edition)) {
            log.error("""
                    Newsletter edition {} is paused: of {} mails in a row the mail server took none ({}). \
                    See to it that this site may send there as shiporskip.mail.from, then let the edition go on: \
                    docs/operations.md says how under "An edition that was paused"\
                    """, edition, Brake.MOST_IN_A_ROW, outcome.answer());
        }
    }

    private Duration rest(Lane lane, Outcome outcome) {
        int failures = inVain.merge(lane.name(), 1, Integer::sum);
        if (failures == 1) {
            log.warn(
                    "Newsletter lane {} rests, because the mail server takes nothing ({}); it tries again until it does",
                    lane.name(), outcome.answer());
        }
        return Rests.after(failures);
    }

    /** What the server said is noted before anything else happens, and for that a database that is away is waited for. */
    private Optional<Delivery> note(Lane lane, Delivery delivery, Outcome outcome, Duration rest, boolean goOn,
            BooleanSupplier stopping) {
        @Nullable
        RuntimeException failure = null;
        long complained = 0;
        do {
            try {
                if (goOn) {
                    return deliveries.settleAndClaim(lane, delivery, outcome, rest, failure != null);
                }
                deliveries.settle(lane, delivery, outcome, rest, failure != null);
                return Optional.empty();
            } catch (DataAccessException | TransactionException e) {
                if (failure == null || System.nanoTime() - complained >= BETWEEN_COMPLAINTS.toNanos()) {
                    log.warn("Newsletter what became of delivery {} cannot be noted and is tried again", delivery.id(),
                            e);
                    complained = System.nanoTime();
                }
                failure = e;
                pause();
            }
        } while (!stopping.getAsBoolean() && !Thread.currentThread().isInterrupted());
        throw failure;
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_NOTING_AGAIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void report(int number, DeliveryCounts counts) {
        log.info("Newsletter edition {} was sent to {} of {}: {} refused, {} given up, {} unknown, {} dropped", number,
                counts.sent(), counts.total(), counts.refused(), counts.givenUp(), counts.unknown(),
                counts.dropped());
    }
}

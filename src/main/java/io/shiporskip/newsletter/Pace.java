package io.shiporskip.newsletter;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Keeps a lane to its share of the mails a minute. For one thread. */
final class Pace {

    private static final long LONGEST_NAP = Duration.ofMillis(200).toNanos();

    private final long interval;
    private long next = System.nanoTime();

    /** @param lanes how many share the mails a minute */
    Pace(int mailsAMinute, int lanes) {
        interval = Duration.ofMinutes(1).toNanos() * lanes / mailsAMinute;
    }

    /** Notes that a mail goes now; what was not used of the time before is lost, so that no burst follows a silence. */
    void take() {
        next = Math.max(next + interval, System.nanoTime());
    }

    /** Whether a mail may go now. */
    boolean isFree() {
        return System.nanoTime() - next >= 0;
    }

    /** Waits until a mail may go. An interrupt ends the wait and is kept. */
    void await(BooleanSupplier stopping) {
        while (!isFree() && !stopping.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(Duration.ofNanos(Math.clamp(next - System.nanoTime(), 1, LONGEST_NAP)));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

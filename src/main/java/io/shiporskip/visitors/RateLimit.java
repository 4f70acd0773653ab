package io.shiporskip.visitors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How much each sender may do in a period. It counts in memory, each copy of the site for itself.
 *
 * @param <S> what tells one sender from another
 */
public final class RateLimit<S> {

    private static final long MOST_SENDERS = 100_000;

    private final int allowed;
    private final Duration period;
    private final Cache<S, Bucket> senders;

    /** @param allowed so often in each period */
    public RateLimit(int allowed, Duration period) {
        this.allowed = allowed;
        this.period = period;
        this.senders = Caffeine.newBuilder().maximumSize(MOST_SENDERS).expireAfterAccess(period.multipliedBy(2))
                .build();
    }

    /** Takes one from what a sender has left; where there is nothing left, how many seconds to wait, 1 at least. */
    public OptionalLong takeOne(S sender) {
        ConsumptionProbe probe = senders.get(sender, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? OptionalLong.empty()
                : OptionalLong.of(Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1)));
    }

    private Bucket bucket() {
        return Bucket.builder().addLimit(limit -> limit.capacity(allowed).refillIntervally(allowed, period)).build();
    }
}

package io.shiporskip.newsletter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.shiporskip.visitors.Network;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/** How many sign-ups are taken from one network. It is known in memory alone, by each copy of the site for itself. */
@Component
class SignUpLimit {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final long MOST_NETWORKS = 100_000;

    private final int allowed;
    private final Cache<Network, Bucket> networks = Caffeine.newBuilder().maximumSize(MOST_NETWORKS)
            .expireAfterAccess(PERIOD.multipliedBy(2)).build();

    SignUpLimit(SignUpProperties properties) {
        this.allowed = properties.signUpsAnHour();
    }

    /** Takes one sign-up from a network; how long to wait where there were too many. */
    Optional<Duration> takeOne(Network network) {
        ConsumptionProbe probe = networks.get(network, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder().addLimit(limit -> limit.capacity(allowed).refillIntervally(allowed, PERIOD)).build();
    }
}

package io.shiporskip.visitors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.shiporskip.platform.OneClickLeave;
import io.shiporskip.platform.SafeMethods;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Refuses a flood of changes with 429: more than so many in a minute from one visitor, or from one network's browsers that
 * are no visitors yet. Who shares a network with others has a limit of their own from the first vote on. It counts in memory,
 * each copy of the site for itself. Mail providers, which leave for many readers at once, are not counted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class FloodGuard extends OncePerRequestFilter {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final long MOST_SENDERS = 100_000;

    private final Visitors visitors;
    private final int allowed;
    private final Cache<Object, Bucket> senders = Caffeine.newBuilder().maximumSize(MOST_SENDERS)
            .expireAfterAccess(PERIOD.multipliedBy(2)).build();

    FloodGuard(Visitors visitors, VisitorProperties properties) {
        this.visitors = visitors;
        this.allowed = properties.changesAMinute();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SafeMethods.reads(request) || OneClickLeave.asks(request)) {
            chain.doFilter(request, response);
            return;
        }
        ConsumptionProbe probe = senders.get(sender(request), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1));
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private Object sender(HttpServletRequest request) {
        return visitors.known(request).<Object>map(visitor -> visitor)
                .orElseGet(() -> NetworkPrefix.of(request.getRemoteAddr()));
    }

    private Bucket bucket() {
        return Bucket.builder().addLimit(limit -> limit.capacity(allowed).refillIntervally(allowed, PERIOD)).build();
    }
}

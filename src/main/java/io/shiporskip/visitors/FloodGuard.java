package io.shiporskip.visitors;

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
import java.util.OptionalLong;

/**
 * Refuses a flood of changes with 429: more than so many in a minute from one visitor, or from one network's browsers that
 * are no visitors yet. Who shares a network with others has a limit of their own from the first vote on. It counts in memory,
 * each copy of the site for itself. Mail providers, which leave for many readers at once, are not counted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class FloodGuard extends OncePerRequestFilter {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Visitors visitors;
    private final RateLimit<Object> limit;

    FloodGuard(Visitors visitors, VisitorProperties properties) {
        this.visitors = visitors;
        this.limit = new RateLimit<>(properties.changesAMinute(), PERIOD);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SafeMethods.reads(request) || OneClickLeave.asks(request)) {
            chain.doFilter(request, response);
            return;
        }
        OptionalLong wait = limit.takeOne(sender(request));
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.getAsLong()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private Object sender(HttpServletRequest request) {
        return visitors.known(request).<Object>map(visitor -> visitor)
                .orElseGet(() -> NetworkPrefix.of(request.getRemoteAddr()));
    }
}

package io.shiporskip.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Turns away with 403 what would change something and comes from a page of another site, so that no such page can act with
 * a visitor's cookie. The browser itself says where a request comes from, and the first of these headers that is there
 * decides: {@code Sec-Fetch-Site}, {@code Origin}, {@code Referer}. A header that is there twice, empty or unreadable counts
 * as foreign. With none of the three it is no browser that could be abused, and passes. {@link OneClickLeave} passes always.
 *
 * <p>After <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Fetch Metadata Request
 * Headers</a>, and the
 * <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP
 * Cross-Site Request Forgery Prevention Cheat Sheet</a>, which falls back on the origin headers in this order.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class CrossSiteGuard extends OncePerRequestFilter {

    /** A page of this very origin, or the reader's own hand: a bookmark, the address bar. */
    private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

    private final SiteProperties site;

    CrossSiteGuard(SiteProperties site) {
        this.site = site;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SafeMethods.reads(request) || OneClickLeave.asks(request) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        OwnOrigin own = OwnOrigin.of(site, request);
        return judge(request, "Sec-Fetch-Site", OWN_PAGES::contains)
                .or(() -> judge(request, HttpHeaders.ORIGIN, own::isOrigin))
                .or(() -> judge(request, HttpHeaders.REFERER, own::holds)).orElse(true);
    }

    /** What a header says, or nothing where it is missing. */
    private static Optional<Boolean> judge(HttpServletRequest request, String header, Predicate<String> ours) {
        List<String> values = Collections.list(request.getHeaders(header));
        return values.isEmpty() ? Optional.empty()
                : Optional.of(values.size() == 1 && ours.test(values.getFirst()));
    }
}

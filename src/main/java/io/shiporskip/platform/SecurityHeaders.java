package io.shiporskip.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Tells browsers what pages of this site may do, on every answer and before anything can refuse the request: an error page
 * is a page too. Everything comes from this site; no inline script, no inline style, no frame around it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {

    private static final Map<String, String> ALWAYS = Map.of("Content-Security-Policy",
            String.join("; ", "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
                    "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "form-action 'self'",
                    "base-uri 'none'", "frame-ancestors 'none'"),
            "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin");

    private final SiteProperties site;

    SecurityHeaders(SiteProperties site) {
        this.site = site;
    }

    /** Hands each header and its value to whoever answers. */
    static void applyTo(BiConsumer<String, String> answer) {
        ALWAYS.forEach(answer);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        applyTo(response::setHeader);
        if (site.overTls(request)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }
}

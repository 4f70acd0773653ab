package io.shiporskip.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns away what no reader sends. With 400: a host name that is not this site's (a foreign name that points here is how
 * DNS rebinding begins), and addresses whose text is not text: broken escapes, bytes that are not UTF-8, control
 * characters. With 405: TRACE, which would echo headers. With 413: a body longer than any form of this site.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestGuard extends OncePerRequestFilter {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1");
    private static final Pattern PLAIN_ADDRESS = Pattern
            .compile("OCTET(?:[.]OCTET){3}|.*:.*".replace("OCTET", "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"));
    private static final long MOST_BYTES = 2 * 1024 * 1024;
    /** Editors send the catalogue here; the form around it has some room as well. */
    private static final String FILES = "/desk/files";
    private static final long MOST_BYTES_OF_FILES = 8 * 1024 * 1024 + 64 * 1024;

    private final @Nullable String ownHost;

    RequestGuard(SiteProperties site) {
        URI baseUrl = site.baseUrl();
        this.ownHost = baseUrl == null ? null : baseUrl.getHost().toLowerCase(Locale.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOurs(request.getServerName().toLowerCase(Locale.ROOT)) || !isText(request.getRequestURI(), true)
                || !isText(request.getQueryString(), false)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (request.getMethod().equals("TRACE")) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (request.getContentLengthLong() > mostBytes(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long mostBytes(HttpServletRequest request) {
        return request.getRequestURI().equals(FILES) ? MOST_BYTES_OF_FILES : MOST_BYTES;
    }

    private boolean isOurs(String host) {
        if (THIS_MACHINE.contains(host) || host.endsWith(".localhost")) {
            return true;
        }
        return ownHost == null ? PLAIN_ADDRESS.matcher(host).matches() : ownHost.equals(host);
    }

    /** Whether an escaped part of an address decodes to characters that a person could have meant. */
    static boolean isText(@Nullable String escaped, boolean inPath) {
        if (escaped == null || escaped.indexOf('%') < 0) {
            return true;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '%') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = i + 2 < escaped.length() ? Character.digit(escaped.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(escaped.charAt(i + 2), 16) : -1;
            if (low < 0) {
                return false;
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).chars()
                    .noneMatch(c -> c == 0 || (inPath && Character.isISOControl(c)));
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}

package io.shiporskip.platform;

import jakarta.servlet.http.HttpServletRequest;

import java.util.regex.Pattern;

/**
 * The one request that may come from anywhere and as often as it likes: a mail provider's, by which a reader leaves the weekly
 * e-mail (<a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>). It comes without a cookie, thousands of them from one
 * network after an edition, and its sealed token alone decides.
 */
public final class OneClickLeave {

    private static final Pattern PATH = Pattern.compile("/newsletter/leave/[A-Za-z0-9_-]+");

    private OneClickLeave() {}

    /** Whether a request is that. */
    public static boolean asks(HttpServletRequest request) {
        return request.getMethod().equals("POST") && PATH.matcher(request.getRequestURI()).matches();
    }
}

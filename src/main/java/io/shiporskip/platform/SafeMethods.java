package io.shiporskip.platform;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Set;

/** The methods that change nothing (RFC 9110, section 9.2.1). */
public final class SafeMethods {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private SafeMethods() {}

    /** Whether a request asks for something that can be kept: of the answers to these methods caches keep those to two. */
    static boolean asksForPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Whether a request only asks. */
    public static boolean reads(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }
}

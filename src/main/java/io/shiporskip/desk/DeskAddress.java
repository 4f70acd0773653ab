package io.shiporskip.desk;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** Addresses of the desk that come out of a request, and so are not believed. */
final class DeskAddress {

    /** Where one goes when nothing else is said. */
    static final String START = "/desk";

    /** Nothing that browsers drop or turn into a slash, no second slash in a row, and no way up. */
    private static final Pattern OWN = Pattern.compile("/desk(?:/[A-Za-z0-9_-]+)*(?:[?][!-~&&[^\\\\\"<>#]]*)?");
    private static final Pattern WAY_IN = Pattern.compile("/desk/(?:sign-in|sign-out|forgotten|invitation|reset)\\b.*");

    private DeskAddress() {}

    /** The path and query where it is one of the desk that may be gone to after signing in, else {@link #START}. */
    static String orStart(@Nullable String address) {
        return address != null && address.length() <= 2000 && OWN.matcher(address).matches()
                && !WAY_IN.matcher(address).matches() ? address : START;
    }
}

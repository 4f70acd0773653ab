package io.shiporskip.shared;

/**
 * What HTMX says of a request; a controller takes it as an argument.
 *
 * <p>HTMX sends {@code HX-Request: true} with each of its own requests (htmx reference, "Request Headers").
 *
 * @param request whether HTMX asks, and a fragment is the answer
 */
public record Htmx(boolean request) {

    /** The header that tells such a request, for {@code Vary}. */
    public static final String HEADER = "HX-Request";
}

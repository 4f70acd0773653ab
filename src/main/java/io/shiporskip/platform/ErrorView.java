package io.shiporskip.platform;

import io.shiporskip.shared.Htmx;

import java.util.List;

/**
 * What an error page shows.
 *
 * @param status the HTTP status
 * @param title what happened, in a few words
 * @param advice what to do next, in a sentence or two
 * @param suggestions where the reader may have wanted to go, best first
 */
public record ErrorView(int status, String title, String advice, List<Suggestion> suggestions) {

    /** The template that shows it: a sentence where HTMX asks, which sets it where the hand was; a page otherwise. */
    public static String template(Htmx htmx) {
        return htmx.request() ? "error/fragment" : "error/page";
    }

    /**
     * A link to where the reader may have wanted to go.
     *
     * @param address a path on this site
     * @param text the link's text
     * @param note what tells it apart from a namesake
     */
    public record Suggestion(String address, String text, String note) {}
}

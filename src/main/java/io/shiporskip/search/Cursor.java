package io.shiporskip.search;

import java.util.Optional;

/**
 * Where a page ended, and so where the next one begins.
 *
 * @param key the value that the list is ordered by
 * @param slug the tool's, which decides between equals
 */
record Cursor(String key, String slug) {

    private static final char BETWEEN = '~';

    /** As it stands in an address. */
    String text() {
        return slug + BETWEEN + key;
    }

    /** The cursor in an address; nothing for any other text, which then means the first page. */
    static Optional<Cursor> parse(String text, Sort sort) {
        int between = text.indexOf(BETWEEN);
        if (between < 1) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(text.substring(between + 1), text.substring(0, between));
        return sort == Sort.NAME || cursor.isNumber() ? Optional.of(cursor) : Optional.empty();
    }

    /** How many rows to leave out, where pages are counted; 0 for any other text. */
    static int number(String text) {
        try {
            return Math.clamp(Long.parseLong(text), 0, 3 * MatchQuery.MOST_MATCHES);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private boolean isNumber() {
        try {
            return Double.isFinite(Double.parseDouble(key));
        } catch (NumberFormatException _) {
            return false;
        }
    }
}

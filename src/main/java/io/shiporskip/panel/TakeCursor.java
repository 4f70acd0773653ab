package io.shiporskip.panel;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Behind which take a page begins.
 *
 * @param order what the takes ascend by: the score below 0, and 1 where there is none
 * @param id the take's, which decides between equals
 */
record TakeCursor(int order, UUID id) {

    /** Before the first take. */
    static final TakeCursor START = new TakeCursor(-101, new UUID(0, 0));

    private static final Pattern TEXT = Pattern
            .compile("(\\d{1,3}|none)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final String NOT_SCORED = "none";

    /** As it stands in an address. */
    String text() {
        return (order > 0 ? NOT_SCORED : String.valueOf(-order)) + "~" + id;
    }

    /** The cursor in an address; nothing for any other text. */
    static Optional<TakeCursor> parse(String text) {
        Matcher cursor = TEXT.matcher(text);
        return cursor.matches() ? Optional.of(new TakeCursor(
                cursor.group(1).equals(NOT_SCORED) ? 1 : -Integer.parseInt(cursor.group(1)),
                UUID.fromString(cursor.group(2)))) : Optional.empty();
    }
}

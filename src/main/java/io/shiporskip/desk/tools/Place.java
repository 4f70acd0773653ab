package io.shiporskip.desk.tools;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/**
 * Where a page of a list begins: after the row with this value, and of those with the same one after that with this id. It says
 * all of it itself, so that it holds when the row is gone.
 *
 * @param value what the list is sorted by
 * @param id what tells rows with the same value apart
 */
record Place(String value, String id) {

    /** Such a place was never given. */
    private static final Instant FIRST_YEAR = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_YEAR = Instant.parse("9999-12-31T00:00:00Z");

    /** A place among tools, by name; nothing, which is the beginning, where the text is none. */
    static @Nullable Place ofTool(String text) {
        int gap = text.lastIndexOf(' ');
        return gap < 1 ? null : new Place(text.substring(0, gap), text.substring(gap + 1));
    }

    /** A place among drafts, by when they were changed; nothing, which is the beginning, where the text is none. */
    static @Nullable Place ofDraft(String text) {
        int gap = text.lastIndexOf(' ');
        try {
            if (gap >= 1) {
                Instant changed = Instant.parse(text.substring(0, gap));
                UUID id = UUID.fromString(text.substring(gap + 1));
                if (changed.isAfter(FIRST_YEAR) && changed.isBefore(LAST_YEAR)) {
                    return new Place(changed.toString(), id.toString());
                }
            }
        } catch (DateTimeParseException | IllegalArgumentException _) {
            // Then it is none.
        }
        return null;
    }

    @Override
    public String toString() {
        return value + " " + id;
    }
}

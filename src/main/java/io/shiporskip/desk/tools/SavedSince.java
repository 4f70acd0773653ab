package io.shiporskip.desk.tools;

import io.shiporskip.editorial.Manuscript;
import io.shiporskip.editorial.Part;
import io.shiporskip.editorial.Problem;
import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A part of a draft that was saved after somebody had looked at it.
 *
 * @param part what it is called
 * @param path where it can be looked at
 * @param says when and by whom it was saved; empty where it is as published
 */
public record SavedSince(String part, String path, String says) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter
            .ofPattern("d MMMM, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    /** Those that say something else than the versions that were seen. */
    static List<SavedSince> of(Manuscript work, String seen) {
        String path = "/desk/tools/" + work.key();
        return work.savedSince(seen).stream()
                .map(part -> part.equals(Problem.SHEET) ? new SavedSince("Tool", path, says(work.sheet().changed()))
                        : new SavedSince(part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1),
                                path + "/takes/" + part,
                                says(work.take(part).map(Part::changed).orElse(null))))
                .toList();
    }

    private static String says(Part.@Nullable Change change) {
        return change == null ? "" : "saved on " + MOMENT.format(change.at()) + " by " + change.by();
    }
}

package io.shiporskip.importing;

import io.shiporskip.editorial.Difference;
import io.shiporskip.importing.PlanView.Shelf;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What becomes of a maker, category, kind or reviewer.
 *
 * @param what which of these it is
 * @param slug its slug
 * @param before what is said of it today, by label; nothing where it is new
 * @param after what the file says
 */
record ShelfStep(What what, Slug slug, @Nullable Map<String, String> before, Map<String, String> after) {

    /** Whom a shelf's file is about. */
    enum What {

        MAKER("maker", "makers.yaml"), CATEGORY("category", "categories.yaml"), KIND("kind", "kinds.yaml"),
        REVIEWER("reviewer", "reviewers.yaml");

        private final String word;
        private final String file;

        What(String word, String file) {
            this.word = word;
            this.file = file;
        }

        String word() {
            return word;
        }

        String file() {
            return file;
        }
    }

    /** What the file says under a label. */
    String text(String label) {
        return Objects.requireNonNull(after.get(label));
    }

    boolean isNew() {
        return before == null;
    }

    /** Whether nothing is to be done. */
    boolean same() {
        return after.equals(before);
    }

    Shelf view() {
        return new Shelf(what.word(), slug.value(), text("Name"),
                before == null ? List.of() : Difference.between(before, after).changes());
    }
}

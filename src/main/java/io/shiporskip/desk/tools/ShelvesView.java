package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.Shelf;
import io.shiporskip.editorial.Difference;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What tools are sorted by.
 *
 * @param words what the makers were searched for; empty for all
 * @param makers the first of them
 * @param categories all
 * @param kinds all
 * @param done what was just done, in a sentence; empty where nothing was
 * @param conflict what somebody else has changed meanwhile; nothing where nobody has
 */
public record ShelvesView(String words, List<Row> makers, List<Row> categories, List<Row> kinds, String done,
        @Nullable Conflict conflict) {

    /**
     * One of them.
     *
     * @param slug its slug; empty for one that is to be added
     * @param form what it says
     */
    public record Row(String slug, ShelfForm form) {}

    /**
     * What was typed of one that somebody else has changed meanwhile.
     *
     * @param shelf where it stands
     * @param typed what was typed of it
     * @param theirs what it says now
     */
    public record Conflict(Shelf shelf, Row typed, ShelfForm theirs) {

        /** What differs, theirs being the old text. */
        public List<Difference.Change> fields() {
            return Difference.between(theirs.texts(shelf), typed.form().texts(shelf)).changes();
        }
    }

    /** One that is to be added. */
    public Row fresh() {
        return new Row("", ShelfForm.EMPTY);
    }
}

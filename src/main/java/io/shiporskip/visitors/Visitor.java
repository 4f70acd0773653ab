package io.shiporskip.visitors;

import java.util.UUID;

/**
 * An anonymous browser that has voted or kept a bookmark.
 *
 * @param id a random number, known to nobody but this browser's cookie and this site
 */
public record Visitor(UUID id) {

    /** Somebody who was not here before. */
    static Visitor fresh() {
        return new Visitor(UUID.randomUUID());
    }
}

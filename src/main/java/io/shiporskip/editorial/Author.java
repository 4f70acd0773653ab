package io.shiporskip.editorial;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Who publishes something.
 *
 * @param id of the account; nothing where the site itself does
 * @param name as it is today
 */
public record Author(@Nullable UUID id, String name) {

    /** The site itself, as when it loads files. */
    public static final Author SITE = new Author(null, "The site");
}

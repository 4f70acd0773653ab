package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;

/** A tool cannot have this slug, because another one has it or had it. */
public final class SlugTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    SlugTaken(Slug slug, Throwable cause) {
        super("another tool has or had the address " + slug, cause);
    }

    SlugTaken(Slug slug) {
        super("another tool has or had the address " + slug);
    }
}

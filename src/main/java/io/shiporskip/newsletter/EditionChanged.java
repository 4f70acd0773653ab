package io.shiporskip.newsletter;

/** The coming edition says something else than whoever wanted to send it has seen. */
public final class EditionChanged extends RuntimeException {

    private static final long serialVersionUID = 1;

    EditionChanged() {
        super("the coming edition has changed since it was shown");
    }
}

package io.shiporskip.editorial;

/** The draft was published or discarded meanwhile. Nothing was changed. */
public final class DraftGone extends RuntimeException {

    private static final long serialVersionUID = 1;

    DraftGone() {
        super("This draft was published or discarded meanwhile. What you typed is still in this page: copy what you need.");
    }
}

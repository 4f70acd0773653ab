package io.shiporskip.editorial;

/** A draft says something else than what whoever wants to publish it has looked at. Nothing was changed. */
public final class Unseen extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unseen() {
        super("the draft was saved after it was looked at");
    }
}

package io.shiporskip.editorial;

/** A draft says just what readers have already. Nothing was changed. */
public final class NothingNew extends RuntimeException {

    private static final long serialVersionUID = 1;

    NothingNew() {
        super("Nothing is new: readers have all of it already.");
    }
}

package io.shiporskip.desk.tools;

/** Somebody else has changed a maker, category or kind since it was read. Nothing was changed by this. */
final class ShelfChanged extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ShelfForm theirs;

    ShelfChanged(ShelfForm theirs) {
        super("it was changed meanwhile");
        this.theirs = theirs;
    }

    /** What it says now. */
    ShelfForm theirs() {
        return theirs;
    }
}

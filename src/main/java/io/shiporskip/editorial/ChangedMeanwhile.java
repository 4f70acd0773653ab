package io.shiporskip.editorial;

/** What was to be changed is no longer what its editor has read. Nothing was changed. */
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ChangedMeanwhile(String what) {
        super(what + " was changed meanwhile");
    }
}

package io.shiporskip.editorial;

import java.util.Map;

/** Somebody else has saved the same part since it was read. Nothing was changed. */
public final class SavedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Part<?> theirs;
    private final transient Map<String, String> texts;

    SavedMeanwhile(Part<?> theirs, Map<String, String> texts) {
        super("the part was saved meanwhile");
        this.theirs = theirs;
        this.texts = texts;
    }

    /** What they saved. */
    public Part<?> theirs() {
        return theirs;
    }

    /** What they saved, by what its fields are called. */
    public Map<String, String> texts() {
        return texts;
    }
}

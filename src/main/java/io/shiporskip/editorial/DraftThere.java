package io.shiporskip.editorial;

/** A tool has a draft, so nothing but publishing that draft changes it. */
public final class DraftThere extends RuntimeException {

    private static final long serialVersionUID = 1;

    DraftThere() {
        super("There is a draft of this tool. Publish or discard it first.");
    }
}

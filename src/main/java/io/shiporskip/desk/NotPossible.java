package io.shiporskip.desk;

/** A change that cannot be made as things stand; the message is a sentence for who asked for it. */
public final class NotPossible extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotPossible(String sentence) {
        super(sentence);
    }
}

package io.shiporskip.newsletter;

/** An edition cannot go out as somebody wished; the message is a sentence for them. */
public final class EditionRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    EditionRefused(String sentence) {
        super(sentence);
    }
}

package io.shiporskip.importing;

/** A plan cannot be applied as things stand; the message is a sentence for who asked for it. Nothing was changed. */
public final class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlanRefused(String sentence) {
        super(sentence);
    }
}

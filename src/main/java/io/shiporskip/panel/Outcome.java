package io.shiporskip.panel;

import java.util.Locale;

/** What a panel says together. */
public enum Outcome {

    /** More than half say ship. */
    SHIP("Ship"),
    /** Fewer than half say ship. */
    SKIP("Skip"),
    /** Exactly half say ship. */
    SPLIT("Split"),
    /** Nobody has spoken. */
    NONE("No panel verdict yet");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** The words that a page shows. */
    public String label() {
        return label;
    }

    /** The lower-case name, for class names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

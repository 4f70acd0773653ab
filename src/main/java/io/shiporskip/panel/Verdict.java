package io.shiporskip.panel;

/** What one reviewer says of a tool. */
public enum Verdict {

    SHIP("ship"), SKIP("skip");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word within a sentence. */
    public String word() {
        return word;
    }
}

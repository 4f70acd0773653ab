package io.shiporskip.catalogue;

/** What tools are sorted by. */
public enum Shelf {

    MAKER("maker"), CATEGORY("category"), KIND("kind");

    private final String word;

    Shelf(String word) {
        this.word = word;
    }

    /** The word within a sentence, which is the name of its table as well. */
    public String word() {
        return word;
    }
}

package io.shiporskip.search;

import java.util.Locale;

/** The orders of a list of tools. */
public enum Sort {

    /** The best match for the words that were asked for; without words the highest score. */
    BEST("Best match", "by_score"),
    /** The newest verdict first. */
    NEW("Newest", "by_new"),
    /** The highest panel score first. */
    SCORE("Panel score", "by_score"),
    /** The highest lower end of the community's interval first. */
    VOTES("Community votes", "by_votes"),
    /** The most contested first. */
    CONTESTED("Most contested", "by_contested"),
    /** The one whose facts were checked last first. */
    CHECKED("Last checked", "by_checked"),
    /** From A to Z. */
    NAME("Name", "name");

    private final String label;
    private final String column;

    Sort(String label, String column) {
        this.label = label;
        this.column = column;
    }

    /** The words that a page shows. */
    public String label() {
        return label;
    }

    /** The word in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of the index; each of them ascends. */
    String column() {
        return column;
    }

    /** The order that an address names; the best match for a word that is none. */
    static Sort parse(String word) {
        for (Sort sort : values()) {
            if (sort.word().equalsIgnoreCase(word)) {
                return sort;
            }
        }
        return BEST;
    }
}

package io.shiporskip.catalogue;

/** How often a plan's amount is due. */
public enum Period {

    MONTH("a month"), YEAR("a year"), ONCE("once"), USAGE("by usage");

    private final String label;

    Period(String label) {
        this.label = label;
    }

    /** The words that follow an amount. */
    public String label() {
        return label;
    }
}

package io.shiporskip.catalogue;

/** What a fact is about. The order here is the order on every page. */
public enum Aspect {

    PRICING("Pricing"), LICENCE("Licence"), WEIGHTS("Weights or source"), PARAMETERS("Parameters"), CONTEXT("Context"),
    INPUTS("Inputs"), PLATFORMS("Platforms"), HOSTING("Hosting"), HARDWARE("Hardware"), LANGUAGES("Languages"),
    RELEASED("Released");

    private final String label;

    Aspect(String label) {
        this.label = label;
    }

    /** The words that a page shows. */
    public String label() {
        return label;
    }
}

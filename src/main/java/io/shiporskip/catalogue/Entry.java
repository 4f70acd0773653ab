package io.shiporskip.catalogue;

/** What it costs to begin with a tool. */
public enum Entry {

    FREE("Free"), PAID("Paid");

    private final String label;

    Entry(String label) {
        this.label = label;
    }

    /** The word that a page shows. */
    public String label() {
        return label;
    }
}

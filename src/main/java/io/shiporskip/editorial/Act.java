package io.shiporskip.editorial;

/** What brought a revision about. */
public enum Act {

    ADDED("published"), CHANGED("changed"), CHECKED("checked"), WITHDRAWN("withdrawn"), RETURNED("brought back"),
    MERGED("merged");

    private final String word;

    Act(String word) {
        this.word = word;
    }

    /** What was done to the tool, in the past tense. */
    public String word() {
        return word;
    }
}

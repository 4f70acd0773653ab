package io.shiporskip.desk;

/** What somebody may do at the desk. */
public enum Role {

    /** Everything but the accounts and the audit. */
    EDITOR("editor"),

    /** Everything. */
    ADMINISTRATOR("administrator");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role in a word, in small letters. */
    public String word() {
        return word;
    }
}

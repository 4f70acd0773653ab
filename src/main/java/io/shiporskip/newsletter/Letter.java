package io.shiporskip.newsletter;

/**
 * What an edition says in an e-mail. It is rendered once; only the address of the reader's own page for leaving is put in for
 * each of them.
 *
 * @param number the number of the edition
 * @param subject one line
 * @param text the part in plain text, with {@link #LEAVE} where the address for leaving goes
 * @param html the part in HTML, likewise
 */
record Letter(int number, String subject, String text, String html) {

    /** Stands where the reader's own address for leaving goes; no text of ours or of an editor can hold it, see Letters. */
    static final String LEAVE = "https://leave.invalid/0b9c4f5e7a1d";

    /** The part in plain text for the reader with this address for leaving. */
    String textFor(String leaveAddress) {
        return text.replace(LEAVE, leaveAddress);
    }

    /** The part in HTML for the reader with this address for leaving; the address holds nothing that HTML would escape. */
    String htmlFor(String leaveAddress) {
        return html.replace(LEAVE, leaveAddress);
    }
}

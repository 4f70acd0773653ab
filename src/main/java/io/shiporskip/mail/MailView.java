package io.shiporskip.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail of the local mailbox, to be read.
 *
 * @param id names it in addresses
 * @param at when it was written
 * @param subject decoded, as a mail program shows it
 * @param to whom it is for
 * @param headers all of them in their order, decoded
 * @param text the part in plain text; empty where it has none
 * @param html the part in HTML; empty where it has none
 */
public record MailView(String id, Instant at, String subject, String to, List<Header> headers, String text,
        String html) {

    /** A header of a mail. */
    public record Header(String name, String value) {}
}

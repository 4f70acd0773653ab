package io.shiporskip.mail;

import java.util.Map;

/**
 * A mail to one address, in two parts that say the same.
 *
 * @param messageId what goes between the angle brackets of {@code Message-ID} (RFC 5322, section 3.6.4); the same mail has the
 *            same one, however often it is tried
 * @param to the address, its domain in ASCII
 * @param subject one line, of any characters
 * @param text the part in plain text
 * @param html the part in HTML, a whole document
 * @param headers further headers by name, in ASCII
 */
public record Mail(String messageId, String to, String subject, String text, String html, Map<String, String> headers) {

    public Mail {
        headers = Map.copyOf(headers);
    }
}

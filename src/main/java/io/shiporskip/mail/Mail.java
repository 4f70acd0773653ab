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

    /** @throws IllegalArgumentException when a line break or another control character is where a header will be */
    public Mail {
        headers = Map.copyOf(headers);
        oneLine(messageId);
        oneLine(to);
        oneLine(subject);
        headers.forEach((name, value) -> {
            oneLine(name);
            oneLine(value);
        });
    }

    private static void oneLine(String header) {
        if (header.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a header of a mail is one line without control characters");
        }
    }
}

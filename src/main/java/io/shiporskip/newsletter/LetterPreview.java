package io.shiporskip.newsletter;

/**
 * A letter as a mail says it, with an address for leaving that leads to nobody.
 *
 * @param subject one line
 * @param text the part in plain text
 * @param html the part in HTML, a page of its own
 */
public record LetterPreview(String subject, String text, String html) {}

package io.shiporskip.newsletter;

import io.shiporskip.shared.Markdown;

import java.text.BreakIterator;
import java.util.Locale;

/** The first sentence of a text, where there is no room for all of it. */
final class FirstSentence {

    /** A longer sentence ends before its last whole word within so many characters, with an ellipsis. */
    static final int LONGEST = 240;

    private FirstSentence() {}

    /** The first sentence of a text in Markdown, as plain text in one line. */
    static String of(String markdown) {
        String text = Markdown.toText(markdown).replaceAll("\\s+", " ").strip();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.UK);
        sentences.setText(text);
        int end = sentences.next();
        String sentence = end == BreakIterator.DONE ? text : text.substring(0, end).strip();
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        int space = sentence.lastIndexOf(' ', LONGEST - 1);
        return sentence.substring(0, space > 0 ? space : sentence.offsetByCodePoints(0, LONGEST / 2)) + " …";
    }
}

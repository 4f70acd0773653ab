package io.shiporskip.catalogue;

import java.util.Locale;

/**
 * The job a tool does.
 *
 * @param slug its slug
 * @param name one such tool: "Coding agent"
 * @param plural several: "Coding agents"
 * @param job what it does, as the rest of a sentence: "takes a coding task and returns a change to review"
 */
public record KindView(String slug, String name, String plural, String job) {

    /** One such tool within a sentence, with its article: "a coding agent", "an image generator". */
    public String phrase() {
        String word = name.toLowerCase(Locale.ENGLISH);
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
}

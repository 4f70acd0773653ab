package io.shiporskip.editorial;

/**
 * What keeps a draft from being published, or what should be looked at once more.
 *
 * @param part which part it is in: {@link #SHEET} or a reviewer's slug
 * @param field the field that it concerns
 * @param sentence what is wrong, for whoever writes
 */
public record Problem(String part, String field, String sentence) {

    /** The tool's own part, beside the takes. */
    public static final String SHEET = "";

    static Problem onSheet(String field, String sentence) {
        return new Problem(SHEET, field, sentence);
    }
}

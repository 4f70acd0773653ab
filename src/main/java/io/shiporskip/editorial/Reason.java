package io.shiporskip.editorial;

/**
 * Who publishes something, and why.
 *
 * @param by who
 * @param text why, in words for readers; at most {@link #LONGEST} characters, may be empty
 * @param correction whether something that was wrong is put right, which readers find under corrections
 */
public record Reason(Author by, String text, boolean correction) {

    /** The longest reason, in characters. */
    public static final int LONGEST = 2000;

    /** @throws IllegalArgumentException when it is too long, or a correction without words */
    public Reason {
        text = text.strip();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A reason has at most 2,000 characters.");
        }
        if (correction && text.isEmpty()) {
            throw new IllegalArgumentException("Say what was wrong: readers see it under corrections.");
        }
    }

    /**
     * A reason as it comes from a form: with one kind of line end, and without what no person types.
     *
     * @throws IllegalArgumentException as the constructor, in a sentence for whoever typed it
     */
    public static Reason typed(Author by, String text, boolean correction) {
        return new Reason(by, TypedFields.clean(text), correction);
    }

    /** A change that corrects nothing. */
    public static Reason of(Author by, String text) {
        return new Reason(by, text, false);
    }
}

package io.shiporskip.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a thing in an address: 1 to 80 characters of {@code a-z}, {@code 0-9} and single hyphens. The word
 * {@code vs} never stands alone in it, because {@code -vs-} joins slugs to a comparison's address.
 *
 * @param value the slug as it stands in the address
 */
public record Slug(String value) implements Comparable<Slug> {

    /** The longest slug, in characters. */
    public static final int MAX_LENGTH = 80;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern LONE_VS = Pattern.compile("(?:^|-)vs(?:-|$)");

    /** @throws IllegalArgumentException when the value is no slug; the message says why */
    public Slug {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a slug has at most " + MAX_LENGTH + " characters");
        }
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a slug consists of a-z, 0-9 and single hyphens: " + value);
        }
        if (LONE_VS.matcher(value).find()) {
            throw new IllegalArgumentException("a slug never contains the word vs: " + value);
        }
    }

    /** The slug that a text from outside names, or nothing when it cannot be one. */
    public static Optional<Slug> parse(String text) {
        try {
            return Optional.of(new Slug(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

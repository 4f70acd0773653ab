package io.shiporskip.panel;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a take rests on.
 *
 * @param footing how the reviewer came to know the tool
 * @param weeks for how long it has been in use, 1 to 1000; only there
 */
@Embeddable
public record Basis(@Enumerated(EnumType.STRING) @Column(name = "basis") Footing footing, @Nullable Integer weeks) {

    /** How a reviewer came to know a tool. */
    public enum Footing {

        DOCUMENTATION, TRIED, IN_USE
    }

    private static final Pattern IN_USE_FOR = Pattern.compile("in use for ([1-9][0-9]{0,2}|1000) weeks?");

    public Basis {
        if ((footing == Footing.IN_USE) != (weeks != null)) {
            throw new IllegalArgumentException("weeks belong to a tool in use, and only there");
        }
    }

    /** What a catalogue file says: {@code documentation}, {@code tried} or {@code in use for 6 weeks}. */
    public static Optional<Basis> parse(String text) {
        Matcher inUse = IN_USE_FOR.matcher(text);
        if (inUse.matches()) {
            return Optional.of(new Basis(Footing.IN_USE, Integer.valueOf(inUse.group(1))));
        }
        return switch (text) {
            case "documentation" -> Optional.of(new Basis(Footing.DOCUMENTATION, null));
            case "tried" -> Optional.of(new Basis(Footing.TRIED, null));
            default -> Optional.empty();
        };
    }

    /** The words that a page shows. */
    public String label() {
        return switch (footing) {
            case DOCUMENTATION -> "Documentation only";
            case TRIED -> "Tried";
            case IN_USE -> "In use for " + weeks + (Integer.valueOf(1).equals(weeks) ? " week" : " weeks");
        };
    }
}

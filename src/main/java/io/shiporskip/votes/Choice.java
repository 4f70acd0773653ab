package io.shiporskip.votes;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/** What a visitor chooses: ship, skip, or no vote at all. */
public enum Choice {

    SHIP, SKIP, NONE;

    /** The word in forms and sentences: ship, skip or none. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice that a form's values make; nothing unless there is exactly one, and it is one of the words. */
    static Optional<Choice> parse(String @Nullable [] values) {
        if (values == null || values.length != 1) {
            return Optional.empty();
        }
        for (Choice choice : values()) {
            if (choice.word().equals(values[0])) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}

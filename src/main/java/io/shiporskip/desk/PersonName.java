package io.shiporskip.desk;

import java.util.Optional;

/** How somebody wants to be called at the desk: one line of at most 80 characters. */
final class PersonName {

    private static final int LONGEST = 80;

    private PersonName() {}

    /** What is wrong with a name as typed, or nothing. */
    static Optional<String> fault(String typed) {
        String name = of(typed);
        if (name.isEmpty()) {
            return Optional.of("Enter a name.");
        }
        return name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)
                ? Optional.of("The name may have " + LONGEST + " characters at most, in one line.")
                : Optional.empty();
    }

    /** The name without space around it. */
    static String of(String typed) {
        return typed.strip();
    }
}

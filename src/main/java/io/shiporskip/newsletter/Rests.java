package io.shiporskip.newsletter;

import java.time.Duration;

/** How long a lane rests while the mail server takes nothing: 10 seconds at first, twice as long each time, 10 minutes at most. */
final class Rests {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Rests() {}

    /** @param failures how often in a row the server was asked in vain, from 1 on */
    static Duration after(int failures) {
        // Six times is more than the longest one, and nobody counts far enough to overflow.
        Duration rest = FIRST.multipliedBy(1L << Math.min(failures - 1, 6));
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }
}

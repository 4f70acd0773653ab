package io.shiporskip.editorial;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A state of a tool that readers have seen.
 *
 * @param number from 1 on for each tool
 * @param at when it was published
 * @param who published it
 * @param act what brought it about
 * @param reason why; may be empty
 * @param correction whether something that was wrong was put right
 */
public record RevisionView(int number, Instant at, String who, Act act, String reason, boolean correction) {

    /** When, to the second, as a page says it to machines. */
    public Instant moment() {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}

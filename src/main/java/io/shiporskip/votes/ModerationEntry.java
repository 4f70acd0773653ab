package io.shiporskip.votes;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A line of the public log of moderation.
 *
 * @param id grows from line to line
 * @param on the day, in UTC
 * @param tool the tool's name, as it was then
 * @param slug where the tool is today, or nothing where it is not published
 * @param act what was done
 * @param ships votes for ship that it was done to
 * @param skips votes for skip
 * @param reason why, in the editor's words
 */
public record ModerationEntry(long id, LocalDate on, String tool, @Nullable String slug, Act act, int ships, int skips,
        String reason) {

    /** What can be done with held votes. */
    public enum Act {

        /** They count from then on. */
        RELEASED("released"),
        /** They are deleted. */
        DISCARDED("discarded");

        private final String word;

        Act(String word) {
            this.word = word;
        }

        /** The act in the past tense, within a sentence. */
        public String word() {
            return word;
        }
    }

    /** How many votes it was done to. */
    public int total() {
        return ships + skips;
    }
}

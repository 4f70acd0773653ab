package io.shiporskip.votes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Held votes of a tool that came one after the other, with no pause between them longer than the window in which a network's
 * votes are limited.
 *
 * @param first when the first of them was cast or last changed
 * @param last when the last of them was
 * @param ships those for ship
 * @param skips those for skip
 * @param only those of visitors who voted on nothing else
 * @param pauses the seconds between one vote and the next, as counts by {@link #PAUSES}
 * @param times when held and counted votes came, from one window before the first
 */
public record Burst(Instant first, Instant last, int ships, int skips, int only, List<Integer> pauses, Times times) {

    /** The upper ends of the groups of pauses, in seconds; the last group has none. */
    public static final List<Integer> PAUSES = List.of(1, 5, 30, 120);

    public Burst {
        pauses = List.copyOf(pauses);
    }

    /** How many votes it has. */
    public int total() {
        return ships + skips;
    }

    /**
     * Votes by time.
     *
     * @param step how long a slot is
     * @param slots one after the other, without gaps
     */
    public record Times(Duration step, List<Slot> slots) {

        /** More slots than this would be too narrow to see. */
        static final int MOST = 60;

        private static final List<Duration> STEPS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
                Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6));

        public Times {
            slots = List.copyOf(slots);
        }

        /** The shortest step, from a minute on, with which a span of time has at most {@link #MOST} slots. */
        static Duration step(Instant from, Instant to) {
            for (Duration step : STEPS) {
                if (count(from, to, step) <= MOST) {
                    return step;
                }
            }
            Duration day = Duration.ofDays(1);
            return day.multipliedBy(Math.ceilDiv(count(from, to, day), MOST - 1));
        }

        /** In how many slots, each of which begins at a multiple of the step, a span of time lies. */
        static long count(Instant from, Instant to, Duration step) {
            return Math.floorDiv(to.getEpochSecond(), step.toSeconds())
                    - Math.floorDiv(from.getEpochSecond(), step.toSeconds()) + 1;
        }

        /** The counted votes for ship in all slots. */
        public int countedShips() {
            return slots.stream().mapToInt(Slot::ships).sum();
        }

        /** The counted votes for skip in all slots. */
        public int countedSkips() {
            return slots.stream().mapToInt(Slot::skips).sum();
        }
    }

    /**
     * A piece of time.
     *
     * @param start when it begins
     * @param held the held votes of it
     * @param ships its counted votes for ship
     * @param skips its counted votes for skip
     */
    public record Slot(Instant start, int held, int ships, int skips) {

        /** All votes of it. */
        public int total() {
            return held + ships + skips;
        }
    }
}

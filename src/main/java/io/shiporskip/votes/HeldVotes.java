package io.shiporskip.votes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * The held votes of a tool: how many, when, and what counting them would make of the tally.
 *
 * @param tool the tool's id
 * @param slug its slug
 * @param name its name
 * @param published whether readers see it
 * @param tally its votes, the held ones as a number
 * @param ships held votes for ship
 * @param skips held votes for skip
 * @param only held votes of visitors who voted on nothing else
 * @param first when the first of them was cast or last changed; nothing where none is held
 * @param last when the last of them was; nothing where none is held
 */
public record HeldVotes(UUID tool, String slug, String name, boolean published, Tally tally, int ships, int skips,
        int only, @Nullable Instant first, @Nullable Instant last) {

    /** How many votes are held. */
    public int total() {
        return ships + skips;
    }

    /** The tally once all of them count. */
    public Tally released() {
        return new Tally(tally.ships() + ships, tally.skips() + skips, 0);
    }
}

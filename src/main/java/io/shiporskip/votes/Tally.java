package io.shiporskip.votes;

import io.shiporskip.shared.Percentage;
import io.shiporskip.shared.WilsonInterval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The votes of one tool, counted.
 *
 * @param ships counted votes for ship
 * @param skips counted votes for skip
 * @param held votes that are kept and not counted
 */
public record Tally(int ships, int skips, int held) {

    /** With fewer counted votes than this, a share would say more than is known. */
    public static final int ENOUGH = 10;

    /** The tally of a tool on which nobody has voted. */
    public static final Tally NONE = new Tally(0, 0, 0);

    private static final String NO_VOTES = "No community votes yet";

    /** The tallies of the rows of a result that has {@code tool_id}, {@code ships}, {@code skips} and {@code held}. */
    static Map<UUID, Tally> read(ResultSet row) throws SQLException {
        Map<UUID, Tally> tallies = new HashMap<>();
        while (row.next()) {
            tallies.put(row.getObject("tool_id", UUID.class),
                    new Tally(row.getInt("ships"), row.getInt("skips"), row.getInt("held")));
        }
        return tallies;
    }

    /** How many votes count. */
    public int total() {
        return ships + skips;
    }

    /** Whether there are votes, but too few for a share. */
    public boolean early() {
        return total() > 0 && !enough();
    }

    /**
     * The share of ship among the counted votes.
     *
     * @throws IllegalStateException when there are fewer than {@link #ENOUGH}
     */
    public Percentage share() {
        if (!enough()) {
            throw new IllegalStateException("a share needs " + ENOUGH + " votes");
        }
        return Percentage.of(ships, total());
    }

    /** What lists by votes go by: the lower end of the ship share's 95% interval, from 0 to 1; 0 where nobody has voted. */
    public double rank() {
        return total() == 0 ? 0 : interval().lower();
    }

    /** Whether there are votes enough for a share. */
    public boolean enough() {
        return total() >= ENOUGH;
    }

    /**
     * The 95% interval of the share.
     *
     * @throws IllegalArgumentException when there are no votes
     */
    public WilsonInterval interval() {
        return WilsonInterval.of(ships, total());
    }

    /** The counted votes: "3 ship / 1 skip". */
    public String counts() {
        return ships + " ship / " + skips + " skip";
    }

    /** What the share says and rests on: "ship (95% interval 55% to 88%, 24 votes)". It follows the share. */
    public String basis() {
        return "ship (95%% interval %s to %s, %d votes)".formatted(interval().lowerPercentage(),
                interval().upperPercentage(), total());
    }

    /** The tally in one line: nothing yet, early counts, or the share with its 95% interval and the number of votes. */
    public String line() {
        if (total() == 0) {
            return NO_VOTES;
        }
        return early() ? counts() + ", early" : share() + " " + basis();
    }

    /** How many votes are held, in a sentence; empty where none is. */
    public String heldNote() {
        String more = total() == 0 ? "" : " more";
        return held == 0 ? "" : held == 1 ? "1" + more + " vote is held and not counted."
                : held + more + " votes are held and not counted.";
    }
}

package io.shiporskip.desk.votes;

import io.shiporskip.shared.Figures;
import io.shiporskip.votes.HeldVotes;
import io.shiporskip.votes.Moderation;
import io.shiporskip.votes.ModerationEntry;

import java.util.List;

/**
 * The held votes of one tool.
 *
 * @param held the votes
 * @param bursts how they came, the latest first
 * @param networks how many networks have had as many votes counted within the last minutes as may be
 * @param past what was decided about this tool before, the newest first
 * @param form what the editor typed, and what became of it
 */
public record HeldToolView(HeldVotes held, List<BurstView> bursts, int networks, List<ModerationEntry> past,
        Form form) {

    /**
     * The editor's words.
     *
     * @param reason as typed
     * @param problem why nothing was done; empty where nothing went wrong
     * @param done what was done; empty where nothing was
     */
    public record Form(String reason, String problem, String done) {

        static final Form EMPTY = new Form("", "", "");
    }

    /** When they came. */
    public String when() {
        return Words.span(held.first(), held.last());
    }

    /** How many there are. */
    public String votes() {
        return Words.votes(held.total());
    }

    /** What the tool's held votes say. */
    public String split() {
        return Words.split(held.ships(), held.skips());
    }

    /** How many come from visitors who voted on nothing else. */
    public String only() {
        return held.total() == 0 ? "" : Words.part(held.only(), held.total());
    }

    /** How many networks have just had as many votes counted as may be, in words. */
    public String networksNow() {
        return networks == 0 ? "None" : networks == 1 ? "One" : Figures.of(networks);
    }

    /** How long a reason may be. */
    public int longestReason() {
        return Moderation.LONGEST_REASON;
    }

    /** Some of the votes on a button: "it", "all 12", "these 12". */
    public String these(String which, int votes) {
        return votes == 1 ? "it" : which + " " + Figures.of(votes);
    }

    /** What was decided before, in a line. */
    public String text(ModerationEntry entry) {
        return Words.votes(entry.total()) + " " + entry.act().word() + " (" + Words.split(entry.ships(), entry.skips())
                + ").";
    }

    /** Which bursts are not drawn, in a sentence; empty where all are. */
    public String older() {
        int votes = held.total() - bursts.stream().mapToInt(burst -> burst.burst().total()).sum();
        return votes <= 0 ? "" : "These are the latest " + bursts.size() + " bursts. " + Words.votes(votes)
                + " in older ones " + (votes == 1 ? "is" : "are") + " not drawn; the form above decides on all.";
    }

    /** Whether the bursts are worth deciding on one by one. */
    public boolean several() {
        return bursts.size() > 1;
    }
}

package io.shiporskip.desk.votes;

import io.shiporskip.shared.Figures;
import io.shiporskip.votes.HeldTotals;
import io.shiporskip.votes.HeldVotes;

import java.util.List;

/**
 * The tools with held votes.
 *
 * @param tools those with the most first
 * @param totals how many tools and votes there are in all
 */
public record HeldListView(List<Line> tools, HeldTotals totals) {

    static HeldListView of(List<HeldVotes> tools, HeldTotals totals) {
        return new HeldListView(tools.stream().map(Line::new).toList(), totals);
    }

    /**
     * A tool with held votes, in words.
     *
     * @param held its votes
     */
    public record Line(HeldVotes held) {

        /** How many, and what they say. */
        public String votes() {
            return Figures.of(held.total()) + ": " + Words.split(held.ships(), held.skips());
        }

        /** When they came. */
        public String when() {
            return Words.span(held.first(), held.last());
        }

        /** How many come from visitors who voted on nothing else. */
        public String only() {
            return Words.part(held.only(), held.total());
        }
    }

    /** How much there is, in a sentence. */
    public String sentence() {
        if (totals.votes() == 0) {
            return "No vote is held.";
        }
        String all = Words.votes(totals.votes()) + (totals.votes() == 1 ? " is" : " are") + " held on "
                + (totals.tools() == 1 ? "one tool" : Figures.of(totals.tools()) + " tools") + ".";
        return totals.tools() > tools.size()
                ? all + " These are the " + tools.size() + " with the most." : all;
    }
}

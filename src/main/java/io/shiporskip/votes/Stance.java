package io.shiporskip.votes;

import io.shiporskip.panel.Outcome;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.shared.WilsonInterval;

/**
 * How the community stands against the panel. It says ship or skip only where the whole 95% interval of its ship share lies
 * on one side of a half; with fewer than {@link Tally#ENOUGH} votes it says nothing yet.
 */
enum Stance {

    NOBODY, EARLY, SHIP, SKIP, UNDECIDED;

    /** What these votes together say. */
    static Stance of(Tally tally) {
        if (tally.total() == 0) {
            return NOBODY;
        }
        if (tally.early()) {
            return EARLY;
        }
        WilsonInterval interval = WilsonInterval.of(tally.ships(), tally.total());
        return interval.lower() > 0.5 ? SHIP : interval.upper() < 0.5 ? SKIP : UNDECIDED;
    }

    /** A sentence that sets the votes against the panel's verdict; empty where nobody has voted. */
    static String sentence(Tally tally, PanelVerdict panel) {
        Stance stance = of(tally);
        return switch (stance) {
            case NOBODY -> "";
            case EARLY -> {
                int missing = Tally.ENOUGH - tally.total();
                yield "%d more %s, and the page shows a share beside the panel’s.".formatted(missing,
                        missing == 1 ? "vote" : "votes");
            }
            case UNDECIDED -> "The community is undecided; " + panelSays(panel) + ".";
            case SHIP, SKIP -> agrees(stance, panel.outcome())
                    ? "The community agrees with the panel: %s.".formatted(stance.word())
                    : "The community says %s; %s.".formatted(stance.word(), panelSays(panel));
        };
    }

    private static boolean agrees(Stance stance, Outcome outcome) {
        return stance == SHIP && outcome == Outcome.SHIP || stance == SKIP && outcome == Outcome.SKIP;
    }

    private static String panelSays(PanelVerdict panel) {
        return switch (panel.outcome()) {
            case SHIP -> "the panel says ship (" + panel.ofTotal() + ")";
            case SKIP -> "the panel says skip (" + panel.skips() + " of " + panel.total() + ")";
            case SPLIT -> "the panel is split";
            case NONE -> "the panel has not spoken";
        };
    }

    private String word() {
        return this == SHIP ? "ship" : "skip";
    }
}

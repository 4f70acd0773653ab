package io.shiporskip.votes;

import io.shiporskip.panel.PanelVerdict;

/**
 * How contested a tool is: how far its panel is from speaking with one voice, or how far the community is from the panel,
 * whichever is more. The community counts from {@link Tally#ENOUGH} votes on.
 */
public final class Contest {

    private Contest() {}

    /**
     * From 0, where all agree, to a little over 1, where the panel is evenly split or the community says the opposite; the
     * spread of the scores decides between equals.
     */
    public static double between(PanelVerdict panel, Tally community) {
        return Math.max(panel.division(), distance(panel, community));
    }

    /** How far the community's share of ship is from the panel's, 0 to 1; 0 also where either says nothing yet. */
    public static double distance(PanelVerdict panel, Tally community) {
        return panel.total() == 0 || !community.enough() ? 0
                : Math.abs(panel.ships() / (double) panel.total() - community.ships() / (double) community.total());
    }
}

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
        double distance = panel.total() == 0 || community.total() < Tally.ENOUGH ? 0
                : Math.abs(panel.ships() / (double) panel.total() - community.ships() / (double) community.total());
        return Math.max(panel.division(), distance);
    }
}

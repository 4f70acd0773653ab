package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.votes.Tally;

/**
 * A tool in a list.
 *
 * @param tool the tool
 * @param verdict what its panel says
 * @param tally what the community says
 */
record ToolLine(ToolView tool, PanelVerdict verdict, Tally tally) {

    /** The mean of its scores, or −1 where there is none, for ordering. */
    int order() {
        return verdict.score() == null ? -1 : verdict.score().mean();
    }
}

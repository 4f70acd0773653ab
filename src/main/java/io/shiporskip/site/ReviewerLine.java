package io.shiporskip.site;

import io.shiporskip.panel.PanelDistance;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.ReviewerRecord;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.votes.CommunityDistance;

import java.util.Map;

/**
 * A reviewer with what the takes on published tools add up to.
 *
 * @param reviewer the reviewer
 * @param record how often they said ship and skip, and the range of their scores
 * @param fromPanel how far their scores lie from those of the others
 * @param fromCommunity how far their verdicts lie from the votes
 */
public record ReviewerLine(ReviewerView reviewer, PanelVerdict record, PanelDistance fromPanel,
        CommunityDistance fromCommunity) {

    static ReviewerLine of(ReviewerRecord reviewer, Map<String, CommunityDistance> distances) {
        return new ReviewerLine(reviewer.reviewer(), reviewer.record(), reviewer.fromPanel(),
                distances.getOrDefault(reviewer.reviewer().slug(), CommunityDistance.NONE));
    }
}

package io.shiporskip.site;

import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelDistance;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.panel.Standing;
import io.shiporskip.votes.CommunityDistance;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The panel with what each of its voices has said so far. */
@Component
class ReviewerLines {

    private final Panel panel;
    private final Votes votes;

    ReviewerLines(Panel panel, Votes votes) {
        this.panel = panel;
        this.votes = votes;
    }

    /** All reviewers. Three statements. */
    List<ReviewerLine> all() {
        Map<UUID, List<Mark>> marks = panel.marks();
        Map<UUID, Tally> tallies = votes.tallies(marks.keySet());
        List<Standing> standings = standings(marks);
        return panel.reviewers().stream().map(reviewer -> line(reviewer, standings, tallies)).toList();
    }

    static ReviewerLine line(ReviewerView reviewer, List<Standing> standings, Map<UUID, Tally> tallies) {
        List<Standing> own = standings.stream()
                .filter(standing -> standing.mark().reviewer().equals(reviewer.slug())).toList();
        List<Mark> marks = own.stream().map(Standing::mark).toList();
        return new ReviewerLine(reviewer, PanelVerdict.ofMarks(marks), PanelDistance.of(own),
                CommunityDistance.of(marks, tallies));
    }

    static List<Standing> standings(Map<UUID, List<Mark>> marks) {
        return marks.values().stream().flatMap(ofTool -> Standing.of(ofTool).stream()).toList();
    }
}

package io.shiporskip.site;

import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.site.ReviewerPageController.ReviewerLine;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** The panel with what each of its voices has said so far. Two statements. */
@Component
class ReviewerLines {

    private final Panel panel;

    ReviewerLines(Panel panel) {
        this.panel = panel;
    }

    List<ReviewerLine> all() {
        Map<String, PanelVerdict> records = panel.records();
        return panel.reviewers().stream()
                .map(reviewer -> new ReviewerLine(reviewer,
                        records.getOrDefault(reviewer.slug(), PanelVerdict.NONE)))
                .toList();
    }
}

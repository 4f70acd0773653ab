package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.panel.TakeView;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The panel, and each voice of it. */
@Controller
class ReviewerPageController {

    private final Panel panel;
    private final Tools tools;
    private final ReviewerLines lines;

    ReviewerPageController(Panel panel, Tools tools, ReviewerLines lines) {
        this.panel = panel;
        this.tools = tools;
        this.lines = lines;
    }

    /**
     * A reviewer in a list.
     *
     * @param reviewer the reviewer
     * @param record how often they said ship and skip
     */
    record ReviewerLine(ReviewerView reviewer, PanelVerdict record) {}

    /**
     * A reviewer's page.
     *
     * @param reviewer the reviewer
     * @param record how often they said ship and skip, and the range of their scores
     * @param takes what they said, the highest score first
     */
    record ReviewerPage(ReviewerView reviewer, PanelVerdict record, List<TakeLine> takes) {}

    /**
     * A take in a list.
     *
     * @param take the take
     * @param tool the tool
     */
    record TakeLine(TakeView take, ToolView tool) {}

    @GetMapping("/reviewers")
    String reviewers(Model model) {
        model.addAttribute("view", lines.all());
        return "site/reviewers";
    }

    @GetMapping("/reviewers/{slug}")
    ModelAndView reviewer(@PathVariable String slug) {
        ReviewerView reviewer = Slug.parse(slug.toLowerCase(Locale.ROOT)).flatMap(panel::reviewer)
                .orElseThrow(UnknownPage::new);
        if (!reviewer.slug().equals(slug)) {
            return Redirects.permanent("/reviewers/" + reviewer.slug());
        }
        List<TakeView> takes = panel.takesBy(new Slug(reviewer.slug()));
        Map<UUID, ToolView> byId = new HashMap<>();
        tools.byIds(takes.stream().map(TakeView::toolId).toList()).forEach(tool -> byId.put(tool.id(), tool));
        List<TakeLine> published = takes.stream().flatMap(take -> line(take, byId.get(take.toolId())).stream())
                .sorted(Comparator.comparingInt((TakeLine line) -> score(line)).reversed()
                        .thenComparing(line -> line.tool().slug()))
                .toList();
        return new ModelAndView("site/reviewer", "view", new ReviewerPage(reviewer,
                PanelVerdict.of(published.stream().map(TakeLine::take).toList()), published));
    }

    private static List<TakeLine> line(TakeView take, @Nullable ToolView tool) {
        return tool == null ? List.of() : List.of(new TakeLine(take, tool));
    }

    private static int score(TakeLine line) {
        Integer score = line.take().score();
        return score == null ? -1 : score;
    }
}

package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.panel.Standing;
import io.shiporskip.panel.TakeView;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Slug;
import io.shiporskip.votes.Votes;
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
import java.util.stream.Stream;

/** The panel, and each voice of it. */
@Controller
class ReviewerPageController {

    private static final int DISSENTS = 5;

    private final Panel panel;
    private final Tools tools;
    private final Votes votes;
    private final ReviewerLines lines;

    ReviewerPageController(Panel panel, Tools tools, Votes votes, ReviewerLines lines) {
        this.panel = panel;
        this.tools = tools;
        this.votes = votes;
        this.lines = lines;
    }

    /**
     * A reviewer's page.
     *
     * @param line the reviewer and what the takes add up to
     * @param dissents the takes that stand furthest from their panels, the boldest first
     * @param takes what they said, the highest score first
     */
    public record ReviewerPage(ReviewerLine line, List<DissentLine> dissents, List<TakeLine> takes) {

        public ReviewerView reviewer() {
            return line.reviewer();
        }
    }

    /**
     * A dissent in a list.
     *
     * @param standing how it stands to the others
     * @param tool the tool
     */
    public record DissentLine(Standing standing, ToolView tool) {}

    /**
     * A take in a list.
     *
     * @param take the take
     * @param tool the tool
     */
    public record TakeLine(TakeView take, ToolView tool) {}

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
        Map<UUID, List<Mark>> marks = panel.marks(byId.keySet());
        List<Standing> standings = ReviewerLines.standings(marks);
        List<DissentLine> dissents = standings.stream()
                .filter(standing -> standing.mark().reviewer().equals(reviewer.slug()) && standing.dissent())
                .sorted(Standing.BOLDEST_FIRST).limit(DISSENTS)
                .flatMap(standing -> Stream.ofNullable(byId.get(standing.mark().toolId()))
                        .map(tool -> new DissentLine(standing, tool)))
                .toList();
        return new ModelAndView("site/reviewer", "view", new ReviewerPage(
                ReviewerLines.line(reviewer, standings, votes.tallies(byId.keySet())), dissents, published));
    }

    private static List<TakeLine> line(TakeView take, @Nullable ToolView tool) {
        return tool == null ? List.of() : List.of(new TakeLine(take, tool));
    }

    private static int score(TakeLine line) {
        Integer score = line.take().score();
        return score == null ? -1 : score;
    }
}

package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.ReviewerRecord;
import io.shiporskip.panel.Standing;
import io.shiporskip.panel.TakePage;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Slug;
import io.shiporskip.site.ReviewerPage.DissentLine;
import io.shiporskip.site.ReviewerPage.TakeLine;
import io.shiporskip.votes.CommunityDistance;
import io.shiporskip.votes.Votes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The panel, and each voice of it. */
@Controller
class ReviewerPageController {

    /** So many takes stand on a page. */
    private static final int TAKES = 60;

    private final Panel panel;
    private final Tools tools;
    private final Votes votes;

    ReviewerPageController(Panel panel, Tools tools, Votes votes) {
        this.panel = panel;
        this.tools = tools;
        this.votes = votes;
    }

    @GetMapping("/reviewers")
    String reviewers(Model model) {
        Map<String, CommunityDistance> distances = votes.distances();
        model.addAttribute("view",
                panel.records().stream().map(reviewer -> ReviewerLine.of(reviewer, distances)).toList());
        return "site/reviewers";
    }

    /**
     * A reviewer's page.
     *
     * @param page where the takes begin, as the page before says
     */
    @GetMapping("/reviewers/{slug}")
    ModelAndView reviewer(@PathVariable String slug, @RequestParam(defaultValue = "") String page) {
        Slug asked = Slug.parse(slug.toLowerCase(Locale.ROOT)).orElseThrow(UnknownPage::new);
        ReviewerRecord reviewer = panel.record(asked).orElseThrow(UnknownPage::new);
        if (!asked.value().equals(slug)) {
            return Redirects.permanent("/reviewers/" + asked);
        }
        TakePage takes = panel.takesBy(asked, page, TAKES);
        List<UUID> dissents = takes.first() ? reviewer.dissents() : List.of();
        Map<UUID, ToolView> byId = tools
                .byIds(Stream.concat(takes.takes().stream().map(take -> take.toolId()), dissents.stream()).distinct()
                        .toList())
                .stream().collect(Collectors.toMap(ToolView::id, Function.identity()));
        return new ModelAndView("site/reviewer", "view",
                new ReviewerPage(ReviewerLine.of(reviewer, votes.distances()), dissents(asked, dissents, byId),
                        takes.takes().stream().flatMap(take -> Stream.ofNullable(byId.get(take.toolId()))
                                .map(tool -> new TakeLine(take, tool))).toList(),
                        takes.first(), takes.next()))
                .addObject("noindex", !takes.first());
    }

    /** As they stand now: what was kept may have changed since. */
    private List<DissentLine> dissents(Slug reviewer, Collection<UUID> kept, Map<UUID, ToolView> byId) {
        Collection<List<Mark>> panels = panel.marks(kept).values();
        return panels.stream().flatMap(marks -> Standing.of(marks).stream())
                .filter(standing -> standing.mark().reviewer().equals(reviewer.value()) && standing.dissent())
                .sorted(Standing.BOLDEST_FIRST)
                .flatMap(standing -> Stream.ofNullable(byId.get(standing.mark().toolId()))
                        .map(tool -> new DissentLine(standing, tool)))
                .toList();
    }
}

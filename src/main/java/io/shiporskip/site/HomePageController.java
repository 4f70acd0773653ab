package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.ComparisonLink;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.site.ReviewerPageController.ReviewerLine;
import io.shiporskip.site.ToolLines.KindGroup;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.Comparator;
import java.util.List;

/** The front page. */
@Controller
class HomePageController {

    private static final int NEWEST = 8;
    private static final int SPLITS = 5;
    private static final int CLOSE_CALLS = 5;

    private final Tools tools;
    private final ToolLines lines;
    private final Comparisons comparisons;
    private final ReviewerLines reviewers;

    HomePageController(Tools tools, ToolLines lines, Comparisons comparisons, ReviewerLines reviewers) {
        this.tools = tools;
        this.lines = lines;
        this.comparisons = comparisons;
        this.reviewers = reviewers;
    }

    /**
     * What the front page shows.
     *
     * @param total how many tools there are
     * @param newest the verdicts published last, of one day the highest score first
     * @param splits the tools whose panels are most divided, some for ship and some for skip
     * @param closeCalls the rivals that lie closest together
     * @param kinds all tools by kind
     * @param reviewers the panel with its records
     * @param picker the form that chooses two tools
     */
    record HomeView(int total, List<ToolLine> newest, List<ToolLine> splits, List<ComparisonLink> closeCalls,
            List<KindGroup> kinds, List<ReviewerLine> reviewers, PickerView picker) {}

    @GetMapping("/")
    String home(Model model) {
        List<ToolView> all = tools.all();
        List<ToolLine> list = lines.of(all);
        List<ToolLine> newest = list.stream()
                .sorted(Comparator.comparing((ToolLine line) -> line.tool().publishedOn())
                        .thenComparingInt(ToolLine::order).reversed().thenComparing(line -> line.tool().slug()))
                .limit(NEWEST).toList();
        List<ToolLine> splits = list.stream()
                .filter(line -> line.verdict().ships() > 0 && line.verdict().skips() > 0)
                .sorted(Comparator.comparingDouble((ToolLine line) -> -line.verdict().division())
                        .thenComparing(line -> line.tool().slug()))
                .limit(SPLITS).toList();
        model.addAttribute("view", new HomeView(all.size(), newest, splits,
                comparisons.closestCalls(all, CLOSE_CALLS), ToolLines.byKind(list), reviewers.all(),
                PickerView.of(all, List.of())));
        return "site/home";
    }
}

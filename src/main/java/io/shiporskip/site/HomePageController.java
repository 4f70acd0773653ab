package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Panel;
import io.shiporskip.votes.Tally;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The front page. */
@Controller
class HomePageController {

    private static final int NEWEST = 8;
    private static final int CONTESTED = 5;
    private static final int OF_THE_WEEK = 6;

    private final Tools tools;
    private final ToolLines lines;
    private final Panel panel;
    private final Comparisons comparisons;
    private final ReviewerLines reviewers;

    HomePageController(Tools tools, ToolLines lines, Panel panel, Comparisons comparisons, ReviewerLines reviewers) {
        this.tools = tools;
        this.lines = lines;
        this.panel = panel;
        this.comparisons = comparisons;
        this.reviewers = reviewers;
    }

    @GetMapping("/")
    String home(Model model) {
        List<ToolView> all = tools.all();
        List<ToolLine> list = lines.of(all);
        Map<UUID, List<Mark>> marks = panel.marks();
        Map<UUID, Tally> tallies = list.stream().collect(Collectors.toMap(line -> line.tool().id(), ToolLine::tally));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        model.addAttribute("view", new HomeView(all.size(), HomeView.published(list, today),
                HomeView.newest(list, NEWEST), HomeView.contested(list, marks, CONTESTED),
                comparisons.ofTheWeek(all, OF_THE_WEEK), ToolLines.byKind(list), reviewers.all(marks, tallies),
                PickerView.of(all, List.of())));
        return "site/home";
    }
}

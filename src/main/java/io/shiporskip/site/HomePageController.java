package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.panel.Panel;
import io.shiporskip.search.KindCounts;
import io.shiporskip.search.Search;
import io.shiporskip.search.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The front page. However many tools there are, it reads a few of them. */
@Controller
class HomePageController {

    private static final int NEWEST = 8;
    private static final int CONTESTED = 5;
    private static final int OF_THE_WEEK = 6;
    /**
     * More than are shown: the index orders by exact figures, and the page by those that it shows, of the contested leaving
     * some out.
     */
    private static final int LOOKED_AT = 24;

    private final Search search;
    private final Tools tools;
    private final ToolLines lines;
    private final Panel panel;
    private final Comparisons comparisons;
    private final Picker picker;

    HomePageController(Search search, Tools tools, ToolLines lines, Panel panel, Comparisons comparisons,
            Picker picker) {
        this.search = search;
        this.tools = tools;
        this.lines = lines;
        this.panel = panel;
        this.comparisons = comparisons;
        this.picker = picker;
    }

    @GetMapping("/")
    String home(Model model) {
        List<UUID> newest = search.first(Sort.NEW, LOOKED_AT);
        List<UUID> contested = search.first(Sort.CONTESTED, LOOKED_AT);
        Set<UUID> shown = new HashSet<>(newest);
        shown.addAll(contested);
        List<ToolView> read = tools.byIds(shown);
        List<ToolLine> list = lines.of(read);
        KindCounts kinds = search.kinds();
        int thisWeek = search.publishedAfter(LocalDate.now(ZoneOffset.UTC).minusDays(Comparisons.WEEK),
                HomeView.MOST_NEW);
        model.addAttribute("view", new HomeView(kinds.total(), thisWeek,
                HomeView.newest(among(list, newest), NEWEST),
                HomeView.contested(among(list, contested), panel.marks(contested), CONTESTED),
                comparisons.ofTheWeek(OF_THE_WEEK), kinds.kinds(), panel.records(), picker.view(List.of())));
        return "site/home";
    }

    private static List<ToolLine> among(List<ToolLine> lines, List<UUID> ids) {
        return lines.stream().filter(line -> ids.contains(line.tool().id())).toList();
    }
}

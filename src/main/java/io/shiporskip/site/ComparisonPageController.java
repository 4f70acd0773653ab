package io.shiporskip.site;

import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.comparisons.Lineup;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.ArrayList;
import java.util.List;

/** Two to four tools side by side, and the form that chooses them. */
@Controller
class ComparisonPageController {

    private static final int SUGGESTIONS = 6;
    private static final String ANSWER = "site/picker :: answer";

    private final Tools tools;
    private final Comparisons comparisons;

    ComparisonPageController(Tools tools, Comparisons comparisons) {
        this.tools = tools;
        this.comparisons = comparisons;
    }

    @GetMapping("/compare/{path}")
    ModelAndView compare(@PathVariable String path) {
        List<ToolSheetView> sheets = found(Lineup.parse(path).orElseThrow(UnknownPage::new));
        String current = pathOf(sheets);
        return current.equals("/compare/" + path)
                ? new ModelAndView("site/comparison", "view", comparisons.of(sheets))
                : Redirects.permanent(current);
    }

    /**
     * The form; with two to four tools chosen, the way to their comparison. HTMX asks while the reader still chooses, and
     * gets the answer of the comparison in a sentence.
     */
    @GetMapping("/compare")
    ModelAndView choose(@RequestParam(name = "tool", defaultValue = "") List<String> chosen, Htmx htmx) {
        List<String> named = chosen.stream().map(String::strip).filter(slug -> !slug.isEmpty()).toList();
        List<Slug> slugs = named.stream().flatMap(slug -> Slug.parse(slug).stream()).distinct().toList();
        if (slugs.size() < 2 || slugs.size() > Lineup.MOST) {
            return htmx.request() ? new ModelAndView(ANSWER) : form(named, problem(named, slugs));
        }
        List<ToolSheetView> sheets = found(Lineup.of(slugs));
        return htmx.request() ? new ModelAndView(ANSWER, "answer", comparisons.of(sheets))
                : Redirects.seeOther(pathOf(sheets));
    }

    private ModelAndView form(List<String> chosen, @Nullable String problem) {
        List<ToolView> all = tools.all();
        ModelAndView form = new ModelAndView("site/picker",
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        form.addObject("view", PickerView.of(all, chosen, problem));
        form.addObject("suggestions", comparisons.closestCalls(all, SUGGESTIONS));
        return form;
    }

    private static @Nullable String problem(List<String> named, List<Slug> slugs) {
        if (slugs.size() > Lineup.MOST) {
            return "Choose at most %d tools.".formatted(Lineup.MOST);
        }
        return named.size() > 1 ? "Choose two different tools." : null;
    }

    /** All tools of the lineup; a former slug finds the tool that bore it. */
    private List<ToolSheetView> found(Lineup lineup) {
        List<ToolSheetView> sheets = tools.sheets(lineup.slugs());
        List<Slug> missing = new ArrayList<>(lineup.slugs());
        sheets.forEach(sheet -> missing.remove(sheet.tool().slug()));
        missing.removeIf(slug -> tools.currentSlug(slug).isPresent());
        if (!missing.isEmpty()) {
            throw new UnknownTool(missing);
        }
        return sheets;
    }

    private static String pathOf(List<ToolSheetView> sheets) {
        return Lineup.of(sheets.stream().map(sheet -> sheet.tool().slug()).toList()).path();
    }
}

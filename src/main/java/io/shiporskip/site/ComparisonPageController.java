package io.shiporskip.site;

import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.comparisons.ComparisonMarkdown;
import io.shiporskip.comparisons.ComparisonView;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.comparisons.Lineup;
import io.shiporskip.comparisons.RowChoice;
import io.shiporskip.platform.Redirects;
import io.shiporskip.platform.SiteProperties;
import io.shiporskip.shared.Htmx;
import io.shiporskip.site.Picker.Understood;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Two to four tools side by side, and the form that chooses them. */
@Controller
class ComparisonPageController {

    private static final int SUGGESTIONS = 6;
    private static final String ANSWER = "site/picker :: answer";
    /** The id of a page's main part, which HTMX puts anew when columns or rows change. */
    private static final String MAIN = "main";

    private final Comparisons comparisons;
    private final Picker picker;
    private final Deciding deciding;
    private final SiteProperties site;

    ComparisonPageController(Comparisons comparisons, Picker picker, Deciding deciding,
            SiteProperties site) {
        this.comparisons = comparisons;
        this.picker = picker;
        this.deciding = deciding;
        this.site = site;
    }

    /** The comparison. HTMX asks where a reader weighs the reviewers, and gets the answer to that. */
    @GetMapping("/compare/{path}")
    ModelAndView compare(@PathVariable String path, @RequestParam MultiValueMap<String, String> parameters, Htmx htmx,
            HttpServletRequest request, HttpServletResponse response) {
        List<ToolSheetView> sheets = picker.found(Lineup.parse(path).orElseThrow(
                () -> Lineup.isTooLong(path) ? new TooManyTools() : new UnknownPage()));
        String current = pathOf(sheets);
        if (!current.equals("/compare/" + path)) {
            return Redirects.permanent(current);
        }
        if (htmx.request() && !MAIN.equals(request.getHeader("HX-Target")) && ofOneKind(sheets)) {
            DecideForm form = deciding.read(parameters);
            return deciding.fragment(new DecideView(current, rows(parameters).query(), form,
                    comparisons.decide(sheets, form.roles(), form.weights(), form.limits())), request, response);
        }
        ComparisonView view = comparisons.of(sheets);
        Optional<DecideForm> form = view.comparable() ? Optional.of(deciding.read(parameters)) : Optional.empty();
        ColumnsView columns = ColumnsView.of(view, rows(parameters), form.map(DecideForm::query).orElse(""));
        if (parameters.getOrDefault("as", List.of()).contains("markdown")) {
            return new ModelAndView(new PlainText(ComparisonMarkdown.of(view, columns.tables(),
                    site.addressOf(current, request) + columns.query())));
        }
        ModelAndView page = new ModelAndView("site/comparison", Map.of("view", view, "columns", columns, "part",
                htmx.request(), "canonical", site.addressOf(current, request)));
        return form.map(chosen -> deciding.page(page,
                new DecideView(current, columns.tables().choice().query(), chosen,
                        view.decide(chosen.roles(), chosen.weights(), chosen.limits())),
                request)).orElse(page);
    }

    /**
     * The form; with two to four tools chosen, the way to their comparison. HTMX asks while the reader still chooses, and
     * gets the answer of the comparison in a sentence, or what is wrong with the choice. A field holds a slug or a name; a name
     * that may be several tools' is asked about.
     *
     * @param parameters the address's, as a map, because as a list of their own Spring would cut a value at its commas
     * @param boosted whether HTMX only follows a link or form in its place, and so wants what the address leads to
     */
    @GetMapping("/compare")
    ModelAndView choose(@RequestParam MultiValueMap<String, String> parameters, Htmx htmx,
            @RequestHeader(name = "HX-Boosted", defaultValue = "false") boolean boosted) {
        List<String> fields = parameters.getOrDefault("tool", List.of()).stream().map(String::strip).toList();
        List<String> named = fields.stream().filter(field -> !field.isEmpty()).toList();
        if (named.size() < 2) {
            boolean submitted = named.size() < fields.size();
            return htmx.request() ? new ModelAndView(ANSWER) : form(named, submitted ? "Choose two tools." : null);
        }
        if (named.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count() > Lineup.MOST) {
            return refused(named, "Choose at most %d tools.".formatted(Lineup.MOST), htmx);
        }
        String kept = Kept.joined(rows(parameters).query(), deciding.read(parameters).query());
        Understood understood = picker.understand(named.stream().distinct().toList(), kept);
        if (!understood.doubts().isEmpty()) {
            return refused(named, "Choose which tool you mean.", htmx).addObject("doubts", understood.doubts());
        }
        List<ToolSheetView> sheets = understood.sheets();
        if (sheets.size() < 2) {
            return refused(named, "Choose two different tools.", htmx);
        }
        return htmx.request() && !boosted ? new ModelAndView(ANSWER, "answer", comparisons.of(sheets))
                : Redirects.seeOther(pathOf(sheets) + kept);
    }

    private static RowChoice rows(MultiValueMap<String, String> parameters) {
        return RowChoice.of(parameters.getOrDefault("row", List.of()),
                parameters.getOrDefault("differences", List.of()));
    }

    /** What is wrong with a choice: beside the fields where HTMX asks, with the form again where it does not. */
    private ModelAndView refused(List<String> chosen, String problem, Htmx htmx) {
        return htmx.request()
                ? new ModelAndView(ANSWER, Map.of("problem", problem), HttpStatus.UNPROCESSABLE_CONTENT)
                : form(chosen, problem);
    }

    private ModelAndView form(List<String> chosen, @Nullable String problem) {
        ModelAndView form = new ModelAndView("site/picker",
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        form.addObject("view", picker.view(chosen));
        form.addObject("problem", problem);
        form.addObject("suggestions", comparisons.closestCalls(SUGGESTIONS));
        return form;
    }

    private static boolean ofOneKind(List<ToolSheetView> sheets) {
        return sheets.stream().allMatch(sheet -> sheet.tool().comparableWith(sheets.getFirst().tool()));
    }

    private static String pathOf(List<ToolSheetView> sheets) {
        return Lineup.of(sheets.stream().map(sheet -> sheet.tool().slug()).toList()).path();
    }
}

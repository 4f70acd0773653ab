package io.shiporskip.site;

import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.comparisons.ComparisonMarkdown;
import io.shiporskip.comparisons.ComparisonView;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.comparisons.Decision;
import io.shiporskip.comparisons.Lineup;
import io.shiporskip.platform.Redirects;
import io.shiporskip.platform.SiteProperties;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two to four tools side by side. */
@Controller
class ComparisonPageController {

    private static final String TARGET = "HX-Target";
    /** Opens the form that decides on a page with more than two columns, which else has a link to it and stays small. */
    private static final String DECIDE = "decide";
    /** The id of a page's main part, which HTMX puts anew when columns or rows change. */
    private static final String MAIN = "main";

    private final Lineups lineups;
    private final Comparisons comparisons;
    private final Deciding deciding;
    private final SiteProperties site;

    ComparisonPageController(Lineups lineups, Comparisons comparisons, Deciding deciding, SiteProperties site) {
        this.lineups = lineups;
        this.comparisons = comparisons;
        this.deciding = deciding;
        this.site = site;
    }

    /** The comparison. HTMX asks where a reader weighs the reviewers, and gets the answer to that. */
    @GetMapping("/compare/{path}")
    ModelAndView compare(@PathVariable String path, @RequestParam MultiValueMap<String, String> parameters, Htmx htmx,
            HttpServletRequest request, HttpServletResponse response) {
        List<ToolSheetView> sheets = lineups.found(Lineup.parse(path).orElseThrow(
                () -> Lineup.isTooLong(path) ? new TooManyTools() : new UnknownPage()));
        String current = Lineups.pathOf(sheets);
        if (!current.equals("/compare/" + path)) {
            return Redirects.permanent(current);
        }
        response.addHeader(HttpHeaders.VARY, TARGET);
        if (htmx.request() && !MAIN.equals(request.getHeader(TARGET)) && ofOneKind(sheets)) {
            DecideForm form = deciding.read(parameters);
            return deciding.fragment(new DecideView(current, Lineups.rows(parameters).query(), form,
                    comparisons.decide(sheets, form.roles(), form.weights(), form.limits())), request, response);
        }
        ComparisonView view = comparisons.of(sheets);
        Optional<DecideForm> form = view.comparable() ? Optional.of(deciding.read(parameters)) : Optional.empty();
        ColumnsView columns = ColumnsView.of(view, Lineups.rows(parameters), form.map(DecideForm::query).orElse(""));
        if (parameters.getOrDefault("as", List.of()).contains("markdown")) {
            Decision decision = form.filter(DecideForm::changed)
                    .map(chosen -> view.decide(chosen.roles(), chosen.weights(), chosen.limits())).orElse(null);
            return new ModelAndView(new PlainText(ComparisonMarkdown.of(view, columns.tables(), decision,
                    site.addressOf(current, request) + columns.query())));
        }
        ModelAndView page = new ModelAndView("site/comparison", Map.of("view", view, "columns", columns, "part",
                htmx.request(), "canonical", site.addressOf(current, request)));
        return form.map(chosen -> {
            String rows = columns.tables().choice().query();
            DecideView decide = new DecideView(current, rows, chosen,
                    view.decide(chosen.roles(), chosen.weights(), chosen.limits()));
            boolean open = sheets.size() == 2 || decide.changed() || parameters.containsKey(DECIDE);
            return open ? deciding.page(page, decide, request)
                    : page.addObject("weigh", current + Kept.joined(rows, "?" + DECIDE + "=yes") + "#" + DECIDE);
        }).orElse(page);
    }

    private static boolean ofOneKind(List<ToolSheetView> sheets) {
        return sheets.stream().allMatch(sheet -> sheet.tool().comparableWith(sheets.getFirst().tool()));
    }
}

package io.shiporskip.site;

import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.comparisons.Lineup;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import io.shiporskip.site.Picker.Understood;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Map;

/** The form that chooses the tools of a comparison. */
@Controller
class PickerController {

    private static final int SUGGESTIONS = 6;
    private static final String ANSWER = "site/picker :: answer";

    private final Picker picker;
    private final Comparisons comparisons;
    private final Deciding deciding;

    PickerController(Picker picker, Comparisons comparisons, Deciding deciding) {
        this.picker = picker;
        this.comparisons = comparisons;
        this.deciding = deciding;
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
        List<String> names = Picker.once(named);
        if (names.size() > Lineup.MOST) {
            return refused(named, "Choose at most %d tools.".formatted(Lineup.MOST), htmx);
        }
        String kept = Kept.joined(Lineups.rows(parameters).query(), deciding.read(parameters).query());
        Understood understood = picker.understand(names, kept);
        if (!understood.doubts().isEmpty()) {
            ModelAndView asked = refused(named,
                    understood.known() ? "Choose which tool you mean." : "No tool goes by that name.", htmx);
            asked.setStatus(understood.known() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.NOT_FOUND);
            return asked.addObject("doubts", understood.doubts());
        }
        List<ToolSheetView> sheets = understood.sheets();
        if (sheets.size() < 2) {
            return refused(named, "Choose two different tools.", htmx);
        }
        return htmx.request() && !boosted ? new ModelAndView(ANSWER, "answer", comparisons.of(sheets))
                : Redirects.seeOther(Lineups.pathOf(sheets) + kept);
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
}

package io.shiporskip.site;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** What a field suggests while somebody types. The same for everybody, and so kept for a minute. */
@Controller
class SuggestionController {

    private static final String OPTIONS = "site/suggestions :: options";

    private final Finder finder;
    private final Picker picker;

    SuggestionController(Finder finder, Picker picker) {
        this.finder = finder;
        this.picker = picker;
    }

    @GetMapping("/search/suggestions")
    String suggestions(@RequestParam(defaultValue = "") String q, Model model, HttpServletResponse response) {
        return options(finder.suggest(q), model, response);
    }

    /**
     * In a field that chooses one of the tools to compare.
     *
     * @param parameters the address's: {@code q} as typed, and {@code tool} for each of the other fields
     */
    @GetMapping("/compare/suggestions")
    String toCompare(@RequestParam MultiValueMap<String, String> parameters, Model model,
            HttpServletResponse response) {
        return options(picker.suggest(parameters.getOrDefault("q", List.of("")).getFirst(),
                parameters.getOrDefault("tool", List.of())), model, response);
    }

    private static String options(List<SuggestionView> suggestions, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        model.addAttribute("suggestions", suggestions);
        return OPTIONS;
    }
}

package io.shiporskip.site;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a field suggests while somebody types. The same for everybody, and so kept for a minute. */
@Controller
class SuggestionController {

    private final Finder finder;

    SuggestionController(Finder finder) {
        this.finder = finder;
    }

    @GetMapping("/search/suggestions")
    String suggestions(@RequestParam(defaultValue = "") String q, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        model.addAttribute("suggestions", finder.suggest(q));
        return "site/suggestions :: options";
    }
}

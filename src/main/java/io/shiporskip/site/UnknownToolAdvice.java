package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.UnknownTool;
import io.shiporskip.platform.ErrorView;
import io.shiporskip.platform.ErrorView.Suggestion;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who asks for a tool that is not there is shown the ones whose names come close. */
@ControllerAdvice
class UnknownToolAdvice {

    private static final int SUGGESTIONS = 5;

    private final Finder finder;

    UnknownToolAdvice(Finder finder) {
        this.finder = finder;
    }

    @ExceptionHandler
    String unknown(UnknownTool unknown, HttpServletResponse response, Model model, Htmx htmx) {
        List<Suggestion> suggestions = resembling(unknown.missing()).stream()
                .map(tool -> new Suggestion(tool.path(), tool.name(), tool.tagline())).toList();
        String asked = unknown.missing().stream().collect(Collectors.joining("” or “", "“", "”"));
        model.addAttribute("error", new ErrorView(notFound(response), "No tool goes by that name",
                "There is no tool at " + asked + ". " + (suggestions.isEmpty() ? "Look for it in the list of all tools."
                        : "It may be one of these."),
                suggestions));
        if (!unknown.known().isEmpty()) {
            model.addAttribute("again", Picker.address(
                    Stream.concat(unknown.known().stream(), unknown.missing().stream()).toList()));
        }
        return ErrorView.template(htmx);
    }

    @ExceptionHandler(TooManyTools.class)
    String tooMany(HttpServletResponse response, Model model, Htmx htmx) {
        model.addAttribute("error", new ErrorView(notFound(response), "Too many tools at once",
                "A comparison takes two to four tools.", List.of()));
        return ErrorView.template(htmx);
    }

    private static int notFound(HttpServletResponse response) {
        int status = HttpStatus.NOT_FOUND.value();
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return status;
    }

    /** The best for each name in turn, then the second best, so that no name takes the places of another. */
    private List<ToolView> resembling(List<String> missing) {
        List<List<ToolView>> byName = missing.stream()
                .map(name -> finder.likely(name, SUGGESTIONS).stream().map(SuggestionView::tool).toList()).toList();
        return IntStream.range(0, SUGGESTIONS).boxed()
                .flatMap(rank -> byName.stream().flatMap(found -> found.stream().skip(rank).limit(1))).distinct()
                .limit(SUGGESTIONS).toList();
    }
}

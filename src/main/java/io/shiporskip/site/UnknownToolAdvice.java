package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.platform.ErrorView;
import io.shiporskip.platform.ErrorView.Suggestion;
import io.shiporskip.shared.Slug;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who asks for a tool that is not there is shown the ones whose names come close. */
@ControllerAdvice
class UnknownToolAdvice {

    private static final int SUGGESTIONS = 5;

    private final Tools tools;

    UnknownToolAdvice(Tools tools) {
        this.tools = tools;
    }

    @ExceptionHandler
    String unknown(UnknownTool unknown, HttpServletResponse response, Model model) {
        List<Suggestion> suggestions = resembling(unknown.missing()).stream()
                .map(tool -> new Suggestion(tool.path(), tool.name(), tool.tagline())).toList();
        String asked = unknown.missing().stream().map(Slug::value).collect(Collectors.joining("” or “", "“", "”"));
        int status = HttpStatus.NOT_FOUND.value();
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("error", new ErrorView(status, "No tool goes by that name",
                "There is no tool at " + asked + ". " + (suggestions.isEmpty() ? "Look for it in the list of all tools."
                        : "It may be one of these."),
                suggestions));
        return ErrorView.TEMPLATE;
    }

    /** The best for each name in turn, then the second best, so that no name takes the places of another. */
    private List<ToolView> resembling(List<Slug> missing) {
        List<List<ToolView>> byName = missing.stream().map(slug -> tools.resembling(slug.value(), SUGGESTIONS))
                .toList();
        return IntStream.range(0, SUGGESTIONS).boxed()
                .flatMap(rank -> byName.stream().flatMap(found -> found.stream().skip(rank).limit(1))).distinct()
                .limit(SUGGESTIONS).toList();
    }
}

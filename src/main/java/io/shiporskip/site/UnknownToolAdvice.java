package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.UnknownTool;
import io.shiporskip.editorial.Withdrawals;
import io.shiporskip.editorial.WithdrawnView;
import io.shiporskip.platform.ErrorView;
import io.shiporskip.platform.ErrorView.Suggestion;
import io.shiporskip.platform.SafeMethods;
import io.shiporskip.shared.Htmx;
import io.shiporskip.shared.Slug;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who asks for a tool that is not there is shown the ones whose names come close. */
@ControllerAdvice
class UnknownToolAdvice {

    private static final int SUGGESTIONS = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK)
            .withZone(ZoneOffset.UTC);

    private final Finder finder;
    private final Withdrawals withdrawals;

    UnknownToolAdvice(Finder finder, Withdrawals withdrawals) {
        this.finder = finder;
        this.withdrawals = withdrawals;
    }

    @ExceptionHandler
    String unknown(UnknownTool unknown, HttpServletRequest request, HttpServletResponse response, Model model,
            Htmx htmx) {
        List<WithdrawnView> withdrawn = withdrawals
                .find(unknown.missing().stream().flatMap(missing -> Slug.parse(missing).stream()).toList());
        model.addAttribute("error", withdrawn.isEmpty() ? nowhere(unknown, response)
                : gone(withdrawn, SafeMethods.reads(request), response));
        if (!unknown.known().isEmpty()) {
            model.addAttribute("again", Picker.address(
                    Stream.concat(unknown.known().stream(), unknown.missing().stream()).toList()));
        }
        return ErrorView.template(htmx);
    }

    private ErrorView nowhere(UnknownTool unknown, HttpServletResponse response) {
        List<Suggestion> suggestions = resembling(unknown.missing()).stream()
                .map(tool -> new Suggestion(tool.path(), tool.name(), tool.tagline())).toList();
        String asked = unknown.missing().stream().collect(Collectors.joining("” or “", "“", "”"));
        return new ErrorView(refused(response, HttpStatus.NOT_FOUND), "No tool goes by that name",
                "There is no tool at " + asked + ". " + (suggestions.isEmpty() ? "Look for it in the list of all tools."
                        : "It may be one of these."),
                suggestions);
    }

    /** A page that was there says so for good; a vote finds no tool, as everywhere. */
    private static ErrorView gone(List<WithdrawnView> withdrawn, boolean page, HttpServletResponse response) {
        return new ErrorView(refused(response, page ? HttpStatus.GONE : HttpStatus.NOT_FOUND),
                withdrawn.stream().map(WithdrawnView::name).distinct().collect(Collectors.joining(" and "))
                        + (withdrawn.size() == 1 ? " is" : " are") + " no longer reviewed here",
                withdrawn.stream().map(tool -> "Withdrawn on " + DAY.format(tool.at()) + ": " + tool.reason())
                        .distinct().collect(Collectors.joining(" ")),
                withdrawn.stream().flatMap(tool -> tool.replacement().stream()).distinct()
                        .map(instead -> new Suggestion(instead.path(), instead.name(), instead.tagline())).toList());
    }

    @ExceptionHandler(TooManyTools.class)
    String tooMany(HttpServletResponse response, Model model, Htmx htmx) {
        model.addAttribute("error", new ErrorView(refused(response, HttpStatus.NOT_FOUND), "Too many tools at once",
                "A comparison takes two to four tools.", List.of()));
        return ErrorView.template(htmx);
    }

    private static int refused(HttpServletResponse response, HttpStatus status) {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return status.value();
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

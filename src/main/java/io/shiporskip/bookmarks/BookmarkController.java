package io.shiporskip.bookmarks;

import io.shiporskip.catalogue.Tools;
import io.shiporskip.catalogue.UnknownTool;
import io.shiporskip.platform.Back;
import io.shiporskip.platform.Redirects;
import io.shiporskip.platform.Unprocessable;
import io.shiporskip.shared.Htmx;
import io.shiporskip.shared.Slug;
import io.shiporskip.visitors.Visitor;
import io.shiporskip.visitors.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A visitor's bookmark on a tool: kept or not. The form field {@code from=bookmarks} says that the button stands in the list
 * of bookmarks, and that its row is the answer; {@code since} is the time that undoing gives back to a bookmark.
 */
@Controller
class BookmarkController {

    private final Bookmarks bookmarks;
    private final BookmarksPage page;
    private final Tools tools;
    private final Visitors visitors;
    private final Back back;

    BookmarkController(Bookmarks bookmarks, BookmarksPage page, Tools tools, Visitors visitors, Back back) {
        this.bookmarks = bookmarks;
        this.page = page;
        this.tools = tools;
        this.visitors = visitors;
        this.back = back;
    }

    @PostMapping("/tools/{slug}/bookmark")
    ModelAndView bookmark(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response,
            Htmx htmx) {
        boolean kept = switch (only("kept", request)) {
            case "true" -> true;
            case "false" -> false;
            case null, default -> throw unclear();
        };
        Instant since = time(only("since", request));
        boolean inList = "bookmarks".equals(only("from", request));
        Slug tool = Slug.parse(slug.toLowerCase(Locale.ROOT)).orElseThrow(() -> new UnknownTool(List.of(slug)));
        Bookmark bookmark = change(tool, kept, since, request, response);
        if (htmx.request()) {
            int count = visitors.known(request).map(bookmarks::count).orElse(0);
            return inList ? page.row(bookmark, kept, count)
                    : new ModelAndView("components/bookmark :: answer", Map.of("tool",
                            tools.byIds(List.of(bookmark.tool())).stream().findFirst().orElseThrow(
                                    () -> new UnknownTool(List.of(tool.value()))),
                            "kept", kept, "count", count));
        }
        return inList ? Redirects.seeOther(kept ? "/bookmarks" : removed(tool, bookmark))
                : back.to(request, "/tools/" + tool, "bookmark-" + tool);
    }

    private Bookmark change(Slug tool, boolean kept, @Nullable Instant since, HttpServletRequest request,
            HttpServletResponse response) {
        Function<Visitor, Bookmark> change = visitor -> (kept ? bookmarks.keep(visitor, tool, since)
                : bookmarks.drop(visitor, tool)).orElseThrow(() -> new UnknownTool(List.of(tool.value())));
        // Who is no visitor has nothing to drop, and becomes none by trying.
        return !kept && visitors.known(request).isEmpty() ? change.apply(visitors.knownOrNew(request))
                : visitors.act(request, response, change);
    }

    /** The page says what was removed, and can undo it, by its address alone: without scripts there is no row to tell it. */
    private static String removed(Slug tool, Bookmark bookmark) {
        return "/bookmarks?removed=" + tool
                + Optional.ofNullable(bookmark.keptAt()).map(keptAt -> "&since=" + keptAt).orElse("");
    }

    /** The one value of a field; nothing where it is missing. */
    private static @Nullable String only(String field, HttpServletRequest request) {
        String[] values = request.getParameterValues(field);
        if (values != null && values.length > 1) {
            throw unclear();
        }
        return values == null ? null : values[0];
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : BookmarkFile.time(text);
        } catch (DateTimeException | Unprocessable _) {
            throw unclear();
        }
    }

    private static Unprocessable unclear() {
        return new Unprocessable("Your choice did not arrive", "Press the bookmark button again.");
    }
}

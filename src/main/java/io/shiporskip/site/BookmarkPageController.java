package io.shiporskip.site;

import io.shiporskip.bookmarks.Bookmark;
import io.shiporskip.bookmarks.Bookmarks;
import io.shiporskip.bookmarks.BookmarksPage;
import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.shared.Htmx;
import io.shiporskip.shared.Slug;
import io.shiporskip.site.BookmarksView.Removed;
import io.shiporskip.visitors.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tools that a visitor keeps: the page, what the drawer holds, and the rows in both. */
@Controller
class BookmarkPageController implements BookmarksPage {

    private final Bookmarks bookmarks;
    private final Tools tools;
    private final ToolLines lines;
    private final Visitors visitors;
    private final OwnState own;

    BookmarkPageController(Bookmarks bookmarks, Tools tools, ToolLines lines, Visitors visitors, OwnState own) {
        this.bookmarks = bookmarks;
        this.tools = tools;
        this.lines = lines;
        this.visitors = visitors;
        this.own = own;
    }

    /**
     * The list.
     *
     * @param removed the tool that a form without scripts has just removed
     * @param since since when it had been kept
     */
    @GetMapping("/bookmarks")
    ModelAndView bookmarks(@RequestParam(defaultValue = "") String removed,
            @RequestParam(defaultValue = "") String since, HttpServletRequest request, Htmx htmx) {
        return shown(request, htmx, Outcome.NONE, removed, since);
    }

    @Override
    public ModelAndView list(HttpServletRequest request, Htmx htmx, Outcome outcome) {
        return shown(request, htmx, outcome, "", "");
    }

    @Override
    public ModelAndView row(Bookmark bookmark, boolean kept, int count) {
        ToolView tool = tools.byIds(List.of(bookmark.tool())).stream().findFirst()
                .orElseThrow(UnknownPage::new);
        ModelAndView row = new ModelAndView("site/bookmarks :: answer",
                Map.of("tool", tool, "kept", kept, "count", count));
        if (kept) {
            row.addObject("line", lines.of(List.of(tool)).getFirst());
            row.addObject("ticked", BookmarksView.ticked(count));
        } else {
            row.addObject("since", bookmark.keptAt());
        }
        return row;
    }

    /** Without the cookie it is the same page for everyone, whatever the address adds. */
    private ModelAndView shown(HttpServletRequest request, Htmx htmx, Outcome outcome, String removed, String since) {
        List<ToolLine> kept = lines(htmx.request() ? visitors.known(request).map(bookmarks::of).orElse(List.of())
                : own.of(request).bookmarks());
        Optional<Removed> gone = visitors.known(request).isEmpty() ? Optional.empty() : removed(removed, since)
                .filter(dropped -> kept.stream().noneMatch(line -> line.tool().id().equals(dropped.tool().id())));
        return new ModelAndView(htmx.request() ? "site/bookmarks :: drawer" : "site/bookmarks", "view",
                new BookmarksView(kept, outcome, gone.orElse(null)));
    }

    private List<ToolLine> lines(List<UUID> order) {
        return lines.of(tools.byIds(order)).stream()
                .sorted(Comparator.comparingInt(line -> order.indexOf(line.tool().id()))).toList();
    }

    private Optional<Removed> removed(String slug, String since) {
        return Slug.parse(slug).map(asked -> tools.sheets(List.of(asked))).flatMap(found -> found.stream().findFirst())
                .map(ToolSheetView::tool).map(tool -> new Removed(tool, time(since)));
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}

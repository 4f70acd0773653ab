package io.shiporskip.bookmarks;

import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.catalogue.UnknownTool;
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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A visitor's bookmark on a tool: kept or not. */
@Controller
class BookmarkController {

    private final Bookmarks bookmarks;
    private final Tools tools;
    private final Visitors visitors;

    BookmarkController(Bookmarks bookmarks, Tools tools, Visitors visitors) {
        this.bookmarks = bookmarks;
        this.tools = tools;
        this.visitors = visitors;
    }

    @PostMapping("/tools/{slug}/bookmark")
    ModelAndView bookmark(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response,
            Htmx htmx) {
        boolean kept = kept(request.getParameterValues("kept"));
        ToolView tool = Slug.parse(slug.toLowerCase(Locale.ROOT)).map(asked -> tools.sheets(List.of(asked)))
                .flatMap(found -> found.stream().findFirst()).map(ToolSheetView::tool)
                .orElseThrow(() -> new UnknownTool(List.of(slug)));
        Visitor visitor = visitors.knownOrNew(request);
        try {
            if (kept) {
                bookmarks.keep(visitor, tool.slug());
            } else {
                bookmarks.drop(visitor, tool.slug());
            }
        } finally {
            visitors.remember(visitor, request, response);
        }
        return htmx.request()
                ? new ModelAndView("components/bookmark :: answer",
                        Map.of("tool", tool, "kept", kept, "count", bookmarks.of(visitor).size()))
                : Redirects.seeOther(tool.path());
    }

    private static boolean kept(String @Nullable [] values) {
        if (values == null || values.length != 1 || !Arrays.asList("true", "false").contains(values[0])) {
            throw new Unprocessable("That says neither keep nor drop", "Press the bookmark button again.");
        }
        return values[0].equals("true");
    }
}

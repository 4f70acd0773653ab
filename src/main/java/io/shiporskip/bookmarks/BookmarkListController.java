package io.shiporskip.bookmarks;

import io.shiporskip.bookmarks.BookmarkFile.Entry;
import io.shiporskip.bookmarks.Bookmarks.Imported;
import io.shiporskip.bookmarks.BookmarksPage.Outcome;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.platform.Unprocessable;
import io.shiporskip.shared.Htmx;
import io.shiporskip.visitors.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * All bookmarks of a visitor at once: cleared, or added from a file. What was cleared goes to the browser and can be sent
 * back from there; nothing of it is kept here.
 */
@Controller
class BookmarkListController {

    private static final int MOST_NAMED = 5;

    private final Bookmarks bookmarks;
    private final BookmarksPage page;
    private final Tools tools;
    private final Visitors visitors;

    BookmarkListController(Bookmarks bookmarks, BookmarksPage page, Tools tools, Visitors visitors) {
        this.bookmarks = bookmarks;
        this.page = page;
        this.tools = tools;
        this.visitors = visitors;
    }

    @PostMapping("/bookmarks/clear")
    ModelAndView clear(HttpServletRequest request, HttpServletResponse response, Htmx htmx) {
        List<Bookmark> cleared = visitors.known(request)
                .map(_ -> visitors.act(request, response, bookmarks::clear)).orElse(List.of());
        List<ToolView> dropped = tools.byIds(cleared.stream().map(Bookmark::tool).toList());
        return page.list(request, htmx, new Outcome("Cleared " + counted(dropped.size()) + ".", "",
                dropped.isEmpty() ? null : BookmarkFile.write(BookmarkFile.entries(cleared, dropped)), dropped));
    }

    @PostMapping("/bookmarks/import")
    ModelAndView add(@RequestParam(required = false) @Nullable List<MultipartFile> file, HttpServletRequest request,
            HttpServletResponse response, Htmx htmx) {
        List<Entry> entries;
        try {
            entries = BookmarkFile.read(bytes(file, request.getParameterValues("bookmarks")));
        } catch (Unprocessable refused) {
            if (htmx.request()) {
                throw refused;
            }
            ModelAndView again = page.list(request, htmx,
                    Outcome.refused(refused.getMessage() + ". " + refused.advice()));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Imported imported = visitors.act(request, response, visitor -> bookmarks.add(visitor, entries),
                found -> found.added() + found.known() > 0);
        return page.list(request, htmx, Outcome.done(sentence(imported)));
    }

    /** What came with the form, by either of its fields; nothing where it came twice or not at all. */
    private static byte[] bytes(@Nullable List<MultipartFile> files, String @Nullable [] texts) {
        boolean one = (files == null ? 0 : files.size()) + (texts == null ? 0 : texts.length) == 1;
        try {
            if (one && files != null && !files.isEmpty()) {
                return files.getFirst().getBytes();
            }
            return one && texts != null ? texts[0].getBytes(StandardCharsets.UTF_8) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sentence(Imported imported) {
        StringBuilder said = new StringBuilder(imported.added() == 0 && imported.known() > 0 ? "Nothing new."
                : "Added " + counted(imported.added()) + ".");
        if (imported.known() > 0) {
            said.append(imported.known() == 1 ? " One was" : " " + imported.known() + " were").append(" here already.");
        }
        List<String> missing = imported.missing();
        if (!missing.isEmpty()) {
            int rest = missing.size() - MOST_NAMED;
            said.append(" Not on this site: ")
                    .append(String.join(", ", missing.subList(0, Math.min(missing.size(), MOST_NAMED))))
                    .append(rest > 0 ? " and " + rest + " more." : ".");
        }
        return said.toString();
    }

    private static String counted(int bookmarks) {
        return switch (bookmarks) {
            case 0 -> "no bookmarks";
            case 1 -> "1 bookmark";
            default -> bookmarks + " bookmarks";
        };
    }
}

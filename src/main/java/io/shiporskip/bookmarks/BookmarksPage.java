package io.shiporskip.bookmarks;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/**
 * The page of a visitor's bookmarks. It shows more of a tool than this room knows, so it lives in {@code site}; the acts of
 * this room answer with it.
 */
public interface BookmarksPage {

    /**
     * What has just happened to the list.
     *
     * @param said what it was, in a sentence; empty where nothing was done
     * @param problem why it was refused, in a sentence or two; empty where it was not
     * @param undo the dropped bookmarks as the text of a file; nothing where there is nothing to undo
     * @param dropped the tools that are no longer kept
     */
    record Outcome(String said, String problem, @Nullable String undo, List<ToolView> dropped) {

        /** Nothing. */
        public static final Outcome NONE = new Outcome("", "", null, List.of());

        /** Something was done that needs no undoing. */
        static Outcome done(String said) {
            return new Outcome(said, "", null, List.of());
        }

        /** Something was refused. */
        static Outcome refused(String problem) {
            return new Outcome("", problem, null, List.of());
        }
    }

    /** The whole list: a page, or what the drawer holds where HTMX asks. */
    ModelAndView list(HttpServletRequest request, Htmx htmx, Outcome outcome);

    /**
     * The row of one tool, which is now kept or was dropped, for HTMX.
     *
     * @param bookmark the bookmark as it is, or as it was
     * @param kept whether it is kept now
     * @param count how many tools the visitor keeps now
     */
    ModelAndView row(Bookmark bookmark, boolean kept, int count);
}

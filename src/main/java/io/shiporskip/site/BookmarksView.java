package io.shiporskip.site;

import io.shiporskip.bookmarks.BookmarksPage.Outcome;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Lineup;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * The tools that a visitor keeps, as a list.
 *
 * @param lines the tools, the one kept last first
 * @param outcome what has just happened to the list
 * @param removed the tool that was just removed, which can be undone; nothing where there is none
 */
public record BookmarksView(List<ToolLine> lines, Outcome outcome, @Nullable Removed removed) {

    /**
     * A tool that is no longer kept.
     *
     * @param tool the tool
     * @param since since when it was kept; nothing where nobody knows
     */
    public record Removed(ToolView tool, @Nullable Instant since) {}

    /** How many tools are kept. */
    public int count() {
        return lines.size();
    }

    /** Whether all tools are chosen for a comparison from the start, as many as it takes being kept. */
    public boolean ticked() {
        return ticked(count());
    }

    static boolean ticked(int count) {
        return count <= Lineup.MOST;
    }
}

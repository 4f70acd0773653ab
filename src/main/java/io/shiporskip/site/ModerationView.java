package io.shiporskip.site;

import io.shiporskip.shared.Figures;
import io.shiporskip.votes.ModerationEntry;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A page of the log of moderation.
 *
 * @param entries the newest first
 * @param older the entry before which the next page begins, or nothing where this is the last
 * @param newest whether the newest entry is on this page
 * @param held how many votes are held now over all published tools
 */
public record ModerationView(List<ModerationEntry> entries, @Nullable Long older, boolean newest, long held) {

    /** @param found one more than a page has, where there are more */
    static ModerationView of(List<ModerationEntry> found, int page, boolean newest, long held) {
        boolean more = found.size() > page;
        List<ModerationEntry> entries = more ? found.subList(0, page) : found;
        return new ModerationView(entries, more ? entries.getLast().id() : null, newest, held);
    }

    /** How many votes wait for a decision, in a sentence. */
    public String heldSentence() {
        return held == 0 ? "No vote is held now."
                : held == 1 ? "1 vote is held now." : Figures.of(held) + " votes are held now.";
    }

    /** What was done, in a sentence. */
    public String text(ModerationEntry entry) {
        return "An editor " + entry.act().word() + " " + Figures.of(entry.total())
                + (entry.total() == 1 ? " held vote: " : " held votes: ") + Figures.of(entry.ships()) + " ship / "
                + Figures.of(entry.skips()) + " skip.";
    }
}

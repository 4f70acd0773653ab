package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.panel.Standing;
import io.shiporskip.panel.TakeView;

import java.util.List;

/**
 * A reviewer's page.
 *
 * @param line the reviewer and what the takes add up to
 * @param dissents the takes that stand furthest from their panels, the boldest first; only on the first page
 * @param takes what they said, the highest score first
 * @param first whether the takes are the first ones
 * @param next where the next takes begin, as it stands in the address; empty where there are none
 */
public record ReviewerPage(ReviewerLine line, List<DissentLine> dissents, List<TakeLine> takes, boolean first,
        String next) {

    /** The reviewer. */
    public ReviewerView reviewer() {
        return line.reviewer();
    }

    /** Whether there are no takes at all. */
    public boolean untried() {
        return takes.isEmpty() && (first || line.record().total() == 0);
    }

    /** Whether the address names a page behind the last one. */
    public boolean pastTheEnd() {
        return takes.isEmpty() && !untried();
    }

    /** The address of the next takes. */
    public String nextAddress() {
        return reviewer().path() + "?page=" + next;
    }

    /**
     * A dissent in a list.
     *
     * @param standing how it stands to the others
     * @param tool the tool
     */
    public record DissentLine(Standing standing, ToolView tool) {}

    /**
     * A take in a list.
     *
     * @param take the take
     * @param tool the tool
     */
    public record TakeLine(TakeView take, ToolView tool) {}
}

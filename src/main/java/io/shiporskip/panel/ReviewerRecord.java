package io.shiporskip.panel;

import java.util.List;
import java.util.UUID;

/**
 * A reviewer with what the takes on published tools add up to.
 *
 * @param reviewer the reviewer
 * @param record how often they said ship and skip, and the range of their scores
 * @param fromPanel how far their scores lie from those of the others
 * @param dissents the tools on which they stand furthest from their panels, the boldest first, at most
 *            {@link #MOST_DISSENTS}
 */
public record ReviewerRecord(ReviewerView reviewer, PanelVerdict record, PanelDistance fromPanel,
        List<UUID> dissents) {

    /** So many of a reviewer's dissents are kept. */
    public static final int MOST_DISSENTS = 5;

    public ReviewerRecord {
        dissents = List.copyOf(dissents);
    }

    /** "Ships 82% of 22 tools". */
    public String line() {
        return record.total() == 0 ? "No takes yet" : "Ships %s of %d tools".formatted(record.share(), record.total());
    }
}

package io.shiporskip.panel;

/**
 * A reviewer with how often they said ship and skip.
 *
 * @param reviewer the reviewer
 * @param record the takes on published tools, of more than {@link #MOST} the last ones; without scores
 */
public record ReviewerRecord(ReviewerView reviewer, PanelVerdict record) {

    /** So many takes of a reviewer are counted at most. */
    public static final int MOST = 500;

    /** "Ships 82% of 22 tools". */
    public String line() {
        if (record.total() == 0) {
            return "No takes yet";
        }
        return "Ships %s of %s%d tools".formatted(record.share(), record.total() == MOST ? "the last " : "",
                record.total());
    }
}

package io.shiporskip.desk;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A page of the audit.
 *
 * @param rows the newest first
 * @param older the row before which the next page begins, or nothing where this is the last
 * @param newest whether the newest row is on this page
 */
public record AuditView(List<Row> rows, @Nullable Long older, boolean newest) {

    static AuditView of(List<Row> found, boolean newest) {
        boolean more = found.size() > Audit.PAGE;
        List<Row> rows = more ? found.subList(0, Audit.PAGE) : found;
        return new AuditView(rows, more ? rows.getLast().id() : null, newest);
    }

    /**
     * Something that was done.
     *
     * @param id grows from row to row
     * @param at when
     * @param who their name, as it was then
     * @param what in the past tense
     * @param kind of what it was done to
     * @param label what it was done to, as it was called then
     * @param reason why; may be empty
     * @param detail the rest in a line; may be empty
     */
    public record Row(long id, Instant at, String who, String what, String kind, String label, String reason,
            String detail) {

        /** When, for machines; HTML knows no microseconds. */
        public String moment() {
            return at.truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }
}

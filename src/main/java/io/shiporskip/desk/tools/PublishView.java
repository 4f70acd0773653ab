package io.shiporskip.desk.tools;

import io.shiporskip.editorial.Manuscript;
import io.shiporskip.editorial.Problem;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The last look before a draft is public.
 *
 * @param work the draft
 * @param problems what has to be put right first
 * @param warnings what should be looked at once more
 * @param reason why, as typed
 * @param correction whether something wrong is put right
 * @param at when, as typed; empty for now
 * @param zone the zone of the site
 */
public record PublishView(Manuscript work, List<Problem> problems, List<Problem> warnings, String reason,
        boolean correction, String at, ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

    /** The address of the draft. */
    public String path() {
        return "/desk/tools/" + work.key();
    }

    /** Whether readers have the tool already, so that a reason is asked for. */
    public boolean known() {
        return work.published() != null;
    }

    /** Where a problem or warning can be put right. */
    public String place(Problem problem) {
        String part = problem.part().equals(Problem.SHEET) ? path() : path() + "/takes/" + problem.part();
        return part + "?check=yes#" + problem.field();
    }

    /** What concerns the draft itself. */
    public List<Problem> inside() {
        return problems.stream().filter(problem -> !problem.field().equals("reason") && !problem.field().equals("at"))
                .toList();
    }

    /** What is wrong with a field of this page; empty where nothing is. */
    public String problem(String field) {
        return problems.stream().filter(problem -> problem.field().equals(field)).map(Problem::sentence).findFirst()
                .orElse("");
    }

    /** When it goes out, in UTC and in the zone of the site where that is another. */
    public String schedule() {
        Manuscript.Schedule schedule = work.schedule();
        return schedule == null ? "" : moment(schedule.at());
    }

    /** The present moment, as above. */
    public String now() {
        return moment(Instant.now());
    }

    private String moment(Instant at) {
        String utc = MOMENT.format(at.atZone(ZoneOffset.UTC)) + " UTC";
        return zone.getRules().equals(ZoneOffset.UTC.getRules()) ? utc
                : utc + " (" + MOMENT.format(at.atZone(zone)) + " in " + zone.getId() + ")";
    }
}

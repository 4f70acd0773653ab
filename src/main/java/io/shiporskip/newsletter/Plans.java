package io.shiporskip.newsletter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** When editions go out, and the days that they cover: the weekly moments, and what editors have chosen in their place. */
final class Plans {

    private final EditionPlan plan;
    private final EditionQuery query;
    private final EditionProperties schedule;

    Plans(EditionPlan plan, EditionQuery query, EditionProperties schedule) {
        this.plan = plan;
        this.query = query;
        this.schedule = schedule;
    }

    /**
     * When the coming edition goes out.
     *
     * @param due that moment
     * @param weekly the weekly moment whose place it takes; the same where nobody has chosen another one
     * @param week the days that it covers
     */
    record Appointment(Instant due, Instant weekly, Week week) {}

    Appointment coming(Instant now) {
        return plan.pending()
                .map(planned -> new Appointment(planned.due(), planned.standsFor(), weekOutOfTurn(planned.due())))
                .orElseGet(() -> {
                    Instant weekly = nextWeekly(now);
                    return new Appointment(weekly, weekly, weekAt(weekly));
                });
    }

    ZoneId zone() {
        return schedule.zone();
    }

    /** @throws EditionRefused as {@link Editions#plan} */
    void plan(Instant due, Instant now) {
        if (!due.isAfter(now)) {
            throw new EditionRefused("That moment is past. Choose one to come, or send the edition now.");
        }
        if (due.isAfter(now.plus(Duration.ofDays(Editions.PLANNED_DAYS_AHEAD)))) {
            throw new EditionRefused(
                    "Choose a moment within the next " + Editions.PLANNED_DAYS_AHEAD + " days.");
        }
        plan.set(due, coming(now).weekly());
        plan.forgetDropped();
    }

    /** Whether there was a plan. */
    boolean cancel() {
        return plan.cancel();
    }

    /** Takes what was planned with this id, so that nobody else does; nothing where that was cancelled. */
    Optional<EditionPlan.Plan> take(UUID id) {
        Optional<EditionPlan.Plan> due = plan.pending().filter(planned -> planned.id().equals(id));
        due.ifPresent(_ -> plan.cancel());
        return due;
    }

    /** What was planned last and not sent, as long as nothing was sent or planned since. */
    Optional<DroppedPlan> dropped() {
        return plan.dropped();
    }

    void drop(DroppedPlan dropped) {
        plan.drop(dropped);
    }

    void forgetDropped() {
        plan.forgetDropped();
    }

    /** Whether an editor has chosen another moment for the weekly edition that was due last, past or to come. */
    boolean isReplaced(Instant now) {
        Instant weekly = schedule.lastUpTo(now);
        Instant taken = query.standsFor();
        return plan.pending().isPresent() || taken != null && !taken.isBefore(weekly);
    }

    /** Whether an edition was to go out that did not, though others had before. */
    boolean overdue(Instant now) {
        LocalDate covered = query.lastDayCovered();
        return covered != null && !isReplaced(now)
                && !schedule.lastDayBefore(now).isBefore(covered.plusDays(Week.DAYS));
    }

    /** The days of the weekly edition that was due last; nothing where they are covered. */
    Optional<Week> weekly(Instant now) {
        return Week.upTo(schedule.lastDayBefore(now), query.lastDayCovered());
    }

    /** The days of the weekly edition after this moment, whatever takes its place. */
    Week weekAfter(Instant now) {
        return weekAt(schedule.nextAfter(now));
    }

    /** The days of the next weekly edition of which no edition has taken the place. */
    Week nextWeek(Instant now) {
        return weekAt(nextWeekly(now));
    }

    /** The days before a moment that are not covered, or its own day; nothing where that is covered as well. */
    Optional<Week> outOfTurn(Instant moment) {
        LocalDate covered = query.lastDayCovered();
        LocalDate last = schedule.dayBefore(moment);
        return Week.upTo(last, covered).or(() -> Week.upTo(last.plusDays(1), covered));
    }

    private Week weekOutOfTurn(Instant moment) {
        LocalDate day = schedule.dayBefore(moment).plusDays(1);
        return outOfTurn(moment).orElse(new Week(day, day));
    }

    /** The next weekly moment of which no edition has taken the place. */
    private Instant nextWeekly(Instant now) {
        Instant next = schedule.nextAfter(now);
        Instant taken = query.standsFor();
        return taken == null || taken.isBefore(next) ? next : schedule.nextAfter(taken);
    }

    /** What goes out then covers the days before that are not covered; where all of them are, the schedule was changed. */
    private Week weekAt(Instant due) {
        LocalDate last = schedule.lastDayBefore(due);
        return Week.upTo(last, query.lastDayCovered()).orElse(new Week(last, last));
    }
}

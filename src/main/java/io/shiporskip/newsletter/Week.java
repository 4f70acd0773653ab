package io.shiporskip.newsletter;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The days that an edition covers.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record Week(LocalDate first, LocalDate last) {

    /** So many days an edition covers, when the one before it went out a week ago. */
    static final int DAYS = 7;

    /** So many days it covers at most, when the site was away for longer than a week. */
    static final int MOST_DAYS = 28;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d", Locale.UK);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    public Week {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a week does not end before it begins");
        }
    }

    /**
     * The days up to one that no edition has covered, as far as an edition reaches back: {@link #DAYS} of them where there is no
     * edition before.
     *
     * @param covered the last day that an edition covers; nothing where there is none
     * @param last the last day of the week
     * @return nothing when that day is covered already
     */
    static Optional<Week> upTo(LocalDate last, @Nullable LocalDate covered) {
        if (covered != null && !last.isAfter(covered)) {
            return Optional.empty();
        }
        LocalDate first = covered == null ? last.minusDays(DAYS - 1) : covered.plusDays(1);
        LocalDate earliest = last.minusDays(MOST_DAYS - 1);
        return Optional.of(new Week(first.isBefore(earliest) ? earliest : first, last));
    }

    /** How many days these are, at least 1. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1;
    }

    /** "16–22 November 2026", with the month or the year of the first day where it is another. */
    public String text() {
        if (first.equals(last)) {
            return WHOLE.format(last);
        }
        if (first.getYear() != last.getYear()) {
            return WHOLE.format(first) + " – " + WHOLE.format(last);
        }
        return first.getMonth() == last.getMonth() ? DAY.format(first) + "–" + WHOLE.format(last)
                : DAY_AND_MONTH.format(first) + " – " + WHOLE.format(last);
    }
}

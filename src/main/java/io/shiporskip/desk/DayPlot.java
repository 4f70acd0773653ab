package io.shiporskip.desk;

import io.shiporskip.shared.Figures;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Something counted by day, drawn as bars and said in a sentence.
 *
 * @param one what is counted, where it is one: "vote"
 * @param many what is counted, where it is not one: "votes"
 * @param days one for each day, the last one today (UTC); never empty
 */
public record DayPlot(String one, String many, List<Day> days) {

    private static final int STEP = 12;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    /** A day, and how many there were on it. */
    public record Day(LocalDate on, long count) {

        /** The day in words. */
        public String text() {
            return on.format(DATE);
        }
    }

    /** How many there were on all of these days. */
    public long total() {
        return days.stream().mapToLong(Day::count).sum();
    }

    /** The width of the drawing. */
    public int width() {
        return bars().width(days.size());
    }

    /** Where the bar of a day begins. */
    public int x(int index) {
        return bars().x(index);
    }

    /** How high the bar of a day is: a day with anything has one that can be seen. */
    public long bar(Day day) {
        return bars().height(day.count());
    }

    /** Where the bar of a day begins, from above. */
    public long y(Day day) {
        return bars().y(day.count());
    }

    /** What the drawing shows, in a sentence. */
    public String sentence() {
        long total = total();
        String period = " in the last " + (days.size() == 1 ? "day" : days.size() + " days");
        if (total == 0) {
            return "No " + many + period + ".";
        }
        Day most = most();
        return Figures.of(total, one, many) + period + "; the most on " + most.text() + ", "
                + Figures.of(most.count()) + "; today " + Figures.of(days.getLast().count()) + ".";
    }

    private Bars bars() {
        return new Bars(STEP, most().count());
    }

    private Day most() {
        return days.stream().max(Comparator.comparingLong(Day::count)).orElseThrow();
    }
}

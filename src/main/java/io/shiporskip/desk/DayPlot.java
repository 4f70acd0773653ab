package io.shiporskip.desk;

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

    /** Height of the highest bar, in units of the drawing. */
    private static final int HEIGHT = 60;
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
        return days.size() * STEP;
    }

    /** Where the bar of a day begins. */
    public int x(int index) {
        return index * STEP;
    }

    /** How high the bar of a day is: a day with anything has one that can be seen. */
    public long bar(Day day) {
        return day.count() == 0 ? 1 : Math.max(3, Math.round((double) HEIGHT * day.count() / most().count()));
    }

    /** Where the bar of a day begins, from above. */
    public long y(Day day) {
        return HEIGHT - bar(day);
    }

    /** What the drawing shows, in a sentence. */
    public String sentence() {
        long total = total();
        String period = " in the last " + (days.size() == 1 ? "day" : days.size() + " days");
        if (total == 0) {
            return "No " + many + period + ".";
        }
        Day most = most();
        return number(total) + " " + (total == 1 ? one : many) + period + "; the most on " + most.text() + ", "
                + number(most.count()) + "; today " + number(days.getLast().count()) + ".";
    }

    private Day most() {
        return days.stream().max(Comparator.comparingLong(Day::count)).orElseThrow();
    }

    private static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }
}

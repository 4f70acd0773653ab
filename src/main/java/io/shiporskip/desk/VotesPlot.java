package io.shiporskip.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Votes by day, drawn as bars and said in a sentence.
 *
 * @param days one for each day, the last one today (UTC); never empty
 */
public record VotesPlot(List<Day> days) {

    /** Height of the highest bar, in units of the drawing. */
    private static final int HEIGHT = 60;
    private static final int STEP = 12;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    /** A day's votes, held ones included. */
    public record Day(LocalDate on, long votes) {

        /** The day in words. */
        public String text() {
            return on.format(DATE);
        }
    }

    /** All votes of these days. */
    public long total() {
        return days.stream().mapToLong(Day::votes).sum();
    }

    /** The width of the drawing. */
    public int width() {
        return days.size() * STEP;
    }

    /** Where the bar of a day begins. */
    public int x(int index) {
        return index * STEP;
    }

    /** How high the bar of a day is: a day with a vote has one that can be seen. */
    public long bar(Day day) {
        long most = most().votes();
        return day.votes() == 0 ? 1 : Math.max(3, Math.round((double) HEIGHT * day.votes() / most));
    }

    /** Where the bar of a day begins, from above. */
    public long y(Day day) {
        return HEIGHT - bar(day);
    }

    /** What the drawing shows, in a sentence. */
    public String sentence() {
        long total = total();
        if (total == 0) {
            return "No votes in the last " + days.size() + " days.";
        }
        Day most = most();
        return (total == 1 ? "1 vote" : String.format(Locale.UK, "%,d votes", total)) + " in the last " + days.size()
                + " days; the most on " + most.text() + ", " + String.format(Locale.UK, "%,d", most.votes())
                + "; today " + String.format(Locale.UK, "%,d", days.getLast().votes()) + ".";
    }

    private Day most() {
        return days.stream().max(Comparator.comparingLong(Day::votes)).orElseThrow();
    }
}

package io.shiporskip.desk.votes;

import io.shiporskip.shared.Figures;
import io.shiporskip.shared.Percentage;
import io.shiporskip.votes.Tally;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times of held votes in words; times are in UTC. */
final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    /** "1 vote", "1,200 votes". */
    static String votes(long votes) {
        return Figures.of(votes, "vote", "votes");
    }

    /** "10 ship / 2 skip". */
    static String split(int ships, int skips) {
        return Figures.of(ships) + " ship / " + Figures.of(skips) + " skip";
    }

    /** A part of some votes, as a number and, where there are at least ten, as a share: "9 of 12, 75%". */
    static String part(int part, int whole) {
        return Figures.of(part) + " of " + Figures.of(whole)
                + (whole >= Tally.ENOUGH ? ", " + Percentage.of(part, whole) : "");
    }

    /** From one moment to another, the day once where it is the same; empty where there is none. */
    static String span(@Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return "";
        }
        String begin = MOMENT.format(from);
        String end = MOMENT.format(to);
        if (begin.equals(end)) {
            return begin;
        }
        return begin.substring(0, begin.indexOf(',')).equals(end.substring(0, end.indexOf(',')))
                ? begin + " to " + TIME.format(to) : begin + " to " + end;
    }

    /** A moment: "21 November 2026, 12:05". */
    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** "minute", "15 minutes", "hour", "2 days". */
    static String step(Duration step) {
        if (step.toDays() > 0) {
            return step.toDays() == 1 ? "day" : step.toDays() + " days";
        }
        return step.toHours() == 1 ? "hour" : step.toHours() > 1 ? step.toHours() + " hours"
                : step.toMinutes() == 1 ? "minute" : step.toMinutes() + " minutes";
    }
}

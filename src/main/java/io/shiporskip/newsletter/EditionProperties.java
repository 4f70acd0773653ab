package io.shiporskip.newsletter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When the weekly e-mail goes out. It covers the days before the one on which it goes out.
 *
 * @param day the day of the week
 * @param time the time of day; one that a change of the clocks leaves out is moved on by what it leaves out
 * @param zone where that day and time are
 * @param imprint who sends it, with a postal address: it stands at the foot of each edition; empty for none
 */
@ConfigurationProperties("shiporskip.newsletter.edition")
public record EditionProperties(@DefaultValue("MONDAY") DayOfWeek day, @DefaultValue("08:00") LocalTime time,
        @DefaultValue("UTC") ZoneId zone, @DefaultValue("") String imprint) {

    /** The first time after this moment at which an edition goes out. */
    Instant nextAfter(Instant moment) {
        Instant due = at(moment.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(day)));
        return due.isAfter(moment) ? due : at(moment.atZone(zone).toLocalDate().with(TemporalAdjusters.next(day)));
    }

    /** The last time up to this moment at which an edition was to go out. */
    Instant lastUpTo(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        Instant due = at(today.with(TemporalAdjusters.previousOrSame(day)));
        return due.isAfter(moment) ? at(today.with(TemporalAdjusters.previous(day))) : due;
    }

    /** The last day that an edition covers which goes out at this moment, or was to go out last before it. */
    LocalDate lastDayBefore(Instant moment) {
        return dayBefore(lastUpTo(moment));
    }

    /** The last day that is over at this moment. */
    LocalDate dayBefore(Instant moment) {
        return moment.atZone(zone).toLocalDate().minusDays(1);
    }

    private Instant at(LocalDate date) {
        return ZonedDateTime.of(date, time, zone).toInstant();
    }
}

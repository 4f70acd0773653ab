package io.shiporskip.newsletter;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import static org.assertj.core.api.Assertions.assertThat;

class EditionPropertiesTests {

    private final EditionProperties mondayAtEight = new EditionProperties(DayOfWeek.MONDAY, LocalTime.of(8, 0),
            ZoneOffset.UTC, "");

    @Test
    void anEditionGoesOutOnItsDayAtItsTime() {
        assertThat(mondayAtEight.nextAfter(Instant.parse("2026-11-21T10:00:00Z"))).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(mondayAtEight.nextAfter(Instant.parse("2026-11-23T07:59:59Z"))).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(mondayAtEight.nextAfter(Instant.parse("2026-11-23T08:00:00Z"))).isEqualTo("2026-11-30T08:00:00Z");
    }

    @Test
    void itCoversTheDaysBeforeTheOneOnWhichItGoesOut() {
        LocalDate sunday = LocalDate.of(2026, 11, 22);
        assertThat(mondayAtEight.lastDayBefore(Instant.parse("2026-11-23T08:00:00Z"))).isEqualTo(sunday);
        assertThat(mondayAtEight.lastDayBefore(Instant.parse("2026-11-27T23:00:00Z"))).isEqualTo(sunday);
        assertThat(mondayAtEight.lastDayBefore(Instant.parse("2026-11-23T07:00:00Z")))
                .isEqualTo(sunday.minusDays(7));
    }

    @Test
    void dayAndTimeAreThoseOfTheZone() {
        EditionProperties auckland = new EditionProperties(DayOfWeek.MONDAY, LocalTime.of(8, 0),
                ZoneId.of("Pacific/Auckland"), "");

        // Monday morning there is Sunday evening in UTC.
        assertThat(auckland.nextAfter(Instant.parse("2026-11-21T10:00:00Z"))).isEqualTo("2026-11-22T19:00:00Z");
        assertThat(auckland.lastDayBefore(Instant.parse("2026-11-22T19:00:00Z")))
                .isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void aChangeOfTheClocksLosesNoEdition() {
        EditionProperties london = new EditionProperties(DayOfWeek.SUNDAY, LocalTime.of(1, 30),
                ZoneId.of("Europe/London"), "");

        // On 28 March 2027 the clocks go from 01:00 to 02:00.
        Instant spring = london.nextAfter(Instant.parse("2027-03-27T12:00:00Z"));
        assertThat(spring).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(london.nextAfter(spring)).isEqualTo("2027-04-04T00:30:00Z");
    }
}

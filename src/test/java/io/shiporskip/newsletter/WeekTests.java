package io.shiporskip.newsletter;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WeekTests {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    @Test
    void theFirstEditionCoversSevenDays() {
        Week week = Week.upTo(SUNDAY, null).orElseThrow();

        assertThat(week).isEqualTo(new Week(LocalDate.of(2026, 11, 16), SUNDAY));
        assertThat(week.days()).isEqualTo(7);
    }

    @Test
    void aWeekBeginsAfterTheLastDayThatWasCovered() {
        assertThat(Week.upTo(SUNDAY, SUNDAY.minusDays(7))).contains(new Week(SUNDAY.minusDays(6), SUNDAY));
        assertThat(Week.upTo(SUNDAY, SUNDAY.minusDays(1))).contains(new Week(SUNDAY, SUNDAY));
    }

    @Test
    void afterALongAbsenceFourWeeksAreCaughtUp() {
        assertThat(Week.upTo(SUNDAY, SUNDAY.minusDays(21)).orElseThrow().days()).isEqualTo(21);
        assertThat(Week.upTo(SUNDAY, SUNDAY.minusDays(300)).orElseThrow().days()).isEqualTo(28);
    }

    @Test
    void noDayIsCoveredTwice() {
        assertThat(Week.upTo(SUNDAY, SUNDAY)).isEmpty();
        assertThat(Week.upTo(SUNDAY, SUNDAY.plusDays(3))).isEmpty();
    }

    @Test
    void itsTextNamesMonthAndYearOnceWhereTheyAreTheSame() {
        assertThat(new Week(LocalDate.of(2026, 11, 16), SUNDAY).text()).isEqualTo("16–22 November 2026");
        assertThat(new Week(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 6)).text())
                .isEqualTo("30 November – 6 December 2026");
        assertThat(new Week(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 3)).text())
                .isEqualTo("28 December 2026 – 3 January 2027");
        assertThat(new Week(SUNDAY, SUNDAY).text()).isEqualTo("22 November 2026");
    }

    @Test
    void itDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new Week(SUNDAY, SUNDAY.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }
}

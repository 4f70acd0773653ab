package io.shiporskip.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class WilsonIntervalTests {

    /**
     * The four rows with 81, 15, 0 and 1 successes are the method 3 column of table I in R. G. Newcombe, "Two-sided confidence
     * intervals for the single proportion", Statistics in Medicine 17 (1998), 857-872.
     */
    @ParameterizedTest
    @CsvSource({ "81,263,0.2553,0.3662", "15,148,0.0624,0.1605", "0,20,0.0000,0.1611", "1,29,0.0061,0.1718",
        "7,7,0.6457,1.0000", "18,24,0.5510,0.8800", "90,100,0.8256,0.9448", "0,10,0.0000,0.2775",
        "10,10,0.7225,1.0000", "5,10,0.2366,0.7634" })
    void itHasThePublishedBounds(long successes, long trials, double lower, double upper) {
        WilsonInterval interval = WilsonInterval.of(successes, trials);

        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    @Test
    void successesAndFailuresMirrorEachOther() {
        for (int trials = 1; trials <= 60; trials++) {
            for (int successes = 0; successes <= trials; successes++) {
                WilsonInterval interval = WilsonInterval.of(successes, trials);
                WilsonInterval mirrored = WilsonInterval.of(trials - successes, trials);

                assertThat(interval.lower()).isCloseTo(1 - mirrored.upper(), within(1e-12));
                assertThat(interval.upper()).isCloseTo(1 - mirrored.lower(), within(1e-12));
            }
        }
    }

    @Test
    void itHoldsTheShareAndStaysBetweenNoneAndAll() {
        for (int trials = 1; trials <= 60; trials++) {
            for (int successes = 0; successes <= trials; successes++) {
                WilsonInterval interval = WilsonInterval.of(successes, trials);

                assertThat((double) successes / trials).isBetween(interval.lower() - 1e-12, interval.upper() + 1e-12);
                assertThat(interval.lower()).isBetween(0.0, 1.0);
                assertThat(interval.upper()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void moreVotesOfTheSameShareSayMore() {
        assertThat(WilsonInterval.of(9, 10).lower()).isLessThan(WilsonInterval.of(90, 100).lower());
        assertThat(WilsonInterval.of(7, 7).lower()).isLessThan(WilsonInterval.of(90, 100).lower());
    }

    @Test
    void aPageShowsItsBoundsAsWholePerCents() {
        WilsonInterval interval = WilsonInterval.of(18, 24);

        assertThat(interval.lowerPercentage()).hasToString("55%");
        assertThat(interval.upperPercentage()).hasToString("88%");
        assertThat(new WilsonInterval(0.125, 0.135).lowerPercentage()).hasToString("13%");
    }

    @ParameterizedTest
    @CsvSource({ "0,0", "1,0", "-1,5", "6,5" })
    void thereIsNoneWithoutTrials(long successes, long trials) {
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(successes, trials));
    }
}

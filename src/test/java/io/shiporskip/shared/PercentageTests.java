package io.shiporskip.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PercentageTests {

    @ParameterizedTest
    @CsvSource({ "0,4,0", "1,4,25", "3,4,75", "4,4,100", "1,8,13", "3,8,38", "1,3,33", "2,3,67", "1,200,1", "1,201,0",
        "199,200,100", "198,200,99", "1,40,3", "123456789012,987654321098,12" })
    void aShareIsAWholePerCentWithHalvesUp(long part, long whole, int expected) {
        assertThat(Percentage.of(part, whole)).isEqualTo(new Percentage(expected));
    }

    @ParameterizedTest
    @CsvSource({ "0,0", "1,0", "-1,4", "5,4", "0,-1" })
    void whatIsNoPartHasNoShare(long part, long whole) {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentage.of(part, whole))
                .withMessage(part + " is no part of " + whole);
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 101 })
    void itLiesBetweenNoneAndAll(int value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Percentage(value));
    }

    @Test
    void itIsWrittenWithItsSign() {
        assertThat(new Percentage(75)).hasToString("75%");
    }
}

package io.shiporskip.catalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class FactTests {

    @ParameterizedTest
    @CsvSource({ "RELEASED, 2025-05-15, 15 May 2025", "RELEASED, 2024-08, Aug 2024", "RELEASED, 2024, 2024",
        "RELEASED, in the spring of 2025, in the spring of 2025", "RELEASED, 2025-02-30, 2025-02-30",
        "CONTEXT, 2025-05-15, 2025-05-15" })
    void aPageShowsTheDayOfAReleaseInWords(Aspect aspect, String value, String shown) {
        assertThat(new Fact(aspect, value, "https://example.com", LocalDate.of(2026, 11, 21)).shown())
                .isEqualTo(shown);
    }

    @Test
    void whatNobodyCouldConfirmIsNotVerified() {
        assertThat(Fact.notVerified(Aspect.RELEASED).shown()).isEqualTo("Not verified");
    }
}

package io.shiporskip.editorial;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonTests {

    @Test
    void whatIsTypedHasOneKindOfLineEndAndNothingThatNoPersonTypes() {
        assertThat(Reason.typed(Author.SITE, " One.\r\nTwo.\rThree.\0\u0007 ", false).text())
                .isEqualTo("One.\nTwo.\nThree.");
    }

    @Test
    void lineEndsOfABrowserDoNotMakeAReasonTooLong() {
        String longest = "line\n".repeat(Reason.LONGEST / 5 - 1) + "lines";
        assertThat(Reason.typed(Author.SITE, longest.replace("\n", "\r\n"), false).text()).isEqualTo(longest);
    }
}

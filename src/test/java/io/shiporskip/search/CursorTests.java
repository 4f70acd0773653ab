package io.shiporskip.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CursorTests {

    @Test
    void aCursorIsReadAsItWasWritten() {
        Cursor number = new Cursor("-72.5", "aider");
        Cursor name = new Cursor("a name ~ with a tilde", "aider");

        assertThat(Cursor.parse(number.text(), Sort.SCORE)).contains(number);
        assertThat(Cursor.parse(name.text(), Sort.NAME)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "~", "aider", "~1", "aider~", "aider~x", "aider~NaN", "aider~Infinity", "aider~1e999",
        "24" })
    void anyOtherTextMeansTheFirstPage(String text) {
        assertThat(Cursor.parse(text, Sort.SCORE)).isEmpty();
    }

    @Test
    void aNumberedPageLiesWithinWhatIsLookedAt() {
        assertThat(Cursor.number("24")).isEqualTo(24);
        assertThat(Cursor.number("-5")).isZero();
        assertThat(Cursor.number("9999999999999999999999")).isZero();
        assertThat(Cursor.number("999999999")).isEqualTo(3 * MatchQuery.MOST_MATCHES);
        assertThat(Cursor.number("x")).isZero();
    }
}

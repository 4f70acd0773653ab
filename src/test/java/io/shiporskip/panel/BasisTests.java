package io.shiporskip.panel;

import io.shiporskip.panel.Basis.Footing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BasisTests {

    @ParameterizedTest
    @CsvSource({ "documentation,DOCUMENTATION,,Documentation only", "tried,TRIED,,Tried",
        "in use for 1 week,IN_USE,1,In use for 1 week", "in use for 6 weeks,IN_USE,6,In use for 6 weeks",
        "in use for 1000 weeks,IN_USE,1000,In use for 1000 weeks" })
    void aFileSaysItInWordsAndAPageShowsThem(String text, Footing footing, Integer weeks, String label) {
        assertThat(Basis.parse(text)).contains(new Basis(footing, weeks)).map(Basis::label).contains(label);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Tried", "rumour", "in use", "in use for 0 weeks", "in use for 06 weeks",
        "in use for 1001 weeks", "in use for -1 weeks", "in use for 6 months", "in use for 6 weeks ",
        "in use for ６ weeks" })
    void anythingElseIsNoBasis(String text) {
        assertThat(Basis.parse(text)).isEmpty();
    }

    @Test
    void weeksBelongToAToolInUseAndOnlyThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Basis(Footing.TRIED, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> new Basis(Footing.IN_USE, null));
    }
}

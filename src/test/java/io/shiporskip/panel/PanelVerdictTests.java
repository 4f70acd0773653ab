package io.shiporskip.panel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static io.shiporskip.testing.TakeMother.ship;
import static io.shiporskip.testing.TakeMother.skip;
import static org.assertj.core.api.Assertions.assertThat;

class PanelVerdictTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 | 0 | SHIP  | 100% | 4 ship / 0 skip | Ship · 4 ship / 0 skip
            3 | 1 | SHIP  | 75%  | 3 ship / 1 skip | Ship · 3 ship / 1 skip
            2 | 1 | SHIP  | 67%  | 2 ship / 1 skip | Ship · 2 ship / 1 skip
            2 | 2 | SPLIT | 50%  | 2 ship / 2 skip | Split · 2 ship / 2 skip
            1 | 2 | SKIP  | 33%  | 1 ship / 2 skip | Skip · 1 ship / 2 skip
            1 | 5 | SKIP  | 17%  | 1 ship / 5 skip | Skip · 1 ship / 5 skip
            0 | 1 | SKIP  | 0%   | 0 ship / 1 skip | Skip · 0 ship / 1 skip
            """)
    void theMajorityDecides(int ships, int skips, Outcome outcome, String share, String counts, String line) {
        PanelVerdict verdict = new PanelVerdict(ships, skips, null);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.share()).hasToString(share);
        assertThat(verdict.counts()).isEqualTo(counts);
        assertThat(verdict.line()).isEqualTo(line);
        assertThat(verdict.ofTotal()).isEqualTo(ships + " of " + (ships + skips));
    }

    @Test
    void withoutTakesThereIsNoVerdictAndNoShare() {
        PanelVerdict verdict = PanelVerdict.of(List.of());

        assertThat(verdict).isEqualTo(PanelVerdict.NONE);
        assertThat(verdict.outcome()).isEqualTo(Outcome.NONE);
        assertThat(verdict.share()).isNull();
        assertThat(verdict.line()).isEqualTo("No panel verdict yet");
        assertThat(verdict.scoreText()).isEqualTo("Not scored");
        assertThat(verdict.division()).isZero();
    }

    @Test
    void aTakeWithoutAScoreCountsForTheVerdictAndNotForTheScore() {
        PanelVerdict verdict = PanelVerdict
                .of(List.of(ship("Builder", 80), ship("Skeptic"), skip("Futurist", 51), skip("PM")));

        assertThat(verdict.counts()).isEqualTo("2 ship / 2 skip");
        assertThat(verdict.score()).isEqualTo(new PanelScore(66, 51, 80, 2));
        assertThat(verdict.scoreText()).isEqualTo("66, from 51 to 80");
    }

    @Test
    void aPanelThatGaveNoScoreIsNotScored() {
        assertThat(PanelVerdict.of(List.of(ship("Builder"), ship("Skeptic"))).scoreText()).isEqualTo("Not scored");
    }

    @Test
    void anEvenSplitIsTheMostDividedAndTheSpreadOfScoresBreaksTies() {
        double united = PanelVerdict.of(List.of(ship("Builder", 80), ship("Skeptic", 80))).division();
        double wide = PanelVerdict.of(List.of(ship("Builder", 90), ship("Skeptic", 60))).division();
        double threeToOne = new PanelVerdict(3, 1, null).division();
        double even = new PanelVerdict(2, 2, null).division();

        assertThat(united).isZero();
        assertThat(wide).isGreaterThan(united).isLessThan(threeToOne);
        assertThat(threeToOne).isEqualTo(0.5);
        assertThat(even).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({ "SHIP,Ship,ship", "SKIP,Skip,skip", "SPLIT,Split,split", "NONE,No panel verdict yet,none" })
    void eachOutcomeHasItsWords(Outcome outcome, String label, String key) {
        assertThat(outcome.label()).isEqualTo(label);
        assertThat(outcome.key()).isEqualTo(key);
    }
}

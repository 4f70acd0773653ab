package io.shiporskip.panel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class PanelScoreTests {

    record Example(List<Integer> scores, PanelScore expected, String text) {}

    static Stream<Example> examples() {
        return Stream.of(example("80, from 76 to 84", 80, 76, 84, 84, 78, 82, 76),
                example("81, from 72 to 88", 81, 72, 88, 88, 78, 85, 72), example("50", 50, 50, 50, 50),
                example("1, from 0 to 1", 1, 0, 1, 0, 1), example("0, from 0 to 1", 0, 0, 1, 0, 0, 1),
                example("100, from 99 to 100", 100, 99, 100, 99, 100), example("0", 0, 0, 0, 0, 0),
                example("70", 70, 70, 70, 70, 70, 70));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsTheMeanWithHalvesUpAndTheRange(Example example) {
        PanelScore score = PanelScore.of(example.scores());

        assertThat(score).isEqualTo(example.expected());
        assertThat(score).isNotNull().extracting(PanelScore::text).isEqualTo(example.text());
    }

    @Test
    void withoutScoresThereIsNone() {
        assertThat(PanelScore.of(List.of())).isNull();
    }

    @Test
    void theSpreadIsHowFarTheReviewersLieApart() {
        assertThat(new PanelScore(80, 76, 84, 4).spread()).isEqualTo(8);
    }

    private static Example example(String text, int mean, int lowest, int highest, Integer... scores) {
        return new Example(Arrays.asList(scores), new PanelScore(mean, lowest, highest, scores.length), text);
    }
}

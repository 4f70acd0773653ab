package io.shiporskip.site;

import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Verdict;
import io.shiporskip.site.DisagreementView.Dot;
import io.shiporskip.votes.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import static io.shiporskip.panel.Verdict.SHIP;
import static io.shiporskip.panel.Verdict.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

class DisagreementViewTests {

    @Test
    void whatIsDrawnIsThereInWords() {
        DisagreementView view = view(new Tally(18, 6, 0), mark("Builder", SHIP, 87), mark("Creator", SHIP, null),
                mark("Founder", SKIP, 52));

        assertThat(view.words()).isEqualTo("On a scale from 0 to 100. Ship: Builder 87, Creator (no score)."
                + " Skip: Founder 52. Mean 70. Community: 75% ship (95% interval 55% to 88%, 24 votes).");
        assertThat(view.line())
                .isEqualTo("2 ship / 1 skip, scored 52 to 87. Community 75% ship (95% interval 55% to 88%, 24 votes)");
    }

    @Test
    void aPanelOfOneVoiceHasNoOtherSide() {
        DisagreementView view = view(new Tally(3, 0, 0), mark("Builder", SHIP, 87));

        assertThat(view.words()).isEqualTo("On a scale from 0 to 100. Ship: Builder 87. Mean 87.");
        assertThat(view.skips()).isEmpty();
    }

    @Test
    void withoutScoresAndVotesThereIsNothingToDraw() {
        assertThat(view(new Tally(9, 0, 0), mark("Builder", SHIP, null)).drawn()).isFalse();
        assertThat(view(new Tally(10, 0, 0), mark("Builder", SHIP, null)).drawn()).isTrue();
        assertThat(view(Tally.NONE, mark("Builder", SHIP, 1)).drawn()).isTrue();
    }

    @Test
    void theScaleGoesFromOneEdgeToTheOther() {
        DisagreementView view = view(Tally.NONE, mark("Builder", SHIP, 100), mark("Skeptic", SKIP, 0));

        assertThat(view.dots()).extracting(Dot::x).containsExactly(10, DisagreementView.WIDTH - 10);
        assertThat(view.dots()).extracting(Dot::ship).containsExactly(false, true);
        assertThat(view.dots()).extracting(Dot::y).containsOnly(6);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 5, 20 })
    void noTwoShapesLieOnEachOtherAndAllLieInTheDrawing(int step) {
        DisagreementView view = view(Tally.NONE, IntStream.range(0, 6)
                .mapToObj(i -> mark("Role " + i, i % 2 == 0 ? SHIP : SKIP, i * step)).toArray(Mark[]::new));

        List<Dot> dots = view.dots();
        assertThat(dots).hasSize(6).allSatisfy(dot -> assertThat(dot.y()).isBetween(5, view.axis() - 5));
        for (Dot one : dots) {
            assertThat(dots.stream().filter(
                    other -> Math.abs(one.x() - other.x()) < 10 && Math.abs(one.y() - other.y()) < 10)).hasSize(1);
        }
    }

    private static DisagreementView view(Tally tally, Mark... marks) {
        return DisagreementView.of(List.of(marks), tally);
    }

    private static Mark mark(String name, Verdict verdict, @Nullable Integer score) {
        return new Mark(new UUID(0, 1), name.toLowerCase(Locale.ROOT), name, verdict, score);
    }
}

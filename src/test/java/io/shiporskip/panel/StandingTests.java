package io.shiporskip.panel;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import static io.shiporskip.panel.Verdict.SHIP;
import static io.shiporskip.panel.Verdict.SKIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StandingTests {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Test
    void aReviewerIsMeasuredAgainstTheOthersAlone() {
        Standing founder = standing("Founder", mark("Builder", SHIP, 87), mark("Skeptic", SHIP, 78),
                mark("Futurist", SHIP, 82), mark("Founder", SKIP, 52));

        assertThat(founder.others()).isEqualTo(3);
        assertThat(founder.opposed()).isEqualTo(3);
        assertThat(founder.points()).isCloseTo(52 - 247 / 3.0, within(1e-9));
        assertThat(founder.dissent()).isTrue();
        assertThat(founder.sentence())
                .isEqualTo("Says skip where 3 of 3 others say ship, 30.3 points below their mean.");
    }

    @Test
    void aTakeWithoutAScoreStandsByItsVerdictAlone() {
        Standing founder = standing("Founder", mark("Builder", SHIP, 87), mark("Founder", SKIP, null));

        assertThat(founder.points()).isNull();
        assertThat(founder.sentence()).isEqualTo("Says skip where 1 of 1 others says ship.");
    }

    @Test
    void whoSpeaksAloneStandsAgainstNobody() {
        Standing alone = standing("Builder", mark("Builder", SKIP, 20));

        assertThat(alone.points()).isNull();
        assertThat(alone.dissent()).isFalse();
    }

    @Test
    void aScoreFarFromTheOthersIsADissentAlsoWhereTheVerdictIsTheSame() {
        assertThat(standing("Builder", mark("Builder", SHIP, 80), mark("Skeptic", SHIP, 70)).dissent()).isTrue();
        assertThat(standing("Builder", mark("Builder", SHIP, 79), mark("Skeptic", SHIP, 70)).dissent()).isFalse();
        assertThat(standing("Builder", mark("Builder", SHIP, 80), mark("Skeptic", SHIP, 70)).sentence())
                .isEqualTo("Says ship as the others do, 10.0 points above their mean.");
    }

    @Test
    void halfOfTheOthersIsNotMostOfThem() {
        assertThat(standing("Builder", mark("Builder", SHIP, null), mark("Skeptic", SHIP, null),
                mark("PM", SKIP, null)).dissent()).isFalse();
    }

    @Test
    void theBoldestStandsAgainstMostAndThenFurthestAway() {
        Standing alone = standing("Builder", mark("Builder", SKIP, 70), mark("Skeptic", SHIP, 75));
        Standing further = standing("Builder", mark(TWO, "Builder", SKIP, 40), mark(TWO, "Skeptic", SHIP, 75));
        Standing agreeing = standing("Builder", mark("Builder", SHIP, 20), mark("Skeptic", SHIP, 95));

        assertThat(Stream.of(agreeing, alone, further).sorted(Standing.BOLDEST_FIRST)).containsExactly(further, alone,
                agreeing);
    }

    @Test
    void theDistanceIsTheMeanOverTheToolsThatAnotherScoredAsWell() {
        PanelDistance distance = distance(
                standing("Builder", mark("Builder", SHIP, 80), mark("Skeptic", SHIP, 70)),
                standing("Builder", mark("Builder", SHIP, 60), mark("Skeptic", SHIP, 65)),
                standing("Builder", mark("Builder", SHIP, 90), mark("Skeptic", SHIP, null)),
                standing("Builder", mark("Builder", SHIP, null), mark("Skeptic", SHIP, 50)));

        assertThat(distance).isEqualTo(new PanelDistance(2, 7.5, 2.5));
        assertThat(distance.text()).isEqualTo("7.5 points");
        assertThat(distance.basis()).isEqualTo("over 2 tools, 2.5 above the others on average");
    }

    @Test
    void withNothingToCompareThereIsNoDistance() {
        PanelDistance distance = distance();

        assertThat(distance.text()).isEqualTo("Not enough scores");
        assertThat(distance.basis()).isEmpty();
    }

    private static PanelDistance distance(Standing... standings) {
        RecordSum sum = new RecordSum();
        Stream.of(standings).forEach(sum::add);
        return sum.fromPanel();
    }

    private static Standing standing(String name, Mark... panel) {
        return Standing.of(List.of(panel)).stream().filter(one -> one.mark().name().equals(name)).findFirst()
                .orElseThrow();
    }

    private static Mark mark(String name, Verdict verdict, @Nullable Integer score) {
        return mark(ONE, name, verdict, score);
    }

    private static Mark mark(UUID tool, String name, Verdict verdict, @Nullable Integer score) {
        return new Mark(tool, name.toLowerCase(Locale.ROOT), name, verdict, score);
    }
}

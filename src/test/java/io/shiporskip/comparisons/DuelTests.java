package io.shiporskip.comparisons;

import io.shiporskip.comparisons.Duel.Result;
import io.shiporskip.comparisons.Duel.RoleGap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static io.shiporskip.comparisons.Scores.duel;
import static io.shiporskip.comparisons.Scores.scores;
import static org.assertj.core.api.Assertions.assertThat;

class DuelTests {

    @Test
    void onlyRolesThatScoredBothCount() {
        Duel duel = Duel.between(Map.of("Builder", 90, "PM", 10), Map.of("Builder", 80, "Founder", 100));

        assertThat(duel.roles()).containsExactly(new RoleGap("Builder", 90, 80));
        assertThat(duel.enoughRoles()).isFalse();
        assertThat(duel.result()).isEqualTo(Result.TOO_CLOSE);
    }

    @Test
    void rolesStandInThePanelsOrder() {
        assertThat(Duel.between(scores(1, 2, 3, 4), scores(9, 8, 7, 6)).roles()).extracting(RoleGap::role)
                .containsExactly("Builder", "Skeptic", "Futurist", "PM");
    }

    @ParameterizedTest
    @CsvSource({ "3,3,FIRST", "4,2,FIRST", "6,0,FIRST", "5,0,TOO_CLOSE", "3,2,TOO_CLOSE", "0,0,TOO_CLOSE",
        "-3,-2,TOO_CLOSE", "-3,-3,SECOND", "10,-4,FIRST", "10,-5,TOO_CLOSE", "-10,4,SECOND" })
    void aLeadOfThreePointsDecidesAndOneBelowDoesNot(int builder, int skeptic, Result result) {
        assertThat(duel(builder, skeptic).result()).isEqualTo(result);
    }

    @Test
    void theThresholdIsExactWhereTheMeanIsNoWholeNumber() {
        assertThat(duel(3, 3, 2).result()).isEqualTo(Result.TOO_CLOSE);
        assertThat(duel(3, 3, 3).result()).isEqualTo(Result.FIRST);
        assertThat(duel(4, 4, 1).result()).isEqualTo(Result.FIRST);
        assertThat(duel(4, 4, 0).result()).isEqualTo(Result.TOO_CLOSE);
    }

    @Test
    void oneVoiceDecidesNothing() {
        assertThat(duel(50).result()).isEqualTo(Result.TOO_CLOSE);
        assertThat(duel(50, 50).result()).isEqualTo(Result.FIRST);
        assertThat(duel().result()).isEqualTo(Result.TOO_CLOSE);
    }

    @ParameterizedTest
    @CsvSource({ "3,3,2,2.7", "4,4,4,4", "-3,-3,-2,2.7", "0,0,0,0", "1,-1,0,0", "5,6,6,5.7" })
    void aLeadHasOneDecimalHalvesUp(int first, int second, int third, String lead) {
        assertThat(duel(first, second, third).leadText()).isEqualTo(lead);
    }

    @Test
    void aLeadThatIsTooSmallNeverLooksLargeEnough() {
        Duel justUnder = new Duel(IntStream.range(0, 50)
                .mapToObj(i -> new RoleGap("Role " + i, i == 0 ? 2 : 3, 0)).toList());

        assertThat(justUnder.result()).isEqualTo(Result.TOO_CLOSE);
        assertThat(justUnder.leadText()).isEqualTo("2.9");
    }

    @Test
    void meansAreOverTheCommonRoles() {
        Duel duel = Duel.between(scores(88, 78, 85, 72), scores(87, 78, 82));

        assertThat(duel.firstMeanText()).isEqualTo("83.7");
        assertThat(duel.secondMeanText()).isEqualTo("82.3");
        assertThat(new Duel(List.of()).firstMeanText()).isEqualTo("0");
    }
}

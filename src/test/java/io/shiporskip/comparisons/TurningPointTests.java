package io.shiporskip.comparisons;

import io.shiporskip.comparisons.Duel.Result;
import io.shiporskip.comparisons.Duel.RoleGap;
import io.shiporskip.comparisons.TurningPoint.Heavier;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static io.shiporskip.comparisons.Scores.duel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TurningPointTests {

    private static final List<String> ROLES = List.of("Builder", "Skeptic", "Futurist", "PM", "Founder", "Creator");
    private static final List<Duel> WON = won(2000);

    @Test
    void theStatedWeightReallyTurnsIt() {
        int turned = 0;
        for (Duel won : WON) {
            Heavier heavier = TurningPoint.of(won).heavier();
            if (heavier == null) {
                assertThat(won.roles()).as("gaps of %s", won).allMatch(role -> role.gap() >= Duel.LEAST_LEAD);
                continue;
            }
            turned++;
            RoleGap role = role(won, heavier.role());
            double stated = heavier.tooClose().doubleValue();

            assertThat(lead(won, role, stated + 1e-6)).as("lead above %s in %s", heavier, won)
                    .isLessThan(Duel.LEAST_LEAD);
            assertThat(lead(won, role, exact(won, role) - 0.05)).as("lead below %s in %s", heavier, won)
                    .isGreaterThanOrEqualTo(Duel.LEAST_LEAD);
            assertThat(stated).as("rounding of %s in %s", heavier, won).isBetween(exact(won, role) - 1e-9,
                    exact(won, role) + 0.1);
        }
        assertThat(turned).isGreaterThan(500);
    }

    @Test
    void noOtherRoleTurnsItWithALesserWeight() {
        for (Duel won : WON) {
            Heavier heavier = TurningPoint.of(won).heavier();
            if (heavier != null) {
                assertThat(won.roles()).as("%s in %s", heavier, won).allSatisfy(role -> assertThat(
                        lead(won, role, Math.max(1, heavier.tooClose().doubleValue() - 0.1 - 1e-9)))
                        .isGreaterThanOrEqualTo(Duel.LEAST_LEAD - 1e-9));
            }
        }
    }

    @Test
    void wherePromisedTheOtherToolReallyWins() {
        int flipped = 0;
        for (Duel won : WON) {
            Heavier heavier = TurningPoint.of(won).heavier();
            if (heavier == null) {
                continue;
            }
            RoleGap role = role(won, heavier.role());
            BigDecimal otherWins = heavier.otherWins();
            if (otherWins == null) {
                assertThat(lead(won, role, 1e9)).as("%s in %s", heavier, won)
                        .isGreaterThan(-Duel.LEAST_LEAD - 1e-6);
                continue;
            }
            flipped++;
            assertThat(lead(won, role, otherWins.doubleValue() + 1e-6)).as("%s in %s", heavier, won)
                    .isLessThanOrEqualTo(-Duel.LEAST_LEAD);
            assertThat(lead(won, role, otherWins.doubleValue() - 0.15)).as("%s in %s", heavier, won)
                    .isGreaterThan(-Duel.LEAST_LEAD);
            assertThat(otherWins).isGreaterThan(heavier.tooClose());
        }
        assertThat(flipped).isGreaterThan(200);
    }

    @Test
    void leavingOutTheNamedRolesEndsItAsSaidAndLeavingOutOthersDoesNot() {
        for (Duel won : WON) {
            TurningPoint turning = TurningPoint.of(won);
            for (RoleGap role : won.roles()) {
                Result without = new Duel(won.roles().stream().filter(other -> !other.equals(role)).toList()).result();
                assertThat(without).as("%s without the %s", won, role.role())
                        .isEqualTo(turning.tooCloseWithout().contains(role.role()) ? Result.TOO_CLOSE
                                : turning.otherWinsWithout().contains(role.role()) ? Result.SECOND : Result.FIRST);
            }
        }
        assertThat(WON).anyMatch(won -> !TurningPoint.of(won).otherWinsWithout().isEmpty());
    }

    @Test
    void thePointsAreTheFewestThatEndIt() {
        int stated = 0;
        for (Duel won : WON) {
            Integer points = TurningPoint.of(won).points();
            for (RoleGap role : won.roles()) {
                int fewest = IntStream.rangeClosed(1, role.first())
                        .filter(fewer -> fewer(won, role, fewer).result() != Result.FIRST).findFirst().orElse(0);
                if (points == null) {
                    assertThat(won.roles()).as("%s", won)
                            .anyMatch(other -> fewer(won, other, other.first()).result() == Result.FIRST);
                } else {
                    assertThat(fewest).as("fewest of the %s in %s", role.role(), won).isEqualTo(points);
                    assertThat(fewer(won, role, points).result()).isEqualTo(Result.TOO_CLOSE);
                    stated++;
                }
            }
        }
        assertThat(stated).isGreaterThan(1000);
    }

    @Test
    void itIsSaidInWords() {
        assertThat(TurningPoint.of(duel(10, 6, -6, 8)).sentences("A", "B")).containsExactly(
                "Give the Futurist more than 1.7 times the weight of each other reviewer and it is too close to call.",
                "Give the Futurist more than 11 times the weight and it is B.",
                "Leave out the Builder and it is too close to call.",
                "7 points fewer from any one reviewer for A and it is too close to call.");
    }

    @Test
    void whereAllSeeALeadNoWeightTurnsIt() {
        assertThat(TurningPoint.of(duel(3, 3)).sentences("A", "B")).containsExactly(
                "No reviewer's weight turns it: every one who scored both sees A ahead by 3 points or more.",
                "Leave out the Builder or the Skeptic and it is too close to call.",
                "1 point fewer from any one reviewer for A and it is too close to call.");
    }

    @Test
    void whereOneReviewerCarriesThePickLeavingItOutPicksTheOther() {
        assertThat(TurningPoint.of(duel(20, -4, -4)).sentences("A", "B")).contains("Leave out the Builder and it is B.")
                .noneMatch(sentence -> sentence.startsWith("Leave out") && sentence.contains("too close"));
    }

    @Test
    void pointsThatNoReviewerHasToGiveAreNotSpokenOf() {
        assertThat(TurningPoint.of(duel(30, 30, 30, 30)).sentences("A", "B")).noneMatch(
                sentence -> sentence.contains("fewer"));
    }

    @Test
    void onlyAPickCanBeTurned() {
        assertThatIllegalArgumentException().isThrownBy(() -> TurningPoint.of(duel(1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> TurningPoint.of(duel(-9, -9)));
    }

    private static List<Duel> won(int cases) {
        Random random = new Random(20261121);
        List<Duel> won = new ArrayList<>();
        while (won.size() < cases) {
            int spread = 1 + random.nextInt(50);
            List<RoleGap> roles = new ArrayList<>();
            for (String role : ROLES.subList(0, 2 + random.nextInt(5))) {
                int second = 20 + random.nextInt(60);
                roles.add(new RoleGap(role, Math.clamp(second + random.nextInt(-spread, spread + 4), 0, 100), second));
            }
            Duel duel = new Duel(roles);
            if (duel.result() == Result.FIRST) {
                won.add(duel);
            }
        }
        return won;
    }

    private static RoleGap role(Duel duel, String name) {
        return duel.roles().stream().filter(role -> role.role().equals(name)).findFirst().orElseThrow();
    }

    /** The weighted mean of the gaps, straight from its definition. */
    private static double lead(Duel duel, RoleGap heavy, double weight) {
        double sum = duel.roles().stream().mapToDouble(role -> role.gap() * (role.equals(heavy) ? weight : 1)).sum();
        double weights = duel.roles().stream().mapToDouble(role -> role.equals(heavy) ? weight : 1).sum();
        return sum / weights;
    }

    /** The unrounded weight at which the lead is exactly the least, found by halving an interval. */
    private static double exact(Duel duel, RoleGap role) {
        double low = 0;
        double high = 1e6;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (lead(duel, role, middle) < Duel.LEAST_LEAD) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static Duel fewer(Duel duel, RoleGap from, int points) {
        return new Duel(duel.roles().stream()
                .map(role -> role.equals(from) ? new RoleGap(role.role(), role.first() - points, role.second()) : role)
                .toList());
    }
}

package io.shiporskip.comparisons;

import io.shiporskip.comparisons.Duel.Result;
import io.shiporskip.comparisons.Duel.RoleGap;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What would turn a pick, computed from the duel and not guessed.
 *
 * <p>Let the winner lead by the gaps g over n roles, L the least lead. With weight w on role i and 1 on the others the lead
 * is (S - g_i + w g_i) / (n - 1 + w), S being the sum of all gaps. It falls under L once w passes
 * (S - g_i - L (n - 1)) / (L - g_i), for a role whose own gap is under L; it falls to -L, which picks the other tool, once w
 * reaches (S - g_i + L (n - 1)) / (-L - g_i), for a role whose own gap is under -L.
 *
 * @param points so many points fewer from any one reviewer for the winner, and the lead is under the least; nothing where
 *            some reviewer did not give as many
 * @param heavier the role whose growing weight ends the pick first, or nothing where every role sees a lead by itself
 * @param tooCloseWithout roles of which any one, left out, makes it too close to call
 * @param otherWinsWithout roles of which any one, left out, makes the other tool the pick
 */
public record TurningPoint(@Nullable Integer points, @Nullable Heavier heavier, List<String> tooCloseWithout,
        List<String> otherWinsWithout) {

    public TurningPoint {
        tooCloseWithout = List.copyOf(tooCloseWithout);
        otherWinsWithout = List.copyOf(otherWinsWithout);
    }

    /**
     * A role that ends the pick when it counts more.
     *
     * @param role the role's name
     * @param tooClose with more than this many times the weight of the others it is too close to call, one decimal
     * @param otherWins with more than this many times the weight the other tool is picked; nothing where it never is
     */
    public record Heavier(String role, BigDecimal tooClose, @Nullable BigDecimal otherWins) {

        /** The weight at which it is too close to call, as the words between "more" and whom it is measured by. */
        String weight() {
            return tooClose.compareTo(BigDecimal.ONE) == 0 ? "weight than"
                    : "than " + tooClose.toPlainString() + " times the weight of";
        }
    }

    /** So many points fewer from one reviewer for the winner, and the lead is under the least. */
    static int pointsToLose(Duel won) {
        return won.sum() - Duel.LEAST_LEAD * won.roles().size() + 1;
    }

    /**
     * What would turn a duel that the first tool wins.
     *
     * @throws IllegalArgumentException when the first tool does not win it, or its roles do not all count the same
     */
    static TurningPoint of(Duel won) {
        if (won.result() != Result.FIRST || won.weight() != won.roles().size()) {
            throw new IllegalArgumentException("only a pick with equal weights can be turned");
        }
        int points = pointsToLose(won);
        boolean allGaveAsMany = won.roles().stream().allMatch(role -> role.first() >= points);
        Optional<Heavier> heavier = won.roles().stream().filter(role -> role.gap() < Duel.LEAST_LEAD)
                .map(role -> heavier(won, role)).min(Comparator.comparing(Heavier::tooClose));
        return new TurningPoint(allGaveAsMany ? points : null, heavier.orElse(null), without(won, Result.TOO_CLOSE),
                without(won, Result.SECOND));
    }

    /** The roles without which the duel ends like this. */
    private static List<String> without(Duel won, Result result) {
        return won.roles().stream()
                .filter(role -> new Duel(
                        won.roles().stream().filter(other -> !other.role().equals(role.role())).toList())
                        .result() == result)
                .map(RoleGap::role).toList();
    }

    private static Heavier heavier(Duel won, RoleGap role) {
        int others = won.sum() - role.gap();
        int margin = Duel.LEAST_LEAD * (won.roles().size() - 1);
        BigDecimal tooClose = ratio(others - margin, Duel.LEAST_LEAD - role.gap());
        BigDecimal otherWins = role.gap() < -Duel.LEAST_LEAD ? ratio(others + margin, -Duel.LEAST_LEAD - role.gap())
                : null;
        return new Heavier(role.role(), tooClose, otherWins);
    }

    /** Rounded up, so that "more than" stays true. */
    private static BigDecimal ratio(int dividend, int divisor) {
        BigDecimal ratio = new BigDecimal(dividend).divide(new BigDecimal(divisor), 1, RoundingMode.CEILING);
        return ratio.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(ratio.stripTrailingZeros().toPlainString());
    }

    /** What would turn it, a sentence each. */
    public List<String> sentences(String winner, String other) {
        List<String> sentences = new ArrayList<>();
        if (heavier == null) {
            sentences.add("No reviewer's weight turns it: every one who scored both sees %s ahead by %d points or more."
                    .formatted(winner, Duel.LEAST_LEAD));
        } else {
            sentences.add("Give the %s more %s each other reviewer and it is too close to call."
                    .formatted(heavier.role(), heavier.weight()));
            if (heavier.otherWins() != null) {
                sentences.add("Give the %s more than %s times the weight and it is %s.".formatted(heavier.role(),
                        heavier.otherWins().toPlainString(), other));
            }
        }
        if (!tooCloseWithout.isEmpty()) {
            sentences.add("Leave out the %s and it is too close to call.".formatted(anyOf(tooCloseWithout)));
        }
        if (!otherWinsWithout.isEmpty()) {
            sentences.add("Leave out the %s and it is %s.".formatted(anyOf(otherWinsWithout), other));
        }
        if (points != null) {
            sentences.add("%d %s fewer from any one reviewer for %s and it is too close to call.".formatted(points,
                    points == 1 ? "point" : "points", winner));
        }
        return sentences;
    }

    private static String anyOf(List<String> roles) {
        return String.join(" or the ", roles);
    }
}

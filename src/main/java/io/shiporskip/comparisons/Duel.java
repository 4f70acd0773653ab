package io.shiporskip.comparisons;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two panels weighed against each other over the roles that scored both tools. The mean of the gaps decides, each with the
 * weight of its role; the page {@code /method} states the same rule in words.
 *
 * @param roles the roles that scored both, those without weight included, in the panel's order
 */
public record Duel(List<RoleGap> roles) {

    /** A lead of fewer points than this is too close to call. */
    public static final int LEAST_LEAD = 3;

    /** With fewer common roles than this nothing is decided. */
    public static final int LEAST_ROLES = 2;

    public Duel {
        roles = List.copyOf(roles);
    }

    /**
     * What one role thinks of the two.
     *
     * @param role the role's name
     * @param first its score for the first tool
     * @param second its score for the second tool
     * @param weight how much it counts, 1 unless a reader says otherwise
     */
    public record RoleGap(String role, int first, int second, int weight) {

        RoleGap(String role, int first, int second) {
            this(role, first, second, 1);
        }

        /** How many points the first is ahead; negative where it is behind. */
        public int gap() {
            return first - second;
        }

    }

    /** Who is ahead by enough. */
    public enum Result {

        FIRST, SECOND, TOO_CLOSE
    }

    /** The duel of two panels, each given as scores by the role's name; every role counts the same. */
    public static Duel between(Map<String, Integer> first, Map<String, Integer> second) {
        return between(first, second, Weights.EQUAL);
    }

    /**
     * The duel of two panels with the weights of a reader. A role without weight moves nothing, but it has scored both: were it
     * not counted among {@link #LEAST_ROLES}, then giving it weight could help the tool that it likes less.
     */
    static Duel between(Map<String, Integer> first, Map<String, Integer> second, Weights weights) {
        List<RoleGap> roles = new ArrayList<>();
        first.forEach((role, score) -> {
            Integer other = second.get(role);
            if (other != null) {
                roles.add(new RoleGap(role, score, other, weights.of(role)));
            }
        });
        return new Duel(roles);
    }

    /** Who leads by at least {@link #LEAST_LEAD} points over at least {@link #LEAST_ROLES} common roles. */
    public Result result() {
        if (!enoughRoles() || weight() == 0 || Math.abs(sum()) < LEAST_LEAD * weight()) {
            return Result.TOO_CLOSE;
        }
        return sum() > 0 ? Result.FIRST : Result.SECOND;
    }

    /** Whether enough roles scored both. */
    public boolean enoughRoles() {
        return roles.size() >= LEAST_ROLES;
    }

    /** The roles that scored both and have a weight. */
    List<RoleGap> counted() {
        return roles.stream().filter(role -> role.weight() > 0).toList();
    }

    /** Whether the roles that count do not all count the same. */
    boolean uneven() {
        return roles.stream().mapToInt(RoleGap::weight).distinct().count() > 1;
    }

    /** The lead of the first tool in points, negative where it is behind; 0 where nothing counts. */
    double lead() {
        return weight() == 0 ? 0 : (double) sum() / weight();
    }

    /** The gaps added up, each by its weight; divided by {@link #weight()} they are the lead of the first tool. */
    public int sum() {
        return roles.stream().mapToInt(role -> role.weight() * role.gap()).sum();
    }

    /** The weights added up: the number of roles, where all count the same. */
    public int weight() {
        return roles.stream().mapToInt(RoleGap::weight).sum();
    }

    /**
     * The lead in points, whoever has it, to one decimal, halves up: "3.5", "4". A lead that is too small for a pick is cut
     * instead where rounding would make it look large enough.
     */
    public String leadText() {
        int total = Math.abs(sum());
        boolean looksEnough = total < LEAST_LEAD * weight()
                && oneDecimal(total, RoundingMode.HALF_UP).compareTo(new BigDecimal(LEAST_LEAD)) >= 0;
        return text(oneDecimal(total, looksEnough ? RoundingMode.DOWN : RoundingMode.HALF_UP));
    }

    /** The mean of the first tool's scores over the common roles, to one decimal, halves up. */
    public String firstMeanText() {
        return text(
                oneDecimal(roles.stream().mapToInt(role -> role.weight() * role.first()).sum(), RoundingMode.HALF_UP));
    }

    /** The mean of the second tool's scores over the common roles, to one decimal, halves up. */
    public String secondMeanText() {
        return text(
                oneDecimal(roles.stream().mapToInt(role -> role.weight() * role.second()).sum(), RoundingMode.HALF_UP));
    }

    private BigDecimal oneDecimal(int total, RoundingMode rounding) {
        return weight() == 0 ? BigDecimal.ZERO
                : new BigDecimal(total).divide(new BigDecimal(weight()), 1, rounding);
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}

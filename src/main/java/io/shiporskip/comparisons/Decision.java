package io.shiporskip.comparisons;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Limits.Concern;
import io.shiporskip.comparisons.Limits.Limit;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The answer to a reader who weighs the roles and sets limits, among tools of one kind. Tools that break a limit are out; among
 * the others the pick is the one that wins its duel against each of the rest, with the reader's weights. What would turn it is
 * found by trying: every other weight of every role, and every limit left away, one at a time.
 *
 * @param weights how much each role counts
 * @param limits what the reader needs
 * @param outcome what comes of it
 * @param places the tools, the best first, those that break a limit last
 * @param turns the single changes that make the outcome another, the smallest first
 */
public record Decision(Weights weights, Limits limits, Outcome outcome, List<Place> places, List<Turn> turns) {

    public Decision {
        places = List.copyOf(places);
        turns = List.copyOf(turns);
    }

    /**
     * What comes of it.
     *
     * @param pick the tool, or nothing where no tool leads by enough
     * @param level the tools between which it is too close to call; empty where there is a pick
     * @param reason why, in a sentence
     */
    public record Outcome(@Nullable ToolView pick, List<ToolView> level, String reason) {

        public Outcome {
            level = List.copyOf(level);
        }

        /** The answer in a sentence. */
        public String sentence() {
            if (pick != null) {
                return "Ship with " + pick.label() + ".";
            }
            return level.isEmpty() ? "No tool here keeps all of your limits." : "Too close to call.";
        }

        /** Whether the other one gives the same answer, whatever its reasons. */
        boolean sameAs(Outcome other) {
            return Objects.equals(id(pick), id(other.pick))
                    && Set.copyOf(ids(level)).equals(Set.copyOf(ids(other.level)));
        }

        private static @Nullable Object id(@Nullable ToolView tool) {
            return tool == null ? null : tool.id();
        }

        private static List<Object> ids(List<ToolView> tools) {
            return tools.stream().<Object>map(ToolView::id).toList();
        }
    }

    /**
     * A tool in the order.
     *
     * @param tool the tool
     * @param rank from 1 on, or nothing where it breaks a limit; tools that are level share one
     * @param mean the mean of its scores with the reader's weights, or nothing where no role that counts has scored it
     * @param scored the roles that count and scored it
     * @param missing the roles that count and did not
     * @param behind the points by which the pick leads it, as a text, or nothing where nothing can be said
     * @param concerns where it breaks a limit, or may
     */
    public record Place(ToolView tool, @Nullable Integer rank, @Nullable BigDecimal mean, List<String> scored,
            List<String> missing, @Nullable String behind, List<Concern> concerns) {

        /** Its mean to one decimal. */
        public String meanText() {
            return mean == null ? "Not scored"
                    : mean.setScale(1, java.math.RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        }

        /** Whether it is known to break a limit. */
        public boolean out() {
            return concerns.stream().anyMatch(Concern::broken);
        }
    }

    /**
     * A change that makes the answer another.
     *
     * @param change what changes, as the beginning of a sentence
     * @param weights the weights then
     * @param limits the limits then
     * @param outcome the answer then
     */
    public record Turn(String change, Weights weights, Limits limits, Outcome outcome) {

        /** The whole sentence. */
        public String sentence() {
            return change + (outcome.pick() != null ? " and it is " + outcome.pick().label() + "."
                    : outcome.level().isEmpty() ? " and no tool is left."
                            : " and it is too close to call between " + names(outcome.level()) + ".");
        }
    }

    /** So many tools are weighed against each other; of more, those with the best means. */
    static final int MOST_WEIGHED = 40;

    /**
     * The decision among these tools of one kind, whatever their order.
     *
     * @param roles the names of all roles of the panel, in its order
     */
    public static Decision among(List<Contender> tools, List<String> roles, Weights weights, Limits limits) {
        List<Contender> sorted = tools.stream().sorted(Comparator.comparing(one -> one.tool().slug())).toList();
        Outcome outcome = outcome(sorted, roles, weights, limits);
        return new Decision(weights, limits, outcome, places(sorted, roles, weights, limits, outcome),
                turns(sorted, roles, weights, limits, outcome));
    }

    private static Outcome outcome(List<Contender> tools, List<String> roles, Weights weights, Limits limits) {
        List<Contender> left = weighed(kept(tools, limits), weights);
        if (left.isEmpty()) {
            return new Outcome(null, List.of(), "Each of them breaks one: the list says which.");
        }
        if (left.size() == 1) {
            return new Outcome(left.getFirst().tool(), List.of(), tools.size() == 1 ? "It is the only one here."
                    : "It is the only one that keeps your limits" + unsure(left.getFirst(), limits) + ".");
        }
        if (roles.stream().allMatch(role -> weights.of(role) == 0)) {
            return new Outcome(null, left.stream().map(Contender::tool).toList(),
                    "You gave no reviewer any weight, so nothing tells them apart.");
        }
        Judge judge = new Judge(weights);
        Optional<Contender> winner = judge.winner(left);
        return winner.map(won -> new Outcome(won.tool(), List.of(), because(won, left, judge, limits)))
                .orElseGet(() -> {
                    List<Contender> level = judge.level(left);
                    return new Outcome(null, level.stream().map(Contender::tool).toList(), judge.reason(level));
                });
    }

    /** By how much it leads the one that comes closest. */
    private static String because(Contender won, List<Contender> left, Judge judge, Limits limits) {
        Contender closest = Judge.others(won, left).stream()
                .min(Comparator.comparing(other -> lead(judge.duel(won, other)))).orElseThrow();
        Duel duel = judge.duel(won, closest);
        return "It leads %s by %s points over the %d reviewers who scored both%s%s%s.".formatted(
                closest.tool().label(), duel.leadText(), duel.roles().size(),
                duel.weight() == duel.roles().size() ? "" : ", with your weights",
                left.size() > 2 ? ", and every other by as much or more" : "", unsure(won, limits));
    }

    private static String unsure(Contender tool, Limits limits) {
        List<String> unverified = limits.concerns(tool).stream().filter(concern -> !concern.broken())
                .map(Concern::text).toList();
        return unverified.isEmpty() ? "" : "; but " + String.join(", and ", unverified);
    }

    private static List<Contender> kept(List<Contender> tools, Limits limits) {
        return tools.stream().filter(tool -> limits.concerns(tool).stream().noneMatch(Concern::broken)).toList();
    }

    private static List<Contender> weighed(List<Contender> tools, Weights weights) {
        return tools.size() <= MOST_WEIGHED ? tools
                : tools.stream().sorted(Comparator.comparing((Contender tool) -> mean(tool, weights),
                        Comparator.nullsFirst(Comparator.naturalOrder())).reversed()).limit(MOST_WEIGHED).toList();
    }

    private static List<Place> places(List<Contender> tools, List<String> roles, Weights weights, Limits limits,
            Outcome outcome) {
        Judge judge = new Judge(weights);
        Contender first = tools.stream().filter(tool -> isPick(tool, outcome)).findFirst().orElse(null);
        Comparator<Contender> best = Comparator
                .comparing((Contender tool) -> limits.concerns(tool).stream().anyMatch(Concern::broken))
                .thenComparing(tool -> !isPick(tool, outcome)).thenComparing(tool -> !isLevel(tool, outcome))
                .thenComparing(tool -> behind(first, tool, judge), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(tool -> mean(tool, weights),
                        Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder().reversed()))
                .thenComparing(tool -> tool.tool().slug());
        List<Place> places = new ArrayList<>();
        for (Contender tool : tools.stream().sorted(best).toList()) {
            List<Concern> concerns = limits.concerns(tool);
            boolean out = concerns.stream().anyMatch(Concern::broken);
            List<String> counting = roles.stream().filter(role -> weights.of(role) > 0).toList();
            BigDecimal behind = behind(first, tool, judge);
            places.add(new Place(tool.tool(), out ? null : isLevel(tool, outcome) ? 1 : places.size() + 1,
                    mean(tool, weights), counting.stream().filter(tool.scores()::containsKey).toList(),
                    counting.stream().filter(role -> !tool.scores().containsKey(role)).toList(),
                    out || first == null || behind == null ? null : judge.duel(first, tool).leadText(), concerns));
        }
        return places;
    }

    private static boolean isPick(Contender tool, Outcome outcome) {
        return outcome.pick() != null && outcome.pick().id().equals(tool.tool().id());
    }

    private static boolean isLevel(Contender tool, Outcome outcome) {
        return outcome.level().stream().anyMatch(level -> level.id().equals(tool.tool().id()));
    }

    /** How far the pick leads a tool; nothing for the pick itself, or where no role scored both. */
    private static @Nullable BigDecimal behind(@Nullable Contender first, Contender tool, Judge judge) {
        if (first == null || first.tool().id().equals(tool.tool().id())) {
            return null;
        }
        Duel duel = judge.duel(first, tool);
        return duel.roles().isEmpty() ? null : lead(duel);
    }

    private static BigDecimal lead(Duel duel) {
        return new BigDecimal(duel.sum()).divide(new BigDecimal(duel.weight()), MathContext.DECIMAL64);
    }

    private static @Nullable BigDecimal mean(Contender tool, Weights weights) {
        int weight = 0;
        int sum = 0;
        for (Map.Entry<String, Integer> score : tool.scores().entrySet()) {
            weight += weights.of(score.getKey());
            sum += weights.of(score.getKey()) * score.getValue();
        }
        return weight == 0 ? null : new BigDecimal(sum).divide(new BigDecimal(weight), MathContext.DECIMAL64);
    }

    /** The smallest step up and the smallest step down of each role that turn it, and each limit that does when it falls. */
    private static List<Turn> turns(List<Contender> tools, List<String> roles, Weights weights, Limits limits,
            Outcome now) {
        Map<Integer, List<Turn>> bySteps = new TreeMap<>();
        for (String role : roles) {
            int own = weights.of(role);
            Stream<List<Integer>> ways = Stream.of(steps(own, Weights.MOST), steps(own, 0));
            ways.forEach(way -> way.stream()
                    .map(weight -> turn(role, own, weight, outcome(tools, roles, weights.with(role, weight), limits),
                            weights.with(role, weight), limits))
                    .filter(turn -> !turn.outcome().sameAs(now)).findFirst()
                    .ifPresent(turn -> bySteps
                            .computeIfAbsent(Math.abs(turn.weights().of(role) - own), _ -> new ArrayList<>())
                            .add(turn)));
        }
        List<Turn> turns = new ArrayList<>();
        bySteps.values().forEach(turns::addAll);
        for (Limit limit : limits.set()) {
            Limits without = limits.without(limit);
            Outcome then = outcome(tools, roles, weights, without);
            if (!then.sameAs(now)) {
                turns.add(new Turn("Drop " + limit.label(), weights, without, then));
            }
        }
        return turns;
    }

    private static List<Integer> steps(int from, int to) {
        List<Integer> steps = new ArrayList<>();
        for (int weight = from; weight != to;) {
            weight += Integer.signum(to - from);
            steps.add(weight);
        }
        return steps;
    }

    private static Turn turn(String role, int from, int to, Outcome outcome, Weights weights, Limits limits) {
        String change = to == 0 ? "Leave out the " + role
                : "Give the " + role + " weight " + to + " instead of " + from;
        return new Turn(change, weights, limits, outcome);
    }

    private static String names(List<ToolView> tools) {
        Set<String> names = new LinkedHashSet<>(tools.stream().limit(3).map(ToolView::label).toList());
        return tools.size() > 3 ? String.join(", ", names) + " and " + (tools.size() - 3) + " more"
                : String.join(" and ", names);
    }
}

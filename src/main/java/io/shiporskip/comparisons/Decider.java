package io.shiporskip.comparisons;

import io.shiporskip.comparisons.Decision.Place;
import io.shiporskip.comparisons.Decision.Turn;
import io.shiporskip.comparisons.Limits.Limit;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides among tools of one kind. Those that break a limit are out; among the others the pick is the one that wins its duel
 * against each of the rest, with the reader's weights. What would turn it is found by trying: every other weight of every
 * role, and every limit dropped, one at a time.
 */
final class Decider {

    private final List<Contender> tools;
    private final List<String> roles;
    private final DecisionText words;

    Decider(Collection<Contender> tools, List<String> roles) {
        this.tools = tools.stream().sorted(Comparator.comparing(one -> one.tool().slug())).toList();
        this.roles = roles;
        this.words = new DecisionText(this.tools, roles);
    }

    Decision decide(Weights weights, Limits limits) {
        Found found = find(weights, limits);
        return new Decision(weights, limits, words.answer(found), places(found), turns(found), scored());
    }

    private Found find(Weights weights, Limits limits) {
        List<Contender> kept = tools.stream().filter(tool -> !limits.broken(tool)).toList();
        return new Found(weights, limits, kept, kept.size() == 1 ? kept.getFirst()
                : new Judge(weights).winner(kept).orElse(null));
    }

    /**
     * The pick first, or those that are level; then by how far the pick leads, or where there is none by the sum of the leads
     * over all others. The mean of a tool's own scores decides nothing, because others may have given the others' scores.
     */
    private List<Place> places(Found found) {
        List<Contender> level = found.level();
        Map<Contender, Double> strength = strengths(found);
        List<Contender> sorted = tools.stream().sorted(Comparator.comparing((Contender tool) -> out(found, tool))
                .thenComparing(tool -> !tool.equals(found.pick())).thenComparing(tool -> !level.contains(tool))
                .thenComparing(tool -> -strength.getOrDefault(tool, 0.0)).thenComparing(tool -> tool.tool().slug()))
                .toList();
        List<Place> places = new ArrayList<>();
        for (Contender tool : sorted) {
            boolean isLevel = level.contains(tool);
            places.add(new Place(tool.tool(), words.name(tool),
                    out(found, tool) ? null : isLevel ? 1 : places.size() + 1,
                    mean(tool, found.weights()), behind(found, tool),
                    roles.stream()
                            .filter(role -> found.weights().of(role) > 0 && !tool.scores().containsKey(role)).toList(),
                    found.limits().concerns(tool),
                    isLevel && level.size() > 1 ? Judge.reasons(tool, Judge.others(tool, level)) : List.of()));
        }
        return places;
    }

    private static boolean out(Found found, Contender tool) {
        return !found.kept().contains(tool);
    }

    private Map<Contender, Double> strengths(Found found) {
        Judge judge = found.judge();
        Map<Contender, Double> strengths = new HashMap<>();
        Contender pick = found.pick();
        for (Contender tool : found.kept()) {
            strengths.put(tool, pick != null ? judge.duel(tool, pick).lead()
                    : found.kept().stream().mapToDouble(other -> judge.duel(tool, other).lead()).sum());
        }
        return strengths;
    }

    private static @Nullable String behind(Found found, Contender tool) {
        Contender pick = found.pick();
        if (pick == null || tool.equals(pick) || out(found, tool)) {
            return null;
        }
        Duel duel = found.judge().duel(pick, tool);
        return duel.weight() == 0 ? null : duel.leadText();
    }

    private static String mean(Contender tool, Weights weights) {
        int weight = 0;
        int sum = 0;
        for (Map.Entry<String, Integer> score : tool.scores().entrySet()) {
            weight += weights.of(score.getKey());
            sum += weights.of(score.getKey()) * score.getValue();
        }
        return weight == 0 ? "Not scored"
                : new BigDecimal(sum).divide(new BigDecimal(weight), 1, RoundingMode.HALF_UP).stripTrailingZeros()
                        .toPlainString();
    }

    /** The smallest step up and the smallest step down of each role that turn it, and each limit that does when it falls. */
    private List<Turn> turns(Found now) {
        record Step(int size, Turn turn) {}
        List<Step> steps = new ArrayList<>();
        for (String role : roles) {
            int own = now.weights().of(role);
            for (List<Integer> way : List.of(IntStream.rangeClosed(own + 1, Weights.MOST).boxed().toList(),
                    IntStream.range(0, own).boxed().toList().reversed())) {
                way.stream().filter(weight -> !find(now.weights().with(role, weight), now.limits()).sameAs(now))
                        .findFirst().ifPresent(weight -> steps.add(new Step(Math.abs(weight - own),
                                words.turn(DecisionText.weigh(role, weight),
                                        find(now.weights().with(role, weight), now.limits())))));
            }
        }
        List<Turn> turns = new ArrayList<>();
        steps.stream().sorted(Comparator.comparingInt(Step::size)).map(Step::turn).forEach(turns::add);
        for (Limit limit : now.limits().set()) {
            Found then = find(now.weights(), now.limits().without(limit));
            if (!then.sameAs(now)) {
                turns.add(words.turn("Drop " + limit.label(), then));
            }
        }
        return turns;
    }

    private Map<String, Integer> scored() {
        return roles.stream().collect(Collectors.toMap(Function.identity(),
                role -> (int) tools.stream().filter(tool -> tool.scores().containsKey(role)).count()));
    }
}

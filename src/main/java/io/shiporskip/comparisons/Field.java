package io.shiporskip.comparisons;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Openings.Opened;
import io.shiporskip.panel.PanelScore;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.shared.Percentage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All tools of some kinds with what their panels say: where rivals and the comparisons worth reading are found.
 *
 * @param tools the tools
 * @param verdicts their panels' verdicts; a tool without takes is missing
 * @param scores their scores by role; a tool without scores is missing
 */
record Field(List<ToolView> tools, Map<UUID, PanelVerdict> verdicts, Map<UUID, Map<String, Integer>> scores) {

    /**
     * The nearest rivals of a tool: of the same kind, of another product, the panel's score nearest to its own first; where
     * one of the two has no score, the share of ship decides.
     */
    List<RivalView> rivals(ToolView tool, int limit) {
        return tools.stream()
                .filter(other -> !other.id().equals(tool.id()) && other.comparableWith(tool)
                        && !other.sameProductAs(tool))
                .sorted(Comparator.comparingInt((ToolView other) -> scoreDistance(tool, other))
                        .thenComparingInt(other -> distance(tool, other, Field::share))
                        .thenComparing(other -> other.slug()))
                .limit(limit).map(other -> rival(tool, other)).toList();
    }

    /** Comparisons of these tools with their nearest rivals, a rank at a time, leaving one lineup out. */
    List<ComparisonLink> around(List<ToolView> lineup, Lineup except, int limit) {
        Map<String, ComparisonLink> links = new LinkedHashMap<>();
        List<List<RivalView>> rivals = lineup.stream().map(tool -> rivals(tool, limit)).toList();
        IntStream.range(0, limit).forEach(rank -> {
            for (int i = 0; i < lineup.size(); i++) {
                if (rank < rivals.get(i).size()) {
                    ComparisonLink link = link(lineup.get(i), rivals.get(i).get(rank).tool());
                    links.putIfAbsent(link.path(), link);
                }
            }
        });
        links.remove(except.path());
        return links.values().stream().limit(limit).toList();
    }

    /**
     * Comparisons to read next: those that readers opened with one of these tools, so many at most, and then those with their
     * nearest rivals. Only comparable pairs, and not the one lineup itself.
     */
    List<ComparisonLink> related(List<ToolView> lineup, Lineup except, List<Opened> opened, int byOpening, int limit) {
        Map<String, ComparisonLink> links = new LinkedHashMap<>();
        opened(opened, Openings.KEPT_DAYS).stream().filter(link -> !link.path().equals(except.path())).limit(byOpening)
                .forEach(link -> links.put(link.path(), link));
        around(lineup, except, limit).forEach(link -> links.putIfAbsent(link.path(), link));
        return links.values().stream().limit(limit).toList();
    }

    /** The comparisons that were opened most, filled up with the closest calls. */
    List<ComparisonLink> ofTheWeek(List<Opened> opened, int limit) {
        Map<String, ComparisonLink> links = new LinkedHashMap<>();
        opened(opened, Openings.WEEK).stream().limit(limit).forEach(link -> links.put(link.path(), link));
        closestCalls(limit).forEach(link -> links.putIfAbsent(link.path(), link));
        return links.values().stream().limit(limit).toList();
    }

    /** Those of the opened pairs whose tools are both here and do the same job, each with how often it was opened in so many days. */
    private List<ComparisonLink> opened(List<Opened> opened, int days) {
        Map<UUID, ToolView> byId = new LinkedHashMap<>();
        tools.forEach(tool -> byId.put(tool.id(), tool));
        List<ComparisonLink> links = new ArrayList<>();
        for (Opened one : opened) {
            ToolView first = byId.get(one.pair().first());
            ToolView second = byId.get(one.pair().second());
            if (first != null && second != null && first.comparableWith(second)) {
                ComparisonLink link = link(first, second);
                links.add(new ComparisonLink(link.path(), link.title(),
                        "Opened %d times in %d days. %s".formatted(one.times(), days, link.answer())));
            }
        }
        return links;
    }

    /** Tools that may stand beside these: their rivals, a rank at a time, then other entries about the same products. */
    List<ToolView> beside(List<ToolView> lineup, int limit) {
        List<List<RivalView>> rivals = lineup.stream().map(tool -> rivals(tool, limit + lineup.size())).toList();
        Stream<ToolView> nearest = IntStream.range(0, limit + lineup.size()).boxed()
                .flatMap(rank -> rivals.stream().filter(of -> rank < of.size()).map(of -> of.get(rank).tool()));
        return Stream.concat(nearest, tools.stream())
                .filter(tool -> lineup.stream().noneMatch(shown -> shown.id().equals(tool.id()))).distinct()
                .limit(limit).toList();
    }

    /** The rivals whose panels lie closest together, one comparison a tool at most, the closest first. */
    List<ComparisonLink> closestCalls(int limit) {
        record Pair(ToolView first, ToolView second, Duel duel) {}
        List<Pair> pairs = new ArrayList<>();
        for (ToolView first : tools) {
            for (ToolView second : tools) {
                if (first.slug().compareTo(second.slug()) < 0 && first.comparableWith(second)
                        && !first.sameProductAs(second)) {
                    Duel duel = duel(first, second);
                    if (duel.enoughRoles()) {
                        pairs.add(new Pair(first, second, duel));
                    }
                }
            }
        }
        List<ComparisonLink> links = new ArrayList<>();
        List<UUID> used = new ArrayList<>();
        pairs.stream().sorted(Comparator.comparingDouble((Pair pair) -> Math.abs(pair.duel().sum())
                / (double) pair.duel().roles().size()).thenComparing(pair -> pair.first().slug())).forEach(pair -> {
                    if (links.size() < limit && !used.contains(pair.first().id())
                            && !used.contains(pair.second().id())) {
                        used.add(pair.first().id());
                        used.add(pair.second().id());
                        links.add(link(pair.first(), pair.second()));
                    }
                });
        return links;
    }

    private RivalView rival(ToolView tool, ToolView other) {
        ComparisonLink link = link(tool, other);
        return new RivalView(other, verdict(other), link.path(), link.answer());
    }

    private ComparisonLink link(ToolView one, ToolView other) {
        boolean ordered = one.slug().compareTo(other.slug()) < 0;
        ToolView first = ordered ? one : other;
        ToolView second = ordered ? other : one;
        Duel duel = duel(first, second);
        String answer = switch (duel.result()) {
            case FIRST -> pick(first, second, duel);
            case SECOND -> pick(second, first, duel);
            case TOO_CLOSE -> "Too close to call";
        };
        return new ComparisonLink(Lineup.of(List.of(first.slug(), second.slug())).path(),
                first.label() + " vs " + second.label(), answer);
    }

    private static String pick(ToolView winner, ToolView other, Duel duel) {
        String name = winner.name().equals(other.name()) ? winner.label() : winner.name();
        return "Pick: %s, by %s points over %d reviewers".formatted(name, duel.leadText(),
                duel.roles().size());
    }

    private Duel duel(ToolView first, ToolView second) {
        return Duel.between(scores.getOrDefault(first.id(), Map.of()), scores.getOrDefault(second.id(), Map.of()));
    }

    private PanelVerdict verdict(ToolView tool) {
        return verdicts.getOrDefault(tool.id(), PanelVerdict.NONE);
    }

    private int scoreDistance(ToolView one, ToolView other) {
        return distance(one, other, verdict -> {
            PanelScore score = verdict.score();
            return score == null ? -1 : score.mean();
        });
    }

    private int distance(ToolView one, ToolView other, ToIntFunction<PanelVerdict> measure) {
        int first = measure.applyAsInt(verdict(one));
        int second = measure.applyAsInt(verdict(other));
        return first < 0 || second < 0 ? Integer.MAX_VALUE : Math.abs(first - second);
    }

    private static int share(PanelVerdict verdict) {
        Percentage share = verdict.share();
        return share == null ? -1 : share.value();
    }
}

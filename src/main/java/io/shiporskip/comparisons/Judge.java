package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Duel.Result;
import io.shiporskip.comparisons.Pick.Choice;
import io.shiporskip.comparisons.Pick.DifferentJobs;
import io.shiporskip.comparisons.Pick.Job;
import io.shiporskip.comparisons.Pick.Lead;
import io.shiporskip.comparisons.Pick.LeftOut;
import io.shiporskip.comparisons.Pick.Option;
import io.shiporskip.comparisons.Pick.TooClose;
import io.shiporskip.panel.Verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Picks among two to four tools. Tools of different kinds are never weighed against each other. Of one kind, the pick is the
 * tool that wins its duel against each of the others; where none does, it is too close to call.
 */
final class Judge {

    private static final Judge FAIR = new Judge(Weights.EQUAL);

    private final Weights weights;

    /** A judge to whom the roles count as a reader says. */
    Judge(Weights weights) {
        this.weights = weights;
    }

    /** The answer for these tools, whatever their order, with equal weights. */
    static Pick pick(List<Contender> contenders) {
        Map<String, List<ToolView>> byKind = new LinkedHashMap<>();
        Map<String, KindView> kinds = new LinkedHashMap<>();
        contenders.forEach(contender -> {
            KindView kind = contender.tool().kind();
            kinds.put(kind.slug(), kind);
            byKind.computeIfAbsent(kind.slug(), _ -> new ArrayList<>()).add(contender.tool());
        });
        if (kinds.size() > 1) {
            return new DifferentJobs(
                    kinds.values().stream().map(kind -> new Job(kind, byKind.getOrDefault(kind.slug(), List.of())))
                            .toList());
        }
        return FAIR.winner(contenders).<Pick>map(winner -> FAIR.choice(winner, contenders))
                .orElseGet(() -> FAIR.tooClose(contenders));
    }

    /** The tool that wins its duel against each of the others; nothing where none does. */
    Optional<Contender> winner(List<Contender> contenders) {
        // Whoever does not beat the next one is no winner, and a winner is passed by nobody: one pass leaves one to try.
        Contender last = null;
        for (Contender contender : contenders) {
            if (last == null || duel(last, contender).result() != Result.FIRST) {
                last = contender;
            }
        }
        return Optional.ofNullable(last).filter(one -> beats(one, contenders));
    }

    private boolean beats(Contender contender, List<Contender> all) {
        return others(contender, all).stream().allMatch(other -> duel(contender, other).result() == Result.FIRST);
    }

    private Choice choice(Contender winner, List<Contender> all) {
        return new Choice(winner.tool(), others(winner, all).stream().map(other -> {
            Duel duel = duel(winner, other);
            return new Lead(other.tool(), duel, TurningPoint.of(duel));
        }).sorted(Comparator.comparing(lead -> new BigDecimal(lead.duel().sum())
                .divide(new BigDecimal(lead.duel().roles().size()), 6, RoundingMode.HALF_UP))).toList(),
                leftOut(winner, all));
    }

    private List<LeftOut> leftOut(Contender winner, List<Contender> all) {
        List<LeftOut> leftOut = new ArrayList<>();
        winner.scores().keySet().forEach(role -> {
            Optional<ToolView> then = winner(all.stream().map(contender -> contender.without(role)).toList())
                    .map(Contender::tool);
            if (!then.equals(Optional.of(winner.tool()))) {
                leftOut.add(new LeftOut(role, then.orElse(null)));
            }
        });
        return leftOut;
    }

    private TooClose tooClose(List<Contender> all) {
        List<Contender> level = level(all);
        return new TooClose(level.stream().map(one -> new Option(one.tool(), reasons(one, others(one, level))))
                .toList(), reason(level));
    }

    /** Why these, of whom none leads by enough, are too close to call. */
    String reason(List<Contender> level) {
        if (level.stream().anyMatch(one -> others(one, level).stream()
                .anyMatch(other -> duel(one, other).result() == Result.FIRST))) {
            return "None of them leads each of the others by %d points.".formatted(Duel.LEAST_LEAD);
        }
        int fewest = level.stream().flatMap(one -> others(one, level).stream().map(other -> duel(one, other)))
                .mapToInt(duel -> duel.roles().size()).min().orElse(0);
        if (level.stream().anyMatch(
                one -> others(one, level).stream().map(other -> duel(one, other)).anyMatch(Judge::countsNot))) {
            return level.size() == 2 ? "None of the reviewers who scored both has a weight."
                    : "For some of them no reviewer who scored both has a weight.";
        }
        if (fewest >= Duel.LEAST_ROLES) {
            return "Over the reviewers who scored %s, they lie less than %d points apart."
                    .formatted(level.size() == 2 ? "both" : "each two of them", Duel.LEAST_LEAD);
        }
        int most = level.stream().flatMap(one -> others(one, level).stream().map(other -> duel(one, other)))
                .mapToInt(duel -> duel.roles().size()).max().orElse(0);
        if (level.size() > 2 && most < Duel.LEAST_ROLES) {
            return "No two of them were scored by the same %s reviewers, so there is nothing to weigh."
                    .formatted(Phrases.number(Duel.LEAST_ROLES));
        }
        if (level.size() > 2) {
            return "For some of them fewer than %s reviewers scored both, and that decides nothing."
                    .formatted(Phrases.number(Duel.LEAST_ROLES));
        }
        return fewest == 0 ? "No reviewer gave both a score, so there is nothing to weigh."
                : "Only one reviewer scored both, and one voice decides nothing.";
    }

    private static boolean countsNot(Duel duel) {
        return duel.enoughRoles() && duel.weight() == 0;
    }

    /**
     * Those whom nobody beats, with those whom the only such one does not beat. Where they beat each other in a ring: all but
     * those whom everybody beats.
     */
    List<Contender> level(List<Contender> all) {
        List<Contender> unbeaten = all.stream().filter(one -> others(one, all).stream()
                .noneMatch(other -> duel(other, one).result() == Result.FIRST)).toList();
        if (unbeaten.size() > 1) {
            return unbeaten;
        }
        if (unbeaten.isEmpty()) {
            return all.stream().filter(one -> others(one, all).stream()
                    .anyMatch(other -> duel(other, one).result() != Result.FIRST)).toList();
        }
        return all.stream().filter(one -> one.equals(unbeaten.getFirst())
                || duel(unbeaten.getFirst(), one).result() != Result.FIRST).toList();
    }

    static List<String> reasons(Contender one, List<Contender> others) {
        List<String> reasons = new ArrayList<>();
        strongestRole(one, others).or(() -> onlyShip(one, others)).ifPresent(reasons::add);
        if (one.tool().entry() == Entry.FREE && others.stream().allMatch(o -> o.tool().entry() == Entry.PAID)) {
            reasons.add("you want to begin free");
        }
        lowestPrice(one, others).ifPresent(reasons::add);
        licence(one, others).ifPresent(reasons::add);
        if (reasons.isEmpty()) {
            reasons.add("it is meant for you: " + one.tool().bestFor());
        }
        return reasons;
    }

    /** The role that sees this tool furthest ahead of each of the others. */
    private static Optional<String> strongestRole(Contender one, List<Contender> others) {
        record Ahead(String role, int score, int best) {}
        return one.scores().entrySet().stream()
                .filter(role -> others.stream().allMatch(other -> other.scores().containsKey(role.getKey())))
                .map(role -> new Ahead(role.getKey(), role.getValue(),
                        others.stream().map(other -> other.scores().get(role.getKey())).filter(Objects::nonNull)
                                .mapToInt(Integer::intValue).max().orElse(0)))
                .filter(ahead -> ahead.score() > ahead.best())
                .max(Comparator.comparingInt(ahead -> ahead.score() - ahead.best()))
                .map(ahead -> "you side with the %s, who gives it %d against %d".formatted(ahead.role(), ahead.score(),
                        ahead.best()));
    }

    /** Where no score tells them apart: a role that ships this tool and skips each of the others. */
    private static Optional<String> onlyShip(Contender one, List<Contender> others) {
        return one.verdicts().keySet().stream()
                .filter(role -> one.verdicts().get(role) == Verdict.SHIP
                        && others.stream().allMatch(other -> other.verdicts().get(role) == Verdict.SKIP))
                .findFirst().map(role -> "you side with the %s, who says ship here and skip there".formatted(role));
    }

    /** A lower monthly price, unless another costs nothing to begin and this one does. */
    private static Optional<String> lowestPrice(Contender one, List<Contender> others) {
        boolean anotherIsFree = one.tool().entry() == Entry.PAID
                && others.stream().anyMatch(other -> other.tool().entry() == Entry.FREE);
        return one.sheet().lowestMonthlyPrice()
                .filter(own -> !anotherIsFree && others.stream().allMatch(other -> other.sheet().lowestMonthlyPrice()
                        .filter(price -> own.compareTo(price) < 0).isPresent()))
                .map(own -> "the bill matters: its first paid plan is $%s a month"
                        .formatted(Plan.number(own)));
    }

    /** A permissive licence where each of the others has a verified one that is not. */
    private static Optional<String> licence(Contender one, List<Contender> others) {
        boolean onlyPermissive = one.permissive()
                && others.stream().allMatch(other -> other.licence() != null && !other.permissive());
        return onlyPermissive ? Optional.of("you need a permissive licence: " + one.licence()) : Optional.empty();
    }

    static List<Contender> others(Contender one, List<Contender> all) {
        return all.stream().filter(other -> !other.tool().id().equals(one.tool().id())).toList();
    }

    Duel duel(Contender first, Contender second) {
        return Duel.between(first.scores(), second.scores(), weights);
    }
}

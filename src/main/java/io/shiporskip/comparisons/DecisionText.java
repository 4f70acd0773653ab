package io.shiporskip.comparisons;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Decision.Answer;
import io.shiporskip.comparisons.Decision.Turn;
import io.shiporskip.comparisons.Decision.Voice;
import io.shiporskip.comparisons.Limits.Concern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts into words what a {@link Decider} has found. */
final class DecisionText {

    private static final int MOST_NAMED = 3;

    private final List<Contender> tools;
    private final List<String> roles;

    DecisionText(List<Contender> tools, List<String> roles) {
        this.tools = tools;
        this.roles = roles;
    }

    /** What is to be done, and why. */
    Answer answer(Found found) {
        if (tools.isEmpty()) {
            return new Answer(null, List.of(), "There is nothing to choose from.",
                    "No tool here has been scored by enough reviewers.", List.of());
        }
        if (found.kept().isEmpty()) {
            return new Answer(null, List.of(), "No tool here keeps all of your limits.",
                    "Each of them breaks at least one; the list says which.", List.of());
        }
        if (found.pick() == null) {
            List<Contender> level = found.level();
            return new Answer(null, views(level), level.size() == tools.size() ? "Too close to call."
                    : "Too close to call between " + names(level) + ".", whyClose(found, level),
                    level.size() == 2 ? ground(found, level.getFirst(), level.getLast()) : List.of());
        }
        if (found.kept().size() == 1) {
            return new Answer(found.pick().tool(), List.of(), alone(found.pick()),
                    (tools.size() == 1 ? "It is the only one here, so nothing was weighed"
                            : "It is the only one that keeps your limits, so nothing was weighed")
                            + unverified(found, found.pick()) + ".",
                    List.of());
        }
        Contender closest = closest(found, found.pick());
        return new Answer(found.pick().tool(), List.of(), Phrases.chosen(name(found.pick()), found.pick().outcome()),
                whyPicked(found, found.pick(), closest),
                ground(found, found.pick(), closest));
    }

    private String alone(Contender pick) {
        return switch (pick.outcome()) {
            case SKIP -> "Only %s is left, but its own panel says skip.".formatted(name(pick));
            case SPLIT -> "Only %s is left, with a panel that is split.".formatted(name(pick));
            case NONE -> "Only %s is left, and no reviewer has spoken on it.".formatted(name(pick));
            case SHIP -> "Ship with %s.".formatted(name(pick));
        };
    }

    private Contender closest(Found found, Contender pick) {
        return closest(found, pick, Judge.others(pick, found.kept())).orElseThrow();
    }

    private static Optional<Contender> closest(Found found, Contender pick, List<Contender> others) {
        Judge judge = found.judge();
        return others.stream().min(Comparator.comparingDouble(other -> judge.duel(pick, other).lead()));
    }

    private String whyPicked(Found found, Contender pick, Contender closest) {
        Duel duel = found.judge().duel(pick, closest);
        return "It leads %s by %s points %s%s%s.%s".formatted(name(closest), duel.leadText(), over(duel),
                found.kept().size() > 2 ? ", and each of the others by as much or more" : "",
                unverified(found, pick), pickOfOneProduct(found, pick, closest));
    }

    private static String over(Duel duel) {
        List<Duel.RoleGap> counted = duel.counted();
        return counted.size() == 1
                ? "by the %s alone, because no other reviewer who scored both has a weight"
                        .formatted(counted.getFirst().role())
                : "over the %s reviewers who %sscored both%s".formatted(Phrases.number(counted.size()),
                        counted.size() < duel.roles().size() ? "count and " : "",
                        duel.uneven() ? ", with your weights" : "");
    }

    /** Two entries about one product are no rivals, so the lead over the nearest rival is said as well. */
    private String pickOfOneProduct(Found found, Contender pick, Contender closest) {
        String product = pick.tool().product();
        if (product == null || !pick.tool().sameProductAs(closest.tool())) {
            return "";
        }
        return " " + Phrases.oneProduct(Phrases.all(2), product)
                + closest(found, pick, ofOtherProducts(pick, found.kept())).map(rival -> {
                    Duel duel = found.judge().duel(pick, rival);
                    return " It leads %s, the closest tool of another product, by %s points %s.".formatted(name(rival),
                            duel.leadText(), over(duel));
                }).orElse("");
    }

    private static List<Contender> ofOtherProducts(Contender one, List<Contender> all) {
        return Judge.others(one, all).stream().filter(other -> !other.tool().sameProductAs(one.tool())).toList();
    }

    /** Says which of the tools that are level are entries about one product; where all are, how far their nearest rival is. */
    private String levelOfOneProduct(Found found, List<Contender> level) {
        StringBuilder text = new StringBuilder();
        List<Contender> told = new ArrayList<>();
        for (Contender one : level) {
            String product = one.tool().product();
            List<Contender> entries = level.stream()
                    .filter(other -> other.equals(one) || other.tool().sameProductAs(one.tool())).toList();
            if (product == null || entries.size() < 2 || told.contains(one)) {
                continue;
            }
            told.addAll(entries);
            boolean all = entries.size() == level.size();
            text.append(' ').append(Phrases.oneProduct(all ? Phrases.all(level.size()) : names(entries), product));
            if (all) {
                text.append(nearestRival(found, level));
            }
        }
        return text.toString();
    }

    /** The tool of another product that lies least behind the one of the level tools that is furthest ahead of it. */
    private String nearestRival(Found found, List<Contender> level) {
        record Behind(Contender ahead, Contender rival, Duel duel) {}
        Judge judge = found.judge();
        return ofOtherProducts(level.getFirst(), found.kept()).stream()
                .flatMap(rival -> level.stream().map(one -> new Behind(one, rival, judge.duel(one, rival)))
                        .filter(behind -> behind.duel().enoughRoles() && behind.duel().weight() > 0)
                        .max(Comparator.comparingDouble(behind -> behind.duel().lead())).stream())
                .min(Comparator.comparingDouble(behind -> behind.duel().lead()))
                .map(behind -> " The closest tool of another product, %s, lies %s points %s %s, %s.".formatted(
                        name(behind.rival()), behind.duel().leadText(),
                        behind.duel().lead() < 0 ? "ahead of" : "behind",
                        name(behind.ahead()), over(behind.duel())))
                .orElse("");
    }

    private String whyClose(Found found, List<Contender> level) {
        if (roles.stream().allMatch(role -> found.weights().of(role) == 0)) {
            return "You gave no reviewer any weight, so nothing tells them apart.";
        }
        List<Contender> led = found.kept().stream().filter(tool -> !level.contains(tool)).toList();
        return found.judge().reason(level) + (led.isEmpty() ? "" : " " + Phrases.led(names(led)))
                + levelOfOneProduct(found, level);
    }

    private static String unverified(Found found, Contender tool) {
        List<String> concerns = found.limits().concerns(tool).stream().map(Concern::text).toList();
        return concerns.isEmpty() ? "" : "; but " + String.join(", and ", concerns);
    }

    private List<Voice> ground(Found found, Contender first, Contender second) {
        return found.judge().duel(first, second).counted().stream()
                .map(gap -> new Voice(name(first), name(second), gap)).toList();
    }

    /** What a change leads to. */
    Turn turn(String change, Found then) {
        return new Turn(
                change + " and " + (then.pick() != null ? "it is " + name(then.pick()) + alone(then, then.pick())
                        : then.kept().isEmpty() ? "no tool is left" : "it is too close to call") + ".",
                then.weights(),
                then.limits());
    }

    /** One voice is little to go by, so it is said where a change leaves no other. */
    private String alone(Found then, Contender pick) {
        if (then.kept().size() == 1) {
            return "";
        }
        List<Duel.RoleGap> counted = then.judge().duel(pick, closest(then, pick)).counted();
        return counted.size() == 1 ? ", by the " + counted.getFirst().role() + " alone" : "";
    }

    /** A change of one weight: "Give the PM double weight". */
    static String weigh(String role, int weight) {
        return switch (weight) {
            case 0 -> "Give the %s no weight".formatted(role);
            case 1 -> "Give the %s the usual weight".formatted(role);
            case 2 -> "Give the %s double weight".formatted(role);
            default -> "Give the %s triple weight".formatted(role);
        };
    }

    private String names(List<Contender> some) {
        List<String> names = some.stream().map(this::name).toList();
        if (names.size() > MOST_NAMED) {
            return String.join(", ", names.subList(0, MOST_NAMED)) + " and " + (names.size() - MOST_NAMED) + " more";
        }
        return Phrases.joined(names);
    }

    /** What the page calls a tool: its name, with the tagline where two of the tools bear the same one. */
    String name(Contender tool) {
        UUID id = tool.tool().id();
        return tools.stream().map(Contender::tool)
                .anyMatch(other -> other.name().equals(tool.tool().name()) && !other.id().equals(id))
                        ? tool.tool().label() : tool.tool().name();
    }

    private static List<ToolView> views(List<Contender> some) {
        return some.stream().map(Contender::tool).toList();
    }
}

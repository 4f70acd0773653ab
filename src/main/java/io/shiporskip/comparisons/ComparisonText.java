package io.shiporskip.comparisons;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.Pick.Choice;
import io.shiporskip.comparisons.Pick.DifferentJobs;
import io.shiporskip.comparisons.Pick.Job;
import io.shiporskip.comparisons.Pick.Lead;
import io.shiporskip.comparisons.Pick.LeftOut;
import io.shiporskip.comparisons.Pick.TooClose;
import io.shiporskip.comparisons.TurningPoint.Heavier;
import io.shiporskip.panel.PanelScore;
import io.shiporskip.panel.PanelVerdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the answer of a comparison into sentences. */
final class ComparisonText {

    private final List<Column> columns;
    private final Function<ToolView, String> nameOf;

    ComparisonText(List<Column> columns, Function<ToolView, String> nameOf) {
        this.columns = columns;
        this.nameOf = nameOf;
    }

    /** The answer in one sentence. */
    String answer(Pick pick) {
        return switch (pick) {
            case Choice choice -> Phrases.chosen(nameOf.apply(choice.winner()),
                    verdict(choice.winner()).outcome());
            case TooClose close -> close.options().size() == columns.size() ? "Too close to call."
                    : "Too close to call between " + names(close.options().stream().map(Pick.Option::tool).toList())
                            + ".";
            case DifferentJobs _ -> columns.size() == 2 ? "No pick: these two do different jobs."
                    : "No pick: these tools do different jobs.";
        };
    }

    /** What the answer rests on, in a few sentences. */
    String because(Pick pick) {
        return switch (pick) {
            case Choice choice -> leads(choice);
            case TooClose close -> close.reason() + led(close);
            case DifferentJobs different -> different.jobs().stream().map(this::job).collect(Collectors.joining(" "))
                    + " Their scores answer different questions, so they are not set against each other.";
        };
    }

    /** What would turn a choice, a sentence each. */
    List<String> turning(Choice choice) {
        String winner = nameOf.apply(choice.winner());
        if (choice.leads().size() == 1) {
            Lead lead = choice.narrowest();
            return lead.turningPoint().sentences(winner, nameOf.apply(lead.other()));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(heavier(choice, winner));
        sentences.addAll(leftOut(choice.leftOut()));
        fewer(choice, winner).ifPresent(sentences::add);
        return sentences;
    }

    private String leads(Choice choice) {
        StringBuilder text = new StringBuilder(choice.leads().stream()
                .map(lead -> "It leads %s by %s points over the %s reviewers who scored both.".formatted(
                        nameOf.apply(lead.other()), lead.duel().leadText(), Phrases.number(lead.duel().roles().size())))
                .collect(Collectors.joining(" ")));
        choice.leads().forEach(lead -> higherScore(choice.winner(), lead.other())
                .ifPresent(sentence -> text.append(' ').append(sentence)));
        return text.toString();
    }

    /** A panel score that is not lower than the winner's asks for an explanation: it comes from reviewers of one tool. */
    private Optional<String> higherScore(ToolView winner, ToolView other) {
        PanelScore own = verdict(winner).score();
        PanelScore others = verdict(other).score();
        if (own == null || others == null || others.mean() < own.mean()) {
            return Optional.empty();
        }
        return Optional.of(others.mean() == own.mean()
                ? "Both have a panel score of %d, but the pick counts only the reviewers who scored both."
                        .formatted(own.mean())
                : "%s has the higher panel score, %d against %d, but the pick counts only the reviewers who scored both."
                        .formatted(nameOf.apply(other), others.mean(), own.mean()));
    }

    private String led(TooClose close) {
        List<ToolView> level = close.options().stream().map(Pick.Option::tool).toList();
        List<ToolView> led = columns.stream().map(Column::tool).filter(tool -> !level.contains(tool)).toList();
        return led.isEmpty() ? "" : " " + Phrases.led(names(led));
    }

    private String job(Job job) {
        return job.tools().size() == 1
                ? "%s is %s: it %s.".formatted(names(job.tools()), job.kind().phrase(), job.kind().job())
                : "%s are %s.".formatted(names(job.tools()), job.kind().plural().toLowerCase(Locale.ENGLISH));
    }

    private String heavier(Choice choice, String winner) {
        record Turn(Lead lead, Heavier heavier) {}
        List<Turn> turns = new ArrayList<>();
        choice.leads().forEach(lead -> {
            Heavier heavier = lead.turningPoint().heavier();
            if (heavier != null) {
                turns.add(new Turn(lead, heavier));
            }
        });
        return turns.stream().min(Comparator.comparing(turn -> turn.heavier().tooClose()))
                .map(turn -> "Give the %s more %s each other reviewer and it is too close to call between %s and %s."
                        .formatted(turn.heavier().role(), turn.heavier().weight(), winner,
                                nameOf.apply(turn.lead().other())))
                .orElseGet(() -> "No reviewer's weight turns it: each sees %s ahead by %d points or more."
                        .formatted(winner, Duel.LEAST_LEAD));
    }

    private List<String> leftOut(List<LeftOut> leftOut) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        leftOut.forEach(out -> roles
                .computeIfAbsent(out.then() == null ? "too close to call" : nameOf.apply(out.then()),
                        _ -> new ArrayList<>())
                .add(out.role()));
        return roles.entrySet().stream()
                .map(out -> "Leave out the %s and it is %s.".formatted(String.join(" or the ", out.getValue()),
                        out.getKey()))
                .toList();
    }

    private Optional<String> fewer(Choice choice, String winner) {
        record Fewer(int points, String role, String other) {}
        List<Fewer> all = choice.leads().stream().flatMap(lead -> lead.duel().roles().stream()
                .map(role -> new Fewer(TurningPoint.pointsToLose(lead.duel()), role.role(), nameOf.apply(lead.other())))
                .filter(fewer -> lead.duel().roles().stream()
                        .anyMatch(role -> role.role().equals(fewer.role()) && role.first() >= fewer.points())))
                .toList();
        return all.stream().min(Comparator.comparingInt(Fewer::points))
                .map(least -> "%d %s fewer for %s from the %s and it is too close to call with %s.".formatted(
                        least.points(), least.points() == 1 ? "point" : "points", winner,
                        all.stream()
                                .filter(fewer -> fewer.points() == least.points()
                                        && fewer.other().equals(least.other()))
                                .map(Fewer::role).distinct().collect(Collectors.joining(" or the ")),
                        least.other()));
    }

    private PanelVerdict verdict(ToolView tool) {
        return columns.stream().filter(column -> column.tool().id().equals(tool.id())).map(Column::verdict).findFirst()
                .orElse(PanelVerdict.NONE);
    }

    private String names(List<ToolView> tools) {
        return Phrases.joined(tools.stream().map(nameOf).toList());
    }
}

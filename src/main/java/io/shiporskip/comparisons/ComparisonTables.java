package io.shiporskip.comparisons;

import io.shiporskip.comparisons.ComparisonView.Row;
import io.shiporskip.comparisons.ComparisonView.ScorecardRow;

import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of a comparison with the rows that a reader wants to see.
 *
 * @param choice what the reader wants
 * @param decision the rows of the decision table
 * @param facts the rows of the facts
 * @param scorecard the rows of the scorecard
 * @param alike how many rows are left out because each tool says the same
 */
public record ComparisonTables(RowChoice choice, List<Row> decision, List<Row> facts, List<ScorecardRow> scorecard,
        int alike) {

    public ComparisonTables {
        decision = List.copyOf(decision);
        facts = List.copyOf(facts);
        scorecard = List.copyOf(scorecard);
    }

    static ComparisonTables of(ComparisonView view, RowChoice choice) {
        List<Row> chosenDecision = view.decision().stream().filter(row -> choice.shows(row.key())).toList();
        List<Row> chosenFacts = view.facts().stream().filter(row -> choice.shows(row.key())).toList();
        List<ScorecardRow> scorecard = choice.shows(RowChoice.SCORECARD) ? view.scorecard() : List.of();
        if (!choice.differencesOnly()) {
            return new ComparisonTables(choice, chosenDecision, chosenFacts, scorecard, 0);
        }
        return new ComparisonTables(choice, different(chosenDecision), different(chosenFacts), scorecard, Math
                .toIntExact(Stream.concat(chosenDecision.stream(), chosenFacts.stream()).filter(Row::alike).count()));
    }

    /** What is shown and what is not, in a sentence or two; empty where everything is shown. */
    public String text() {
        if (choice.all()) {
            return "";
        }
        String shown = decision.isEmpty() && facts.isEmpty() && scorecard.isEmpty() ? "No row is left to show."
                : choice.rows().isEmpty() ? "" : "Only the rows you chose are shown.";
        return Stream.of(shown, left()).filter(sentence -> !sentence.isEmpty())
                .reduce((first, second) -> first + " " + second).orElse("");
    }

    private String left() {
        if (!choice.differencesOnly()) {
            return "";
        }
        return switch (alike) {
            case 0 -> "The tools differ in every row.";
            case 1 -> "1 row says the same for each tool and is left out.";
            default -> alike + " rows say the same for each tool and are left out.";
        };
    }

    private static List<Row> different(List<Row> rows) {
        return rows.stream().filter(row -> !row.alike()).toList();
    }
}

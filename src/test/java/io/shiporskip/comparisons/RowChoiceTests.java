package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.ComparisonView.Row;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

import static io.shiporskip.comparisons.Scores.column;
import static io.shiporskip.testing.TakeMother.ship;
import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;

class RowChoiceTests {

    private final ComparisonView view = view(
            column(tool("a").fact(Aspect.LICENCE, "MIT").fact(Aspect.CONTEXT, "8K"), ship("Builder", 80)),
            column(tool("b").fact(Aspect.LICENCE, "MIT").paid(), ship("Builder", 70)));

    @Test
    void nothingChosenIsEverything() {
        ComparisonTables tables = view.tables(RowChoice.of(List.of(), List.of()));

        assertThat(tables.choice()).isEqualTo(RowChoice.ALL);
        assertThat(tables.choice().query()).isEmpty();
        assertThat(tables.decision()).extracting(Row::key).containsExactly("verdict", "score", "community", "pricing",
                "entry", "best-for", "category", "kind");
        assertThat(tables.facts()).extracting(Row::key).containsExactly("licence", "context");
        assertThat(tables.scorecard()).hasSize(1);
        assertThat(tables.text()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsAsIfItWereNotThere() {
        assertThat(RowChoice.of(List.of("nothing", "PRICING", ""), List.of("yes", ""))).isEqualTo(RowChoice.ALL);
        assertThat(RowChoice.of(List.of("kind", "nothing", "pricing", "kind"), List.of("only", "x")).query())
                .isEqualTo("?row=pricing&row=kind&differences=only");
    }

    @Test
    void onlyTheChosenRowsAreShown() {
        ComparisonTables tables = view.tables(RowChoice.of(List.of("context", "entry"), List.of()));

        assertThat(tables.decision()).extracting(Row::label).containsExactly("Entry");
        assertThat(tables.facts()).extracting(Row::label).containsExactly("Context");
        assertThat(tables.scorecard()).isEmpty();
        assertThat(tables.text()).isEqualTo("Only the rows you chose are shown.");
    }

    @Test
    void rowsThatSayTheSameAreLeftOutAndCounted() {
        ComparisonTables tables = view.tables(RowChoice.of(List.of(), List.of("only")));

        assertThat(tables.decision()).extracting(Row::label).containsExactly("Panel score", "Entry");
        assertThat(tables.facts()).extracting(Row::label).containsExactly("Context");
        assertThat(tables.scorecard()).hasSize(1);
        assertThat(tables.text()).isEqualTo("7 rows say the same for each tool and are left out.");
    }

    @Test
    void aSourceOfItsOwnIsNoDifference() {
        assertThat(view.facts().getFirst().alike()).isTrue();
        assertThat(view.facts().getLast().alike()).isFalse();
    }

    @Test
    void aChoiceThatLeavesNothingSaysSo() {
        assertThat(view.tables(RowChoice.of(List.of("hardware"), List.of())).text())
                .isEqualTo("No row is left to show.");
        assertThat(view.tables(RowChoice.of(List.of("kind"), List.of("only"))).text())
                .isEqualTo("No row is left to show. 1 row says the same for each tool and is left out.");
        assertThat(view.tables(RowChoice.of(List.of("entry"), List.of("only"))).text())
                .isEqualTo("Only the rows you chose are shown. The tools differ in every row.");
    }

    static ComparisonView view(Column... columns) {
        return new ComparisonView(Lineup.of(Stream.of(columns).map(column -> column.tool().slug()).toList()),
                List.of(columns), Judge.pick(Stream.of(columns).map(Column::contender).toList()), List.of(), List.of(),
                List.of());
    }
}

package io.shiporskip.comparisons;

import io.shiporskip.comparisons.ComparisonView.Cell;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.ComparisonView.Row;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A row of the decision table. The order here is the order on the page. */
enum DecisionRow {

    VERDICT("Panel verdict", column -> Cell.of(column, column.verdict().line())),
    SCORE("Panel score", column -> Cell.of(column, column.verdict().scoreText())),
    COMMUNITY("Community", Cell::tally),
    PRICING("Pricing", column -> Cell.of(column, column.sheet().pricingFact())),
    ENTRY("Entry", column -> Cell.of(column, column.tool().entry().label())),
    BEST_FOR("Best for", column -> Cell.of(column, column.tool().bestFor())),
    CATEGORY("Category", column -> Cell.of(column, column.tool().category())),
    KIND("Kind", column -> Cell.of(column, column.tool().kind().name()));

    private final String label;
    private final Function<Column, Cell> cell;

    DecisionRow(String label, Function<Column, Cell> cell) {
        this.label = label;
        this.cell = cell;
    }

    /** Its name in an address. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The row over these tools. */
    Row over(List<Column> columns) {
        return new Row(key(), label, columns.stream().map(cell).toList());
    }
}

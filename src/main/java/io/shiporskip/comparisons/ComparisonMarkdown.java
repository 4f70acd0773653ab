package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.comparisons.ComparisonView.Cell;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.ComparisonView.Row;
import io.shiporskip.comparisons.ComparisonView.ScorecardRow;
import io.shiporskip.comparisons.ComparisonView.TakeCell;
import io.shiporskip.comparisons.Pick.Choice;
import io.shiporskip.comparisons.Pick.DifferentJobs;
import io.shiporskip.comparisons.Pick.TooClose;
import io.shiporskip.panel.TakeView;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison as Markdown, to be pasted where decisions are written down. Whatever stands in the catalogue is text there
 * too: it makes no markup.
 */
public final class ComparisonMarkdown {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final String NO_WIDTH = "&#8203;";

    private final ComparisonView view;
    private final StringBuilder text = new StringBuilder();

    private ComparisonMarkdown(ComparisonView view) {
        this.view = view;
    }

    /**
     * The comparison in Markdown, after CommonMark with the tables of GitHub.
     *
     * @param tables the rows that the reader sees
     * @param decision the answer to a reader who weighs reviewers or sets limits, else nothing
     * @param address the full address of the page
     */
    public static String of(ComparisonView view, ComparisonTables tables, @Nullable Decision decision, String address) {
        ComparisonMarkdown markdown = new ComparisonMarkdown(view);
        markdown.text.append("# ").append(escape(view.title())).append("\n\n**").append(escape(view.answer()))
                .append("** ").append(escape(view.because()));
        String product = view.oneProduct();
        markdown.text.append(product == null ? "" : " " + escape(product)).append('\n');
        markdown.reasons();
        if (decision != null) {
            markdown.decision(decision);
        }
        markdown.rows("Decision table", "Decision", tables.decision());
        markdown.rows("Facts", "Fact", tables.facts());
        markdown.scorecard(tables.scorecard());
        return markdown.text.append("\nSource: Ship or Skip, ").append(link(address, address)).append('\n').toString();
    }

    private void reasons() {
        switch (view.pick()) {
            case Choice _ -> list("What would turn it", view.turning());
            case TooClose close ->
                close.options().forEach(option -> list("Choose %s if …".formatted(view.nameOf(option.tool())),
                        option.reasons()));
            case DifferentJobs _ ->
                view.columns().forEach(column -> list("Nearest rivals of " + view.nameOf(column),
                        column.rivals().stream().map(rival -> rival.tool().label() + ": " + rival.answer())
                                .toList()));
        }
    }

    private void decision(Decision decision) {
        heading("Decide");
        if (!decision.weights().equal()) {
            text.append("- Weights: ").append(escape(weights(decision.weights()))).append('\n');
        }
        if (!decision.limits().none()) {
            text.append("- Limits: ").append(escape(limits(decision.limits()))).append('\n');
        }
        text.append("\n**").append(escape(decision.answer().sentence())).append("** ")
                .append(escape(decision.answer().reason())).append("\n\nWhat would turn it:\n\n");
        if (decision.turns().isEmpty()) {
            text.append("- No other weight of a single reviewer does, and no single limit dropped.\n");
        }
        decision.turns().forEach(turn -> text.append("- ").append(escape(turn.sentence())).append('\n'));
    }

    private static String weights(Weights weights) {
        return new TreeMap<>(weights.byRole()).entrySet().stream()
                .map(weight -> weight.getKey() + " × " + weight.getValue()).collect(Collectors.joining(", "))
                + "; each other reviewer × " + Weights.USUAL;
    }

    private static String limits(Limits limits) {
        BigDecimal budget = limits.budget();
        return limits.set().stream()
                .map(limit -> limit == Limits.Limit.BUDGET && budget != null
                        ? "at most $" + Plan.number(budget) + " a month"
                        : limit.label())
                .collect(Collectors.joining(", "));
    }

    private void list(String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            heading(heading);
            sentences.forEach(sentence -> text.append("- ").append(escape(sentence)).append('\n'));
        }
    }

    private void rows(String heading, String corner, List<Row> rows) {
        if (!rows.isEmpty()) {
            heading(heading);
            head(corner);
            rows.forEach(row -> line(row.label(), row.cells(), ComparisonMarkdown::cell));
        }
    }

    private void scorecard(List<ScorecardRow> rows) {
        if (!rows.isEmpty()) {
            heading("Reviewer scorecard");
            head("Reviewer");
            rows.forEach(row -> line(row.reviewer().name(), row.cells(), ComparisonMarkdown::take));
        }
    }

    private void heading(String heading) {
        text.append("\n## ").append(escape(heading)).append("\n\n");
    }

    private void head(String corner) {
        line(corner, view.columns(), (Column column) -> escape(view.nameOf(column)));
        text.append("| --- ".repeat(view.columns().size() + 1)).append("|\n");
    }

    private <C> void line(String label, List<C> cells, Function<C, String> shown) {
        text.append(Stream.concat(Stream.of(escape(label)), cells.stream().map(shown))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String cell(Cell cell) {
        Fact fact = cell.fact();
        return fact == null || fact.source() == null || fact.checkedOn() == null ? escape(cell.text())
                : "%s (%s, checked %s)".formatted(escape(cell.text()), link(fact.sourceName(), fact.source()),
                        fact.checkedOn().format(DAY));
    }

    private static String take(TakeCell cell) {
        TakeView take = cell.take();
        if (take == null) {
            return "No panel take";
        }
        return take.score() == null ? take.verdict().word() : take.score() + "/100 · " + take.verdict().word();
    }

    /**
     * Text that Markdown shows as it is: nothing in it makes a link, a list, a heading, a row or a tag.
     *
     * <p>GitHub makes links of bare addresses too (GitHub Flavored Markdown, section 6.9) and tells whom it takes for
     * mentioned, both in text whose backslashes are gone by then. A space of no width keeps it from that.
     */
    static String escape(String text) {
        return literal(text).replaceAll("(?i)(?<![\\p{L}\\p{N}])www(?=\\.)", "$0" + NO_WIDTH)
                .replaceAll(":(?=//)|@(?=[\\p{L}\\p{N}])", "$0" + NO_WIDTH);
    }

    private static String literal(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip()
                .replaceAll("[\\\\`*_\\[\\]<>#|~&]", "\\\\$0")
                .replaceFirst("^([-+=])", "\\\\$1").replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
    }

    private static String link(String name, String address) {
        return "[%s](<%s>)".formatted(literal(name), address.replaceAll("[\\s\\p{Cntrl}]", "%20").replace("\\", "%5C")
                .replace("<", "%3C").replace(">", "%3E").replace("|", "%7C"));
    }
}

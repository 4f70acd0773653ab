package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.MakerView;
import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.Dissent;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.panel.TakeView;
import io.shiporskip.panel.Verdict;
import io.shiporskip.votes.Tally;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two to four tools side by side.
 *
 * @param lineup the tools in their order
 * @param columns one for each tool
 * @param pick the answer
 * @param otherEntries what else the makers of these tools have here
 * @param related comparisons to read next
 * @param addable tools that may stand beside these: the rivals first, the nearest before the others
 */
public record ComparisonView(Lineup lineup, List<Column> columns, Pick pick, List<OtherEntries> otherEntries,
        List<ComparisonLink> related, List<ToolView> addable) {

    public ComparisonView {
        addable = List.copyOf(addable);
        columns = List.copyOf(columns);
        otherEntries = List.copyOf(otherEntries);
        related = List.copyOf(related);
    }

    /**
     * One tool of the comparison.
     *
     * @param sheet the tool, its plans and facts
     * @param takes its panel
     * @param verdict what the panel says
     * @param tally what the community says
     * @param rivals its nearest rivals
     */
    public record Column(ToolSheetView sheet, List<TakeView> takes, PanelVerdict verdict, Tally tally,
            List<RivalView> rivals) {

        /** The tool itself. */
        public ToolView tool() {
            return sheet.tool();
        }

        /** Its scores by the reviewer's name, in the panel's order; a take without one is missing. */
        Map<String, Integer> scores() {
            Map<String, Integer> scores = new LinkedHashMap<>();
            takes.forEach(take -> {
                if (take.score() != null) {
                    scores.put(take.reviewer().name(), take.score());
                }
            });
            return scores;
        }

        /** The same tool as what a pick weighs. */
        Contender contender() {
            Map<String, Verdict> verdicts = new LinkedHashMap<>();
            takes.forEach(take -> verdicts.put(take.reviewer().name(), take.verdict()));
            return new Contender(sheet, scores(), verdicts);
        }

        /** The voice that stands furthest from its panel. */
        public Optional<Dissent> dissent() {
            return Dissent.of(takes);
        }
    }

    /**
     * One row of the scorecard.
     *
     * @param reviewer who speaks
     * @param cells one for each column
     */
    public record ScorecardRow(ReviewerView reviewer, List<TakeCell> cells) {}

    /**
     * What one reviewer says of one tool.
     *
     * @param column the tool
     * @param take the take, or nothing where the reviewer has not spoken
     * @param dissent the take as its panel's strongest dissent, where it is that
     */
    public record TakeCell(Column column, @Nullable TakeView take, @Nullable Dissent dissent) {}

    /**
     * One row of the decision table or of the facts.
     *
     * @param key its name in an address
     * @param label what it is about
     * @param cells one for each column
     */
    public record Row(String key, String label, List<Cell> cells) {

        /** Whether each tool says the same; sources and days may differ. */
        public boolean alike() {
            return cells.stream().map(Cell::text).distinct().count() == 1;
        }
    }

    /**
     * What one tool says in a row.
     *
     * @param column the tool
     * @param text what it says
     * @param fact the fact behind it, where it is one
     * @param voted whether votes change it while the page is open
     */
    public record Cell(Column column, String text, @Nullable Fact fact, boolean voted) {

        static Cell of(Column column, String text) {
            return new Cell(column, text, null, false);
        }

        static Cell of(Column column, Fact fact) {
            return new Cell(column, fact.shown(), fact, false);
        }

        static Cell tally(Column column) {
            return new Cell(column, column.tally().line(), null, true);
        }
    }

    /**
     * Other entries of a maker.
     *
     * @param maker the maker
     * @param entries its other tools with what their panels say
     * @param sharedProduct the product, where one of them is an entry about the same as one of the tools compared
     */
    public record OtherEntries(MakerView maker, List<EntryLine> entries, @Nullable String sharedProduct) {}

    /**
     * A tool in a line.
     *
     * @param tool the tool
     * @param verdict what its panel says
     */
    public record EntryLine(ToolView tool, PanelVerdict verdict) {}

    /** Whether the tools do one job, so that a reader can weigh them. */
    public boolean comparable() {
        return !(pick instanceof Pick.DifferentJobs);
    }

    /**
     * The decision among these tools with a reader's weights and limits.
     *
     * @param roles the names of all roles of the panel, in its order
     */
    public Decision decide(List<String> roles, Weights weights, Limits limits) {
        return Decision.among(columns.stream().map(Column::contender).toList(), roles, weights, limits);
    }

    /** "A vs B". */
    public String title() {
        return columns.stream().map(this::nameOf).collect(Collectors.joining(" vs "));
    }

    /** What this page calls a tool: its name, with the tagline where two of the tools bear the same one. */
    public String nameOf(Column column) {
        return nameOf(column.tool());
    }

    /** The same for the tool alone. */
    public String nameOf(ToolView tool) {
        boolean namesake = columns.stream().map(Column::tool)
                .anyMatch(other -> other.name().equals(tool.name()) && !other.id().equals(tool.id()));
        return namesake ? tool.label() : tool.name();
    }

    /** What stands in the mark of a tool: its initial, or, where any two of the tools begin alike, its place. */
    public String markOf(Column column) {
        long initials = columns.stream().map(other -> other.tool().initial()).distinct().count();
        return initials < columns.size() ? String.valueOf(columns.indexOf(column) + 1) : column.tool().initial();
    }

    /** The answer in one sentence. */
    public String answer() {
        return text().answer(pick);
    }

    /** What the answer rests on, in a few sentences. */
    public String because() {
        return text().because(pick);
    }

    /** What would turn the pick, a sentence each; nothing where there is no pick to turn. */
    public List<String> turning() {
        return pick instanceof Pick.Choice choice ? text().turning(choice) : List.of();
    }

    private ComparisonText text() {
        return new ComparisonText(columns, this::nameOf);
    }

    /** The scores that the pick was made from, or nothing where fewer than two tools share a reviewer. */
    public Optional<ScoreTable> scores() {
        return ScoreTable.of(columns);
    }

    /** What is to be said when all tools are entries about one product, else nothing. */
    public @Nullable String oneProduct() {
        ToolView first = columns.getFirst().tool();
        String product = first.product();
        return product != null && columns.stream().skip(1).allMatch(column -> column.tool().sameProductAs(first))
                ? Phrases.oneProduct(Phrases.all(columns.size()), product) : null;
    }

    /** A row for each reviewer who has spoken on at least one of the tools. */
    public List<ScorecardRow> scorecard() {
        List<ReviewerView> reviewers = new ArrayList<>();
        columns.forEach(column -> column.takes().stream().map(TakeView::reviewer)
                .filter(reviewer -> !reviewers.contains(reviewer)).forEach(reviewers::add));
        return reviewers.stream()
                .map(reviewer -> new ScorecardRow(reviewer,
                        columns.stream().map(column -> cell(column, reviewer)).toList()))
                .sorted(Comparator.comparingInt(row -> row.reviewer().position())).toList();
    }

    /** The rows of the decision table. */
    public List<Row> decision() {
        return Arrays.stream(DecisionRow.values()).map(row -> row.over(columns)).toList();
    }

    /** A row for each aspect, the price aside, that was looked for in at least one tool, whether it could be verified or not. */
    public List<Row> facts() {
        return Arrays.stream(Aspect.values()).filter(aspect -> aspect != Aspect.PRICING)
                .filter(aspect -> columns.stream().flatMap(column -> column.sheet().facts().stream())
                        .anyMatch(fact -> fact.aspect() == aspect))
                .map(aspect -> new Row(RowChoice.keyOf(aspect), aspect.label(),
                        columns.stream().map(column -> Cell.of(column, column.sheet().fact(aspect))).toList()))
                .toList();
    }

    /** The tables with the rows that a reader wants to see. */
    public ComparisonTables tables(RowChoice choice) {
        return ComparisonTables.of(this, choice);
    }

    private static TakeCell cell(Column column, ReviewerView reviewer) {
        TakeView take = column.takes().stream().filter(spoken -> spoken.reviewer().equals(reviewer)).findFirst()
                .orElse(null);
        return new TakeCell(column, take,
                column.dissent().filter(dissent -> Objects.equals(dissent.take(), take)).orElse(null));
    }
}

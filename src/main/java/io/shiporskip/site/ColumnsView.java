package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.ComparisonTables;
import io.shiporskip.comparisons.ComparisonView;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.Lineup;
import io.shiporskip.comparisons.RowChoice;
import io.shiporskip.shared.Slug;

import java.util.List;
import java.util.stream.Stream;

/**
 * The forms and links that change what a comparison shows: its columns and the rows of its tables.
 *
 * @param view the comparison
 * @param tables its tables with the chosen rows
 * @param decided what the reader has weighed and limited, as a query
 */
public record ColumnsView(ComparisonView view, ComparisonTables tables, String decided) {

    static ColumnsView of(ComparisonView view, RowChoice choice, String decided) {
        return new ColumnsView(view, view.tables(choice), decided);
    }

    /** What the rest of the page has put into the address. */
    public List<Kept.Field> kept() {
        return Kept.fields(decided);
    }

    /**
     * A row that can be chosen.
     *
     * @param key its name in an address
     * @param label its name on the page
     * @param chosen whether it is among the chosen ones
     */
    public record Offer(String key, String label, boolean chosen) {}

    /** The address of this comparison with the chosen rows. */
    public String here() {
        return view.lineup().path() + query();
    }

    /** All that the reader has chosen, as a query. */
    public String query() {
        return Kept.joined(tables.choice().query(), decided);
    }

    /** The address of this comparison with all rows. */
    public String all() {
        return view.lineup().path() + decided;
    }

    /** The address of the same as Markdown. */
    public String markdown() {
        return here() + (query().isEmpty() ? "?" : "&") + "as=markdown";
    }

    /** Whether what is left after removing a column is a comparison. */
    public boolean staysOne() {
        return view.columns().size() > 2;
    }

    /** Where removing a column leads: the comparison of the others, or the form with the one that is left. */
    public String without(Column column) {
        List<Slug> others = view.lineup().slugs().stream().filter(slug -> !slug.equals(column.tool().slug())).toList();
        return staysOne() ? Lineup.of(others).path() + query() : "/compare?tool=" + others.getFirst();
    }

    /** Tools that can be added, as long as there is room. */
    public List<ToolView> addable() {
        return view.columns().size() < Lineup.MOST ? view.addable() : List.of();
    }

    /** The rows to choose from. */
    public List<Offer> offers() {
        return Stream
                .concat(Stream.concat(view.decision().stream(), view.facts().stream())
                        .map(row -> offer(row.key(), row.label())),
                        Stream.of(offer(RowChoice.SCORECARD, "Reviewer scorecard")))
                .toList();
    }

    /** Chosen rows that these tools do not have; they stay chosen for other tools. */
    public List<String> absent() {
        List<String> offered = offers().stream().map(Offer::key).toList();
        return tables.choice().rows().stream().filter(key -> !offered.contains(key)).toList();
    }

    /** What one hears when the page has changed in its place. */
    public String said() {
        return view.title() + ". " + (tables.text().isEmpty() ? view.answer() : tables.text());
    }

    private Offer offer(String key, String label) {
        return new Offer(key, label, tables.choice().rows().contains(key));
    }
}

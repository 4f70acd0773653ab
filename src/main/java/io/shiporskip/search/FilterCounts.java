package io.shiporskip.search;

import io.shiporskip.search.Findings.Count;

import java.util.List;
import java.util.stream.Stream;

/**
 * SELECTs that count the tools of each value of the filters, under the other filters. All give the columns {@code parameter},
 * {@code value}, {@code label} and {@code tools}, so that one statement asks for all of them; {@link CountReader} reads them.
 */
final class FilterCounts {

    /** Before the name of a filter: the row names what is chosen and counts nothing. */
    static final String CHOSEN = "chosen ";

    /** So many values of a filter are offered. */
    static final int MOST_VALUES = 40;

    /** Without these the planner would read all names to find those of a few. */
    private static final String NAMES = "(select k.%s::text from %s k where k.slug = n.value)";

    private final Criteria criteria;
    private final Filters filters;

    FilterCounts(Criteria criteria) {
        this.criteria = criteria;
        this.filters = new Filters(criteria);
    }

    /** The counts among the rows of a common table expression, each of them a tool. */
    List<String> among(String table) {
        return Filters.ALL.stream().map(filter -> counted(filter, table + " i", "count(*)")).toList();
    }

    /** A common table expression that {@link #browsed()} and {@link #total()} rest on, or nothing where they need none. */
    String mixtures() {
        return criteria.maker().isEmpty() ? "" : """
                with mixture as materialized (
                    select category, kind, maker, entry, verdict, count(*) as tools from tool_index
                     where maker = :maker group by 1, 2, 3, 4, 5)
                """;
    }

    /** The counts among all tools: from the tables of counts where these know them, from the index where they do not. */
    List<String> browsed() {
        return Filters.ALL.stream()
                .map(filter -> filter.equals("maker") ? makers() : counted(filter, mixture() + " i", "sum(i.tools)"))
                .toList();
    }

    /** How many tools pass all filters. */
    String total() {
        return "select 'total', null, null, coalesce(sum(i.tools), 0) from " + mixture() + " i" + filters.where("");
    }

    /** The names of the chosen values, for those that leave nothing and so are not counted. */
    List<String> chosen() {
        return Stream.of("category", "kind", "maker").filter(filter -> !criteria.value(filter).isEmpty())
                .map(filter -> "select '" + CHOSEN + filter + "' as parameter, n.slug::text as value, n."
                        + name(filter) + "::text as label, 0::bigint as tools from " + filter + " n where n.slug = :"
                        + filter)
                .toList();
    }

    private String mixture() {
        return criteria.maker().isEmpty() ? "tool_count" : "mixture";
    }

    /** Makers stand in a table of counts of their own, for no filter, any one, and entry and verdict together. */
    private String makers() {
        List<String> others = filters.used("maker");
        String value = switch (others.size()) {
            case 0 -> "''";
            case 1 -> filters.term(others.getFirst());
            default -> filters.term("entry") + " || ' ' || " + filters.term("verdict");
        };
        if (others.size() > 1 && !others.equals(List.of("entry", "verdict"))) {
            return counted("maker", "tool_index i", "count(*)");
        }
        String some = "select maker as value, tools from maker_count where filter = '" + String.join(" ", others)
                + "' and value = " + value + " and tools > 0";
        return labelled("maker", "((" + some + " order by tools desc, maker limit " + MOST_VALUES + ")"
                + (criteria.maker().isEmpty() ? "" : " union (" + some + " and maker = :maker)") + ")");
    }

    /** The counts of one filter; the chosen value is always among them. */
    private String counted(String filter, String from, String sum) {
        String first = criteria.value(filter).isEmpty() ? "" : "i." + filter + " = " + filters.term(filter) + " desc, ";
        return labelled(filter, "(select i." + filter + " as value, " + sum + " as tools from " + from
                + filters.where(filter) + " group by 1 having " + sum + " > 0 order by " + first + "2 desc, 1 limit "
                + MOST_VALUES + ")");
    }

    private static String labelled(String filter, String counted) {
        String label = filter.equals("entry") || filter.equals("verdict") ? "n.value"
                : NAMES.formatted(name(filter), filter);
        return "(select '" + filter + "' as parameter, n.value, " + label + " as label, n.tools::bigint as tools from "
                + counted + " n)";
    }

    /** The column that a page shows: a {@link Count} of a kind speaks of all its tools. */
    private static String name(String filter) {
        return filter.equals("kind") ? "plural" : "name";
    }
}

package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows of a comparison's tables a reader wants to see. Whoever chooses none sees all.
 *
 * @param rows the names of the chosen rows, in the order of the page; empty for all
 * @param differencesOnly whether rows that say the same of each tool are left out
 */
public record RowChoice(List<String> rows, boolean differencesOnly) {

    /** Every row. */
    public static final RowChoice ALL = new RowChoice(List.of(), false);

    /** The scorecard, which is chosen as a whole. */
    public static final String SCORECARD = "scorecard";

    private static final List<String> KNOWN = Stream.of(Arrays.stream(DecisionRow.values()).map(DecisionRow::key),
            Arrays.stream(Aspect.values()).filter(aspect -> aspect != Aspect.PRICING).map(RowChoice::keyOf),
            Stream.of(SCORECARD)).flatMap(keys -> keys).toList();

    public RowChoice {
        rows = List.copyOf(rows);
    }

    /** What an address asks for; a value that is not known is as if it were not there. */
    public static RowChoice of(Collection<String> rows, Collection<String> differences) {
        List<String> known = KNOWN.stream().filter(rows::contains).toList();
        return new RowChoice(known.size() == KNOWN.size() ? List.of() : known, differences.contains("only"));
    }

    /** The name of a row of facts in an address. */
    static String keyOf(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }

    /** Whether everything is shown. */
    public boolean all() {
        return equals(ALL);
    }

    /** Whether the row is among those to be shown. */
    public boolean shows(String key) {
        return rows.isEmpty() || rows.contains(key);
    }

    /** The choice as the query of an address, with its question mark; empty where everything is shown. */
    public String query() {
        String query = Stream.concat(rows.stream().map(row -> "row=" + row),
                differencesOnly ? Stream.of("differences=only") : Stream.of()).collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}

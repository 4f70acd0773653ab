package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.search.Criteria;
import io.shiporskip.search.Findings;
import io.shiporskip.search.Sort;
import io.shiporskip.shared.Figures;
import io.shiporskip.site.ToolLines.KindGroup;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * A list of tools with the form that narrows it.
 *
 * @param heading what the list is
 * @param path where the form leads
 * @param findings what was found
 * @param filters what one can narrow it by
 * @param lines the tools of this page, in order; empty where {@code kinds} has them
 * @param kinds the tools by kind, where all of them fit on a page and nothing says otherwise
 * @param nearest where nothing was found, the tools whose names come nearest
 */
record FinderView(Heading heading, String path, Findings findings, List<Filter> filters, List<ToolLine> lines,
        List<KindGroup> kinds, List<ToolView> nearest) {

    /**
     * What stands above a list.
     *
     * @param title its title
     * @param intro what it holds, in a sentence, or nothing
     * @param shelf what kind of shelf it is, or nothing
     * @param website where a maker is at home, or nothing
     */
    record Heading(String title, @Nullable String intro, @Nullable String shelf, @Nullable String website) {}

    /**
     * A filter.
     *
     * @param parameter its name in the address
     * @param label its name on the page
     * @param options its values, the first of which is none
     * @param unknown what the address asks for, where that is no value of the filter; else empty
     */
    record Filter(String parameter, String label, List<Option> options, String unknown) {

        private static final int SHOWN_OF_UNKNOWN = 60;

        /** The words of the chosen value; empty where none is chosen. What is no value is quoted, and cut where it is long. */
        public String chosen() {
            return !unknown.isEmpty() ? quoted()
                    : options.stream().filter(option -> option.chosen() && !option.value().isEmpty()).map(Option::label)
                            .findFirst().orElse("");
        }

        /** Why nothing is found, where the address asks for no value of the filter. */
        public String reason() {
            return "No " + label.toLowerCase(Locale.ROOT) + " is called " + quoted() + ".";
        }

        private String quoted() {
            int characters = unknown.codePointCount(0, unknown.length());
            return characters <= SHOWN_OF_UNKNOWN ? "“" + unknown + "”"
                    : "“" + unknown.substring(0, unknown.offsetByCodePoints(0, SHOWN_OF_UNKNOWN)) + "…”";
        }
    }

    /**
     * A value of a filter or an order.
     *
     * @param value as it stands in the address
     * @param label as the page shows it
     * @param tools how many tools it leaves; below 0 where that is not said
     * @param chosen whether it is chosen
     */
    record Option(String value, String label, int tools, boolean chosen) {

        /** The words in a select. */
        public String text() {
            return tools < 0 ? label : label + " (" + tools + ")";
        }
    }

    /** The title of the page. */
    public String title() {
        if (heading.shelf() == null && !kinds.isEmpty()) {
            return "All " + findings.total() + " tools";
        }
        return criteria().q().isEmpty() ? heading.title() : heading.title() + ": " + criteria().q();
    }

    public Criteria criteria() {
        return findings.criteria();
    }

    /** The filters that are in use. */
    public List<Filter> active() {
        return filters.stream().filter(filter -> !filter.chosen().isEmpty()).toList();
    }

    /** The filters in use that name no value there is: nothing passes them. */
    public List<Filter> unknown() {
        return filters.stream().filter(filter -> !filter.unknown().isEmpty()).toList();
    }

    /** The address without one of the filters. */
    public String without(Filter filter) {
        return path + criteria().with(filter.parameter(), "").query();
    }

    /** The query of the address with the words alone. */
    public String cleared() {
        return Criteria.words(criteria().q()).query();
    }

    /** Whether the rows show when they were published, because that is their order. */
    public boolean dated() {
        return criteria().sort() == Sort.NEW;
    }

    /** The address of the same search on its first page. */
    public String first() {
        return path + criteria().with("page", "").query();
    }

    /** The address of the next page. */
    public String next() {
        return path + criteria().with("page", findings.next()).query();
    }

    /** The orders. Without words nothing matches better than another, and the panel's score takes that place. */
    public List<Option> orders() {
        Sort usual = criteria().q().isEmpty() ? Sort.SCORE : Sort.BEST;
        Sort chosen = criteria().sort();
        return List.of(Sort.values()).stream().filter(sort -> sort != Sort.BEST || usual == Sort.BEST)
                .map(sort -> new Option(sort == usual && chosen == Sort.BEST ? "" : sort.word(), sort.label(), -1,
                        sort == (chosen == Sort.BEST ? usual : chosen)))
                .toList();
    }

    /** How many there are, in words. */
    public String count() {
        int total = findings.total();
        String tools = findings.more() ? many(total) : number(total);
        return criteria().q().isEmpty() ? tools : tools + " for “" + criteria().q() + "”";
    }

    /** Of very many matches not all are looked at, and with a filter it is not even known whether there are more. */
    private String many(int total) {
        return criteria().filtered() ? "At least " + number(total)
                : "More than " + number((total - 1) / 100 * 100);
    }

    private static String number(int tools) {
        return Figures.of(tools, "tool", "tools");
    }

    /** Whether the address names a page behind the last one. */
    public boolean pastTheEnd() {
        return findings.total() > 0 && findings.tools().isEmpty();
    }

    /** Whether a search engine should not list the page: there are very many like it, and of a value that is none without end. */
    public boolean unlisted() {
        return path.equals("/search") || !criteria().page().isEmpty() || !unknown().isEmpty();
    }

    /** What is said of the list when it has changed in place. */
    public String said() {
        return findings.total() == 0 ? "Nothing found."
                : pastTheEnd() ? "This page is past the end of the list." : count() + ".";
    }

    /** Whether it is the search page before anything was asked. */
    public boolean unasked() {
        return path.equals("/search") && criteria().q().isEmpty();
    }
}

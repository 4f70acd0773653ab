package io.shiporskip.site;

import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.comparisons.Lineup;
import io.shiporskip.search.Criteria;
import io.shiporskip.search.Meant;
import io.shiporskip.search.Search;
import io.shiporskip.search.Sort;
import io.shiporskip.shared.Slug;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the form that chooses tools, and understands what was written into it. */
@Component
class Picker {

    /** So many tools a field offers before anything is written. */
    static final int OFFERED = 60;

    private static final int CANDIDATES = 8;
    private static final int NEAREST = 5;

    private final Tools tools;
    private final Search search;
    private final Finder finder;
    private final Comparisons comparisons;

    Picker(Tools tools, Search search, Finder finder, Comparisons comparisons) {
        this.tools = tools;
        this.search = search;
        this.finder = finder;
        this.comparisons = comparisons;
    }

    /**
     * A text that may mean several tools, or means none.
     *
     * @param text what was written, of a very long one the beginning
     * @param known whether some go by such a name
     * @param candidates the tools that it may mean, the likeliest first
     */
    public record Doubt(String text, boolean known, List<Candidate> candidates) {

        /** What is to be said of it, before the candidates. */
        public String sentence() {
            String these = candidates.size() == 1 ? "this one:" : "one of these:";
            return known ? "“" + text + "” may be " + these
                    : "No tool is called “" + text + "”." + (candidates.isEmpty() ? "" : " It may be " + these);
        }
    }

    /**
     * A tool that a text may mean.
     *
     * @param suggestion the tool, and what tells it from others
     * @param address the form with that tool instead of the text
     */
    public record Candidate(SuggestionView suggestion, String address) {}

    /**
     * What the fields say.
     *
     * @param sheets the tools, each once
     * @param doubts the texts that may mean several or mean none; where there are any, the tools are not all of them
     */
    record Understood(List<ToolSheetView> sheets, List<Doubt> doubts) {

        /** Whether each text is the name of something. */
        boolean known() {
            return doubts.stream().allMatch(Doubt::known);
        }
    }

    /** The form with these texts in its fields. */
    PickerView view(List<String> chosen) {
        List<String> shown = chosen.stream().limit(Lineup.MOST).toList();
        return PickerView.of(offered(), shown, named(shown));
    }

    /** The texts, each once whatever its capitals: as it was written first. */
    static List<String> once(List<String> texts) {
        Map<String, String> once = new LinkedHashMap<>();
        texts.forEach(text -> once.putIfAbsent(lower(text), text));
        return List.copyOf(once.values());
    }

    /**
     * What a field suggests, without what the other fields hold already.
     *
     * @param typed what stands in it; where that is nothing, the rivals of the first tool that is chosen already, the nearest
     *            first, or where there are none the best scored tools, by name
     * @param beside the texts of the other fields
     */
    List<SuggestionView> suggest(String typed, List<String> beside) {
        List<ToolView> chosen = named(beside.stream().limit(Lineup.MOST).toList());
        if (!typed.isBlank()) {
            return finder.suggest(typed).stream()
                    .filter(suggestion -> bearer(suggestion.tool().slug().value(), chosen).isEmpty()).toList();
        }
        List<ToolView> rivals = beside.stream().flatMap(text -> bearer(lower(text), chosen).stream()).findFirst()
                .map(tool -> comparisons.rivals(tool, OFFERED)).orElse(List.of());
        return Stream.concat(rivals.stream(), rivals.isEmpty() ? offered().stream() : Stream.empty())
                .filter(tool -> bearer(tool.slug().value(), chosen).isEmpty())
                .map(tool -> new SuggestionView(tool, "")).toList();
    }

    /**
     * The tools that the texts name: by slug, former ones included, by name, or as the form itself writes them.
     *
     * @param texts what was written, each {@link #once}
     * @param kept the query of what else the address says, with its question mark
     */
    Understood understand(List<String> texts, String kept) {
        List<ToolSheetView> sheets = new ArrayList<>(tools.sheets(slugs(texts)));
        List<Doubt> doubts = new ArrayList<>();
        List<Slug> meant = new ArrayList<>();
        for (String text : texts) {
            if (isOf(text, sheets)) {
                continue;
            }
            Bearers bearers = bearers(text);
            if (bearers.certain()) {
                meant.add(bearers.tools().getFirst().tool().slug());
            } else {
                boolean known = !bearers.tools().isEmpty();
                doubts.add(new Doubt(Criteria.words(text).q(), known,
                        (known ? bearers.tools() : finder.likely(text, NEAREST)).stream()
                                .map(tool -> new Candidate(tool, address(texts, text, tool.tool(), kept))).toList()));
            }
        }
        meant.removeIf(slug -> sheets.stream().anyMatch(sheet -> sheet.tool().slug().equals(slug)));
        if (!meant.isEmpty() && doubts.isEmpty()) {
            sheets.addAll(tools.sheets(meant));
        }
        return new Understood(sheets, doubts);
    }

    /** The tools that a text is the name of, or the beginning of a name, and whether there is one and no doubt. */
    private record Bearers(List<SuggestionView> tools, boolean certain) {}

    /** A field that holds {@link ToolView#label} once says more than the name, and is understood all the same. */
    private Bearers bearers(String text) {
        Bearers whole = called(text);
        int clause = text.indexOf(" (");
        if (!whole.tools().isEmpty() || clause < 0) {
            return whole;
        }
        List<SuggestionView> named = called(text.substring(0, clause)).tools();
        List<SuggestionView> labelled = named.stream()
                .filter(suggestion -> suggestion.tool().label().equalsIgnoreCase(text)).toList();
        return labelled.isEmpty() ? new Bearers(named, false) : new Bearers(labelled, labelled.size() == 1);
    }

    private Bearers called(String name) {
        Meant meant = search.meant(name, CANDIDATES);
        List<SuggestionView> tools = finder.shown(meant.tools());
        return new Bearers(tools, meant.certain() && !tools.isEmpty());
    }

    private List<ToolView> offered() {
        return tools.byIds(search.first(Sort.SCORE, OFFERED));
    }

    private static Optional<ToolView> bearer(String slug, List<ToolView> among) {
        return among.stream().filter(tool -> tool.slug().value().equals(slug)).findFirst();
    }

    private boolean isOf(String text, Collection<ToolSheetView> sheets) {
        Optional<Slug> slug = Slug.parse(lower(text));
        return slug.isPresent() && (sheets.stream().anyMatch(sheet -> sheet.tool().slug().equals(slug.get()))
                || tools.currentSlug(slug.get()).isPresent());
    }

    private List<ToolView> named(List<String> chosen) {
        List<Slug> slugs = slugs(chosen);
        return slugs.isEmpty() ? List.of() : tools.sheets(slugs).stream().map(ToolSheetView::tool).toList();
    }

    private static List<Slug> slugs(List<String> texts) {
        return texts.stream().flatMap(text -> Slug.parse(lower(text)).stream()).distinct().toList();
    }

    private static String address(List<String> texts, String doubtful, ToolView tool, String kept) {
        return "/compare" + Kept.joined(query(once(
                texts.stream().map(text -> text.equals(doubtful) ? tool.slug().value() : text).toList())), kept);
    }

    /** The address of the form with these texts in its fields. */
    static String address(List<String> texts) {
        return "/compare" + query(texts);
    }

    private static String query(List<String> texts) {
        String fields = texts.stream().map(_ -> "tool={tool}").collect(Collectors.joining("&", "?", ""));
        return UriComponentsBuilder.fromUriString(fields).encode().buildAndExpand(texts.toArray()).toUriString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

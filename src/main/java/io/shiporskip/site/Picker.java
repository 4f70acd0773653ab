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
import java.util.List;
import java.util.Locale;
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
            return known ? "“" + text + "” may be one of these:"
                    : "No tool is called “" + text + "”." + (candidates.isEmpty() ? "" : " It may be one of these:");
        }
    }

    /**
     * A tool that a text may mean.
     *
     * @param tool the tool
     * @param address the form with that tool instead of the text
     */
    public record Candidate(ToolView tool, String address) {}

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
        return PickerView.of(offered(), chosen, named(chosen));
    }

    /**
     * What a field suggests.
     *
     * @param typed what stands in it; where that is nothing, the rivals of the first tool that is chosen already, the nearest
     *            first, or where there are none the best scored tools, by name
     * @param beside the texts of the other fields
     */
    List<SuggestionView> suggest(String typed, List<String> beside) {
        if (!typed.isBlank()) {
            return finder.suggest(typed);
        }
        List<ToolView> chosen = named(beside.stream().limit(Lineup.MOST).toList());
        List<ToolView> rivals = beside.stream().flatMap(text -> bearer(lower(text), chosen).stream()).findFirst()
                .map(tool -> comparisons.rivals(tool, OFFERED)).orElse(List.of());
        return Stream.concat(rivals.stream(), rivals.isEmpty() ? offered().stream() : Stream.empty())
                .filter(tool -> bearer(tool.slug().value(), chosen).isEmpty())
                .map(tool -> new SuggestionView(tool, "")).toList();
    }

    /**
     * The tools that the texts name: by slug, former ones included, or by name.
     *
     * @param texts what was written
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
            Meant found = search.meant(text, CANDIDATES);
            List<ToolView> candidates = finder.inOrder(found.tools());
            if (found.certain() && !candidates.isEmpty()) {
                meant.add(candidates.getFirst().slug());
            } else {
                boolean known = !candidates.isEmpty();
                doubts.add(new Doubt(Criteria.words(text).q(), known,
                        (known ? candidates : finder.likely(text, NEAREST)).stream()
                                .map(tool -> new Candidate(tool, address(texts, text, tool, kept))).toList()));
            }
        }
        meant.removeIf(slug -> sheets.stream().anyMatch(sheet -> sheet.tool().slug().equals(slug)));
        if (!meant.isEmpty() && doubts.isEmpty()) {
            sheets.addAll(tools.sheets(meant));
        }
        return new Understood(sheets, doubts);
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
        List<String> chosen = texts.stream().map(text -> text.equals(doubtful) ? tool.slug().value() : text).distinct()
                .toList();
        String fields = chosen.stream().map(_ -> "tool={tool}").collect(Collectors.joining("&", "?", ""));
        return "/compare" + Kept.joined(UriComponentsBuilder.fromUriString(fields).encode()
                .buildAndExpand(chosen.toArray()).toUriString(), kept);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

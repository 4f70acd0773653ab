package io.shiporskip.site;

import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.catalogue.UnknownTool;
import io.shiporskip.search.Meant;
import io.shiporskip.search.Search;
import io.shiporskip.shared.Slug;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the form that chooses tools, and understands what was written into it. */
@Component
class Picker {

    /** Of at most so many tools one chooses from a list; of more one writes names. */
    static final int MOST_IN_A_LIST = 200;

    private static final int CANDIDATES = 8;

    private final Tools tools;
    private final Search search;
    private final Finder finder;

    Picker(Tools tools, Search search, Finder finder) {
        this.tools = tools;
        this.search = search;
        this.finder = finder;
    }

    /**
     * A text that may mean several tools.
     *
     * @param text what was written
     * @param candidates the tools that it may mean, the likeliest first
     */
    public record Doubt(String text, List<Candidate> candidates) {}

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
     * @param doubts the texts that may mean several; where there are any, the tools are not all of them
     */
    record Understood(List<ToolSheetView> sheets, List<Doubt> doubts) {}

    /** The form with these texts in its fields. */
    PickerView view(List<String> chosen) {
        List<ToolView> all = tools.allOfAtMost(MOST_IN_A_LIST);
        return PickerView.of(all, chosen, all.isEmpty() ? named(chosen) : all);
    }

    /**
     * The tools that the texts name: by slug, former ones included, or by name.
     *
     * @param texts what was written
     * @param kept the query of what else the address says, with its question mark
     * @throws UnknownTool where a text means none
     */
    Understood understand(List<String> texts, String kept) {
        List<ToolSheetView> sheets = new ArrayList<>(tools.sheets(slugs(texts)));
        List<String> unknown = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        List<Slug> meant = new ArrayList<>();
        for (String text : texts) {
            if (isOf(text, sheets)) {
                continue;
            }
            Meant found = search.meant(text, CANDIDATES);
            List<ToolView> candidates = finder.inOrder(found.tools());
            if (candidates.isEmpty()) {
                unknown.add(lower(text));
            } else if (found.certain()) {
                meant.add(candidates.getFirst().slug());
            } else {
                doubts.add(new Doubt(text, candidates.stream()
                        .map(tool -> new Candidate(tool, address(texts, text, tool, kept))).toList()));
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownTool(unknown);
        }
        meant.removeIf(slug -> sheets.stream().anyMatch(sheet -> sheet.tool().slug().equals(slug)));
        if (!meant.isEmpty() && doubts.isEmpty()) {
            sheets.addAll(tools.sheets(meant));
        }
        return new Understood(sheets, doubts);
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

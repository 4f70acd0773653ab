package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.panel.Outcome;
import io.shiporskip.search.Criteria;
import io.shiporskip.search.Excerpt;
import io.shiporskip.search.Findings;
import io.shiporskip.search.Search;
import io.shiporskip.search.Suggestion;
import io.shiporskip.site.FinderView.Filter;
import io.shiporskip.site.FinderView.Heading;
import io.shiporskip.site.FinderView.Option;
import io.shiporskip.visitors.Networks;
import io.shiporskip.visitors.Readers;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what a search finds into a list that a page can show. */
@Component
class Finder {

    /** A shelf with at most so many tools stands on one page, by kind. */
    static final int ON_ONE_PAGE = 60;

    private static final int NEAREST = 5;
    private static final int SUGGESTIONS = 8;
    private static final Map<String, String> ENTRIES = Map.of("free", "Free", "paid", "Paid");

    private static final Map<String, String> VERDICTS = Stream.of(Outcome.values())
            .collect(Collectors.toMap(outcome -> outcome.name().toLowerCase(Locale.ROOT), Outcome::label));

    private final Search search;
    private final Tools tools;
    private final ToolLines lines;
    private final Networks networks;

    Finder(Search search, Tools tools, ToolLines lines, Networks networks) {
        this.search = search;
        this.tools = tools;
        this.lines = lines;
        this.networks = networks;
    }

    /** The whole of a shelf, by kind where it is small enough for that. */
    FinderView shelf(Heading heading, Criteria criteria) {
        Findings findings = search.find(criteria, ON_ONE_PAGE);
        List<ToolLine> found = lines(findings);
        boolean small = findings.next().isEmpty();
        return new FinderView(heading, "/tools", findings, filters(findings), small ? List.of() : found,
                small ? ToolLines.byKind(found) : List.of(), List.of());
    }

    /** What the criteria find. */
    FinderView find(Heading heading, String path, Criteria criteria) {
        Findings findings = search.find(criteria, Search.PAGE);
        List<ToolView> nearest = findings.total() > 0 || findings.common() || criteria.q().isEmpty() ? List.of()
                : inOrder(search.nearest(criteria.q(), NEAREST));
        return new FinderView(heading, path, findings, filters(findings), lines(findings), List.of(), nearest);
    }

    /** The tools that somebody may mean who has typed this much. */
    List<SuggestionView> suggest(String typed) {
        return shown(search.suggest(typed, SUGGESTIONS));
    }

    /** Suggestions as a page shows them, in their order. */
    List<SuggestionView> shown(List<Suggestion> suggestions) {
        Map<UUID, String> formerly = suggestions.stream()
                .collect(Collectors.toMap(Suggestion::tool, Suggestion::formerly));
        return inOrder(suggestions.stream().map(Suggestion::tool).toList()).stream()
                .map(tool -> new SuggestionView(tool, formerly.getOrDefault(tool.id(), ""))).toList();
    }

    /** The tools that somebody may mean who has named one that is not there; the nearest names where none is likely. */
    List<SuggestionView> likely(String name, int limit) {
        List<Suggestion> likely = search.suggest(name, limit);
        return shown(!likely.isEmpty() ? likely
                : search.nearest(name, limit).stream().map(tool -> new Suggestion(tool, "")).toList());
    }

    /** Counts a search of a reader that found nothing, unless it was a filter or the words that left nothing to find. */
    void noteIfMissed(FinderView view, HttpServletRequest request) {
        Criteria criteria = view.criteria();
        if (view.findings().total() == 0 && !criteria.filtered() && criteria.page().isEmpty()
                && !criteria.q().isEmpty() && !view.findings().common() && Readers.asks(request)) {
            search.missed(criteria, networks.inMemory(request));
        }
    }

    private List<ToolLine> lines(Findings findings) {
        List<ToolLine> found = lines.of(inOrder(findings.tools()));
        if (findings.criteria().q().isEmpty()) {
            return found;
        }
        Map<UUID, Excerpt> excerpts = search.excerpts(findings.criteria(), findings.tools());
        return found.stream().map(line -> line.with(excerpts.get(line.tool().id()))).toList();
    }

    /** The tools with these ids, in their order. */
    List<ToolView> inOrder(Collection<UUID> ids) {
        Map<UUID, ToolView> found = tools.byIds(ids).stream()
                .collect(Collectors.toMap(ToolView::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private static List<Filter> filters(Findings findings) {
        return List.of(filter(findings, "category", "Category", "Any category", Map.of()),
                filter(findings, "kind", "Kind", "Any kind", Map.of()),
                filter(findings, "maker", "Maker", "Any maker", Map.of()),
                filter(findings, "entry", "Entry", "Free or paid", ENTRIES),
                filter(findings, "verdict", "Panel verdict", "Any verdict", VERDICTS));
    }

    /** A filter whose values are counted; of those with names here also the chosen one that leaves nothing is known. */
    private static Filter filter(Findings findings, String parameter, String label, String any,
            Map<String, String> names) {
        String chosen = findings.criteria().value(parameter);
        List<Option> options = new ArrayList<>();
        options.add(new Option("", any, -1, chosen.isEmpty()));
        findings.of(parameter).forEach(count -> options.add(
                new Option(count.value(),
                        names.getOrDefault(count.value(), count.label()), count.tools(),
                        count.value().equals(chosen))));
        boolean known = options.stream().anyMatch(Option::chosen);
        if (!known && names.containsKey(chosen)) {
            options.add(new Option(chosen, names.get(chosen), 0, true));
            known = true;
        }
        return new Filter(parameter, label, options, known ? "" : chosen);
    }
}

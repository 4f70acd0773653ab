package io.shiporskip.newsletter;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.ComparisonLink;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.newsletter.EditionContent.Disagreement;
import io.shiporskip.newsletter.EditionContent.Item;
import io.shiporskip.newsletter.EditionContent.Versus;
import io.shiporskip.newsletter.EditionContent.Voice;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.TakeView;
import io.shiporskip.panel.Verdict;
import io.shiporskip.search.Search;
import io.shiporskip.search.Sort;
import io.shiporskip.votes.Contest;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/** Puts an edition together from what was published and written in a week. */
@Component
class Composer {

    /** So many tools an edition shows; the others it counts. */
    static final int VERDICTS = 8;

    /** More than these it does not look at, nor count. */
    static final int MOST = 1000;

    /** The comparison of the week is the first of so many that the edition before did not have. */
    private static final int COMPARISONS = 6;
    /** Panel and community are furthest apart on one of the most contested tools. */
    private static final int CONTESTED = 200;

    private final Tools tools;
    private final Panel panel;
    private final Votes votes;
    private final Comparisons comparisons;
    private final Search search;

    Composer(Tools tools, Panel panel, Votes votes, Comparisons comparisons, Search search) {
        this.tools = tools;
        this.panel = panel;
        this.votes = votes;
        this.comparisons = comparisons;
        this.search = search;
    }

    /**
     * What an edition about these days says now.
     *
     * @param before the edition before it, whose comparison is not repeated; nothing where there is none
     * @return nothing when nothing was published or written in these days
     */
    Optional<EditionContent> content(Week week, @Nullable EditionContent before) {
        Set<UUID> fresh = tools.publishedFrom(week.first(), week.last(), MOST);
        Map<UUID, List<String>> anew = new LinkedHashMap<>(panel.writtenFrom(week.first(), week.last(), MOST));
        anew.keySet().removeAll(fresh);
        List<UUID> ids = new ArrayList<>(fresh);
        ids.addAll(anew.keySet());
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, PanelVerdict> verdicts = panel.verdicts(ids);
        List<ToolView> shown = tools.byIds(ids).stream()
                .sorted(Comparator.comparing((ToolView tool) -> !fresh.contains(tool.id()))
                        .thenComparing(tool -> -score(verdicts.get(tool.id()))).thenComparing(ToolView::slug))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<ToolView> first = shown.subList(0, Math.min(VERDICTS, shown.size()));
        Map<UUID, List<TakeView>> takes = panel.takes(first.stream().map(ToolView::id).toList());
        List<Item> items = first.stream().map(tool -> item(tool, verdicts.getOrDefault(tool.id(), PanelVerdict.NONE),
                takes.getOrDefault(tool.id(), List.of()), anew.getOrDefault(tool.id(), List.of()))).toList();
        return Optional.of(new EditionContent(items, shown.size() - items.size(), versus(before), disagreement()));
    }

    private static int score(@Nullable PanelVerdict verdict) {
        return verdict == null || verdict.score() == null ? -1 : verdict.score().mean();
    }

    private static Item item(ToolView tool, PanelVerdict verdict, Collection<TakeView> takes, List<String> anew) {
        return new Item(tool.path(), tool.label(), tool.kind().name() + " by " + tool.maker().name(), tool.tagline(),
                verdict.outcome().key(), verdict.line(), verdict.scoreText(), news(anew), voices(takes));
    }

    private static String news(List<String> anew) {
        return switch (anew.size()) {
            case 0 -> "New here";
            case 1 -> "New take by the " + anew.getFirst();
            default -> "New takes by the " + String.join(", the ", anew.subList(0, anew.size() - 1)) + " and the "
                    + anew.getLast();
        };
    }

    /** Who is most for it, and who is most against it: by the score, and where there is none in the panel's order. */
    private static List<Voice> voices(Collection<TakeView> takes) {
        List<Voice> voices = new ArrayList<>();
        strongest(takes, Verdict.SHIP, Comparator.reverseOrder()).ifPresent(voices::add);
        strongest(takes, Verdict.SKIP, Comparator.naturalOrder()).ifPresent(voices::add);
        return voices;
    }

    private static Optional<Voice> strongest(Collection<TakeView> takes, Verdict verdict, Comparator<Integer> order) {
        return takes.stream().filter(take -> take.verdict() == verdict)
                .min(Comparator.comparing(TakeView::score, Comparator.nullsLast(order)))
                .map(take -> new Voice(take.reviewer().name(), verdict.word(), FirstSentence.of(take.text())));
    }

    private @Nullable Versus versus(@Nullable EditionContent before) {
        String shownBefore = before == null || before.comparison() == null ? "" : before.comparison().path();
        return comparisons.ofTheWeek(COMPARISONS).stream().filter(link -> !link.path().equals(shownBefore)).findFirst()
                .map(Composer::versus).orElse(null);
    }

    private static Versus versus(ComparisonLink link) {
        return new Versus(link.path(), link.title(), link.answer());
    }

    private @Nullable Disagreement disagreement() {
        List<UUID> contested = search.first(Sort.CONTESTED, CONTESTED);
        Map<UUID, PanelVerdict> verdicts = panel.verdicts(contested);
        Map<UUID, Tally> tallies = votes.tallies(contested);
        ToDoubleFunction<UUID> distance = tool -> Contest.distance(verdicts.getOrDefault(tool, PanelVerdict.NONE),
                tallies.getOrDefault(tool, Tally.NONE));
        return contested.stream().max(Comparator.comparingDouble(distance))
                .filter(tool -> distance.applyAsDouble(tool) > 0)
                .flatMap(tool -> tools.byIds(List.of(tool)).stream().findFirst())
                .map(tool -> new Disagreement(tool.path(), tool.label(),
                        verdicts.getOrDefault(tool.id(), PanelVerdict.NONE).line(),
                        tallies.getOrDefault(tool.id(), Tally.NONE).line()))
                .orElse(null);
    }
}

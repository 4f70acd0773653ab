package io.shiporskip.newsletter;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.ComparisonLink;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.newsletter.EditionContent.Disagreement;
import io.shiporskip.newsletter.EditionContent.Item;
import io.shiporskip.newsletter.EditionContent.Versus;
import io.shiporskip.newsletter.EditionContent.Voice;
import io.shiporskip.panel.Outcome;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts an edition together from what there is to tell. */
@Component
class Composer {

    /** So many tools an edition shows; the others it counts. */
    static final int VERDICTS = 8;

    /** In so many of these places stand tools that the panel does not ship, where there are any. */
    static final int NO_SHIPS = 3;

    /** So many of the tools that are only counted are named at the desk. */
    static final int OTHERS = 50;

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
     * What an edition says that tells of this.
     *
     * @param news what there is to tell
     * @param before the edition before it, whose comparison is not repeated; nothing where there is none
     * @return nothing when there is nothing to tell
     */
    Optional<EditionContent> content(Collection<News.Item> news, @Nullable EditionContent before) {
        Map<UUID, News.Item> told = news.stream().collect(Collectors.toMap(News.Item::tool, Function.identity()));
        List<ToolView> week = tools.byIds(told.keySet());
        if (week.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, PanelVerdict> verdicts = panel.verdicts(told.keySet());
        List<ToolView> shown = shown(week, tool -> verdicts.getOrDefault(tool.id(), PanelVerdict.NONE));
        Map<UUID, List<TakeView>> takes = panel.takes(shown.stream().map(ToolView::id).toList());
        List<Item> items = shown.stream().map(tool -> item(tool, verdicts.getOrDefault(tool.id(), PanelVerdict.NONE),
                takes.getOrDefault(tool.id(), List.of()), told.get(tool.id()))).toList();
        return Optional.of(new EditionContent(items, week.size() - items.size(), versus(before), disagreement()));
    }

    /** The tools that the content of these news counts and does not show, by name, {@link #OTHERS} at most. */
    List<UntoldTool> others(Collection<News.Item> news, Optional<EditionContent> content) {
        Set<String> shown = content.stream().flatMap(said -> said.verdicts().stream()).map(Item::path)
                .collect(Collectors.toSet());
        Map<UUID, News.Item> told = news.stream().collect(Collectors.toMap(News.Item::tool, Function.identity()));
        return shown.size() == told.size() ? List.of() : tools.byIds(told.keySet()).stream()
                .filter(tool -> !shown.contains(tool.path())).sorted(Comparator.comparing(ToolView::label))
                .limit(OTHERS)
                .map(tool -> new UntoldTool(tool.slug().value(), tool.label(), news(told.get(tool.id())))).toList();
    }

    /** The tools that were left out, with what becomes of them. */
    List<UntoldTool> leftOut(Map<UUID, Boolean> leftOut) {
        Map<UUID, ToolView> known = leftOut.isEmpty() ? Map.of()
                : tools.byIds(leftOut.keySet()).stream().collect(Collectors.toMap(ToolView::id, Function.identity()));
        return leftOut.entrySet().stream().flatMap(entry -> Optional.ofNullable(known.get(entry.getKey())).stream()
                .map(tool -> new UntoldTool(tool.slug().value(), tool.label(),
                        entry.getValue() ? "Kept for the next edition" : "Never told")))
                .toList();
    }

    /**
     * Those with the highest scores, and in {@link #NO_SHIPS} places at least the highest of those that the panel does not ship,
     * where there are any: a week is not told by its best alone.
     */
    static List<ToolView> shown(Collection<ToolView> week, Function<ToolView, PanelVerdict> verdicts) {
        Comparator<ToolView> best = Comparator.comparingInt((ToolView tool) -> -score(verdicts.apply(tool)))
                .thenComparing(ToolView::slug);
        List<ToolView> others = week.stream().filter(tool -> verdicts.apply(tool).outcome() != Outcome.SHIP)
                .sorted(best).limit(NO_SHIPS).toList();
        return Stream.concat(others.stream(),
                week.stream().filter(tool -> !others.contains(tool)).sorted(best).limit(VERDICTS - others.size()))
                .sorted(best).toList();
    }

    private static int score(PanelVerdict verdict) {
        return verdict.score() == null ? -1 : verdict.score().mean();
    }

    private static Item item(ToolView tool, PanelVerdict verdict, Collection<TakeView> takes,
            News.@Nullable Item news) {
        return new Item(tool.path(), tool.label(), tool.kind().name() + " by " + tool.maker().name(), tool.tagline(),
                verdict.outcome().key(), verdict.line(), verdict.scoreText(), news(news), voices(takes));
    }

    private static String news(News.@Nullable Item news) {
        if (news == null || news.published()) {
            return "New here";
        }
        List<String> reviewers = news.reviewers().stream().map(name -> "the " + name).toList();
        return reviewers.size() == 1 ? "New take by " + reviewers.getFirst()
                : "New takes by " + String.join(", ", reviewers.subList(0, reviewers.size() - 1)) + " and "
                        + reviewers.getLast();
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

package io.shiporskip.comparisons;

import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.MakerView;
import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.ComparisonView.EntryLine;
import io.shiporskip.comparisons.ComparisonView.OtherEntries;
import io.shiporskip.comparisons.Openings.Opened;
import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.Ranked;
import io.shiporskip.panel.TakeView;
import io.shiporskip.search.Search;
import io.shiporskip.search.Sort;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tools side by side, their rivals, and the comparisons worth reading. */
@Component
@Transactional(readOnly = true)
public class Comparisons {

    /** How many rivals a tool is offered. */
    public static final int RIVALS = 3;

    /** So many tools of a kind are weighed against each other at most. */
    public static final int MOST_OF_KIND = 200;

    /** For how many days the openings of a comparison are known. */
    public static final int OPENINGS_KEPT_DAYS = Openings.KEPT_DAYS;

    /** Of how many days, today included, the comparisons of the week are, and what is new this week. */
    public static final int WEEK = Openings.WEEK;

    /** A comparison that was opened less often is not said to be what readers open. */
    public static final int LEAST_OPENINGS = Openings.LEAST;

    /** Within so many minutes a network counts once for a comparison. */
    public static final int OPENING_COUNTS_ONCE_IN_MINUTES = Math.toIntExact(Openings.ONCE_IN.toMinutes());

    /** So many of the links beside a comparison at most are there because readers opened them. */
    public static final int RELATED_BY_OPENING = 3;

    /** So many tools are set against each other to find the closest calls. */
    private static final int CLOSEST_AMONG = 200;
    private static final int RELATED = 6;
    /** More than are shown, because some may be of tools that are no longer published. */
    private static final int OPENED_LOOKED_AT = 20;
    private static final int UNWEIGHED_NAMED = 10;
    private static final int OTHER_ENTRIES = 24;

    /** A page of a comparison stays small however many tools do the same job. */
    private static final int ADDABLE = 40;

    private final Tools tools;
    private final Panel panel;
    private final Votes votes;
    private final Search search;
    private final Openings openings;

    Comparisons(Tools tools, Panel panel, Votes votes, Search search, Openings openings) {
        this.tools = tools;
        this.panel = panel;
        this.votes = votes;
        this.search = search;
        this.openings = openings;
    }

    /** The comparison of these published tools, two to four of them. */
    public ComparisonView of(Collection<ToolSheetView> compared) {
        List<ToolSheetView> sheets = compared.stream()
                .sorted(Comparator.comparing(sheet -> sheet.tool().slug())).toList();
        List<ToolView> lineup = sheets.stream().map(ToolSheetView::tool).toList();
        List<UUID> ids = lineup.stream().map(ToolView::id).toList();
        Map<UUID, List<TakeView>> takes = panel.takes(ids);
        Map<UUID, Tally> tallies = votes.tallies(ids);
        List<ToolView> ofMakers = tools.ofMakers(distinct(lineup, tool -> tool.maker().slug()), OTHER_ENTRIES);
        List<Opened> opened = openings.with(ids, OPENED_LOOKED_AT);
        Field field = field(lineup, ofMakers, opened.stream()
                .flatMap(one -> Stream.of(one.pair().first(), one.pair().second())).toList());

        List<Column> columns = sheets.stream().map(sheet -> {
            List<TakeView> panelTakes = takes.getOrDefault(sheet.tool().id(), List.of());
            return new Column(sheet, panelTakes, PanelVerdict.of(panelTakes),
                    tallies.getOrDefault(sheet.tool().id(), Tally.NONE), field.rivals(sheet.tool(), RIVALS));
        }).toList();
        Pick pick = Judge.pick(columns.stream().map(Column::contender).toList());
        Lineup order = Lineup.of(lineup.stream().map(ToolView::slug).toList());
        return new ComparisonView(order, columns, pick, otherEntries(lineup, ofMakers, field),
                field.related(lineup, order, opened, RELATED_BY_OPENING, RELATED),
                field.beside(lineup, ADDABLE));
    }

    /**
     * The decision among these published tools of one kind.
     *
     * @param roles the names of all roles of the panel, in its order
     */
    public Decision decide(Collection<ToolSheetView> among, List<String> roles, Weights weights, Limits limits) {
        List<UUID> ids = among.stream().map(sheet -> sheet.tool().id()).toList();
        Map<UUID, List<Mark>> marks = panel.marks(ids);
        return Decision.among(among.stream()
                .map(sheet -> Contender.of(sheet, marks.getOrDefault(sheet.tool().id(), List.of()))).toList(), roles,
                weights, limits);
    }

    /**
     * The decision among all tools of a kind.
     *
     * @param decision the decision among those that were weighed
     * @param scored how many there are with enough scores; more than {@link #MOST_OF_KIND} are not weighed
     * @param unweighed some of the tools that have fewer scores than that, and so could be weighed against none
     * @param unscored how many of these there are
     */
    public record KindDecision(Decision decision, int scored, List<ToolView> unweighed, int unscored) {}

    /**
     * The decision among the tools of a kind: those that at least {@link Duel#LEAST_ROLES} reviewers scored, of many those
     * with the best means. Which these are does not depend on weights and limits.
     *
     * @param roles the names of all roles of the panel, in its order
     */
    public KindDecision decide(KindView kind, List<String> roles, Weights weights, Limits limits) {
        Ranked ranked = panel.ranked(kind.slug(), Duel.LEAST_ROLES, MOST_OF_KIND, UNWEIGHED_NAMED);
        return new KindDecision(decide(tools.sheetsByIds(ranked.best()), roles, weights, limits), ranked.scored(),
                tools.byIds(ranked.barely()), ranked.unscored());
    }

    /**
     * What stands around one tool.
     *
     * @param rivals its nearest rivals, nearest first
     * @param otherEntries what else its maker has here, or nothing
     */
    public record Surroundings(List<RivalView> rivals, @Nullable OtherEntries otherEntries) {}

    /** The rivals of a tool, so many at most, the nearest first. */
    public List<ToolView> rivals(ToolView tool, int limit) {
        return field(List.of(tool), List.of(), List.of()).rivals(tool, limit).stream().map(RivalView::tool).toList();
    }

    /** The rivals of a tool, so many at most, and the other entries of its maker. */
    public Surroundings around(ToolView tool, int rivals) {
        List<ToolView> ofMaker = tools.ofMakers(List.of(tool.maker().slug()), OTHER_ENTRIES);
        Field field = field(List.of(tool), ofMaker, List.of());
        return new Surroundings(field.rivals(tool, rivals),
                otherEntries(List.of(tool), ofMaker, field).stream().findFirst().orElse(null));
    }

    /** Rivals among the best scored tools whose panels lie closest together, the closest first, no tool twice. */
    public List<ComparisonLink> closestCalls(int limit) {
        return scored(search.first(Sort.SCORE, CLOSEST_AMONG)).closestCalls(limit);
    }

    /** The comparisons that readers opened most in the last {@link #WEEK} days, filled up with the closest calls. */
    public List<ComparisonLink> ofTheWeek(int limit) {
        List<Opened> opened = openings.ofTheWeek();
        Set<UUID> among = new LinkedHashSet<>(search.first(Sort.SCORE, CLOSEST_AMONG));
        opened.forEach(one -> among.addAll(List.of(one.pair().first(), one.pair().second())));
        return scored(among).ofTheWeek(opened, limit);
    }

    private Field scored(Collection<UUID> ids) {
        return new Field(tools.byIds(ids), Map.of(), panel.scores(ids));
    }

    /**
     * The lineup and the tools among which its rivals are; of a kind with very many tools, those whose scores are nearest.
     *
     * @param more tools whose verdicts are shown beside it
     * @param also tools that are looked at in any case
     */
    private Field field(List<ToolView> lineup, List<ToolView> more, Collection<UUID> also) {
        Set<UUID> near = new LinkedHashSet<>(search.peers(lineup.stream().map(ToolView::id).toList()));
        near.addAll(also);
        lineup.forEach(tool -> near.remove(tool.id()));
        List<ToolView> all = Stream.concat(lineup.stream(), tools.byIds(near).stream()).toList();
        Set<UUID> ids = Stream.concat(all.stream(), more.stream()).map(ToolView::id)
                .collect(Collectors.toCollection(HashSet::new));
        return new Field(all, panel.verdicts(ids), panel.scores(ids));
    }

    private static List<OtherEntries> otherEntries(List<ToolView> lineup, List<ToolView> ofMakers, Field field) {
        List<OtherEntries> entries = new ArrayList<>();
        for (MakerView maker : lineup.stream().map(ToolView::maker).distinct().toList()) {
            List<EntryLine> others = ofMakers.stream()
                    .filter(tool -> tool.maker().equals(maker)
                            && lineup.stream().noneMatch(shown -> shown.id().equals(tool.id())))
                    .map(tool -> new EntryLine(tool, field.verdicts().getOrDefault(tool.id(), PanelVerdict.NONE)))
                    .toList();
            if (!others.isEmpty()) {
                entries.add(new OtherEntries(maker, others, sharedProduct(lineup, others)));
            }
        }
        return entries;
    }

    private static @Nullable String sharedProduct(List<ToolView> lineup, List<EntryLine> others) {
        return lineup.stream()
                .filter(tool -> others.stream().anyMatch(other -> other.tool().sameProductAs(tool)))
                .map(ToolView::product).findFirst().orElse(null);
    }

    private static List<String> distinct(List<ToolView> tools, Function<ToolView, String> slug) {
        return tools.stream().map(slug).distinct().toList();
    }
}

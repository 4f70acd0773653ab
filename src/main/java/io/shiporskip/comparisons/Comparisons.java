package io.shiporskip.comparisons;

import io.shiporskip.catalogue.MakerView;
import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.ComparisonView.EntryLine;
import io.shiporskip.comparisons.ComparisonView.OtherEntries;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.TakeView;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tools side by side, their rivals, and the comparisons worth reading. */
@Component
@Transactional(readOnly = true)
public class Comparisons {

    /** How many rivals a tool is offered. */
    public static final int RIVALS = 3;

    private static final int RELATED = 5;

    /** A page of a comparison stays small however many tools do the same job. */
    private static final int ADDABLE = 40;

    private final Tools tools;
    private final Panel panel;
    private final Votes votes;

    Comparisons(Tools tools, Panel panel, Votes votes) {
        this.tools = tools;
        this.panel = panel;
        this.votes = votes;
    }

    /** The comparison of these published tools, two to four of them. */
    public ComparisonView of(Collection<ToolSheetView> compared) {
        List<ToolSheetView> sheets = compared.stream()
                .sorted(java.util.Comparator.comparing(sheet -> sheet.tool().slug())).toList();
        List<ToolView> lineup = sheets.stream().map(ToolSheetView::tool).toList();
        List<UUID> ids = lineup.stream().map(ToolView::id).toList();
        Map<UUID, List<TakeView>> takes = panel.takes(ids);
        Map<UUID, Tally> tallies = votes.tallies(ids);
        List<ToolView> ofMakers = tools.ofMakers(distinct(lineup, tool -> tool.maker().slug()));
        Field field = field(tools.ofKinds(distinct(lineup, tool -> tool.kind().slug())), ofMakers);

        List<Column> columns = sheets.stream().map(sheet -> {
            List<TakeView> panelTakes = takes.getOrDefault(sheet.tool().id(), List.of());
            return new Column(sheet, panelTakes, PanelVerdict.of(panelTakes),
                    tallies.getOrDefault(sheet.tool().id(), Tally.NONE), field.rivals(sheet.tool(), RIVALS));
        }).toList();
        Pick pick = Judge.pick(columns.stream().map(Column::contender).toList());
        Lineup order = Lineup.of(lineup.stream().map(ToolView::slug).toList());
        return new ComparisonView(order, columns, pick, otherEntries(lineup, ofMakers, field),
                field.around(lineup, order, RELATED), field.beside(lineup, ADDABLE));
    }

    /**
     * What stands around one tool.
     *
     * @param rivals its nearest rivals, nearest first
     * @param otherEntries what else its maker has here, or nothing
     */
    public record Surroundings(List<RivalView> rivals, @Nullable OtherEntries otherEntries) {}

    /** The rivals of a tool, so many at most, and the other entries of its maker. */
    public Surroundings around(ToolView tool, int rivals) {
        List<ToolView> ofMaker = tools.ofMakers(List.of(tool.maker().slug()));
        Field field = field(tools.ofKinds(List.of(tool.kind().slug())), ofMaker);
        return new Surroundings(field.rivals(tool, rivals),
                otherEntries(List.of(tool), ofMaker, field).stream().findFirst().orElse(null));
    }

    /** Rivals whose panels lie closest together, the closest first, no tool twice. */
    public List<ComparisonLink> closestCalls(Collection<ToolView> among, int limit) {
        List<UUID> ids = among.stream().map(ToolView::id).toList();
        return new Field(List.copyOf(among), Map.of(), panel.scores(ids)).closestCalls(limit);
    }

    private Field field(List<ToolView> ofKinds, List<ToolView> more) {
        Set<UUID> ids = Stream.concat(ofKinds.stream(), more.stream()).map(ToolView::id)
                .collect(Collectors.toCollection(HashSet::new));
        return new Field(ofKinds, panel.verdicts(ids), panel.scores(ids));
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

    private static List<String> distinct(List<ToolView> tools, java.util.function.Function<ToolView, String> slug) {
        return tools.stream().map(slug).distinct().toList();
    }
}

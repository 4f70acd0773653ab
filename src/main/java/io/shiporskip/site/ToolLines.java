package io.shiporskip.site;

import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts tools into lists: each with what its panel and the community say. Two statements, however many tools. */
@Component
class ToolLines {

    private final Panel panel;
    private final Votes votes;

    ToolLines(Panel panel, Votes votes) {
        this.panel = panel;
        this.votes = votes;
    }

    /**
     * The tools of one kind.
     *
     * @param kind the kind
     * @param lines its tools, the highest score first
     */
    record KindGroup(KindView kind, List<ToolLine> lines) {}

    /** The tools as lines, in their order. */
    List<ToolLine> of(Collection<ToolView> tools) {
        List<UUID> ids = tools.stream().map(ToolView::id).toList();
        Map<UUID, PanelVerdict> verdicts = panel.verdicts(ids);
        Map<UUID, Tally> tallies = votes.tallies(ids);
        return tools.stream().map(tool -> new ToolLine(tool, verdicts.getOrDefault(tool.id(), PanelVerdict.NONE),
                tallies.getOrDefault(tool.id(), Tally.NONE))).toList();
    }

    /** The lines by kind: the kind with most tools first, within a kind the highest score first. */
    static List<KindGroup> byKind(List<ToolLine> lines) {
        Map<KindView, List<ToolLine>> groups = new LinkedHashMap<>();
        lines.stream().sorted(Comparator.comparingInt(ToolLine::order).reversed())
                .forEach(
                        line -> groups.computeIfAbsent(line.tool().kind(), _ -> new ArrayList<>()).add(line));
        return groups.entrySet().stream().map(group -> new KindGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt((KindGroup group) -> -group.lines().size())
                        .thenComparing(group -> group.kind().plural()))
                .toList();
    }
}

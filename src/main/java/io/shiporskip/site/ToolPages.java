package io.shiporskip.site;

import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.comparisons.Comparisons;
import io.shiporskip.editorial.Revisions;
import io.shiporskip.panel.Dissent;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.TakeView;
import io.shiporskip.shared.Slug;
import io.shiporskip.site.ToolPageController.DatedClaim;
import io.shiporskip.site.ToolPageController.ToolPage;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the page of a tool, for readers and for editors who want to see it as readers will. */
@Component
public class ToolPages {

    private static final int RIVALS = 5;
    private static final int CHANGES = 10;

    private final Tools tools;
    private final Panel panel;
    private final Votes votes;
    private final Comparisons comparisons;
    private final Revisions revisions;

    ToolPages(Tools tools, Panel panel, Votes votes, Comparisons comparisons, Revisions revisions) {
        this.tools = tools;
        this.panel = panel;
        this.votes = votes;
        this.comparisons = comparisons;
        this.revisions = revisions;
    }

    /** The whole page of the published tool that bears this slug; all it shows is read by then. */
    public Optional<ModelAndView> page(Slug slug) {
        return tools.sheets(List.of(slug)).stream().findFirst().filter(sheet -> sheet.tool().slug().equals(slug))
                .map(this::page);
    }

    ModelAndView page(ToolSheetView sheet) {
        ToolView tool = sheet.tool();
        List<TakeView> takes = panel.takes(List.of(tool.id())).getOrDefault(tool.id(), List.of());
        return new ModelAndView("site/tool", "view", new ToolPage(sheet, PanelVerdict.of(takes),
                votes.tallies(List.of(tool.id())).getOrDefault(tool.id(), Tally.NONE), takes,
                Dissent.of(takes).orElse(null), claims(takes), comparisons.around(tool, RIVALS),
                revisions.panelChanges(tool.id(), CHANGES)));
    }

    private static List<DatedClaim> claims(List<TakeView> takes) {
        return takes.stream()
                .flatMap(take -> take.claims().stream().map(claim -> new DatedClaim(take.reviewer(), claim)))
                .sorted(Comparator.comparing(dated -> dated.claim().dueOn())).toList();
    }
}

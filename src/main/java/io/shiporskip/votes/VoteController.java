package io.shiporskip.votes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.catalogue.UnknownTool;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.platform.Back;
import io.shiporskip.platform.Unprocessable;
import io.shiporskip.shared.Htmx;
import io.shiporskip.shared.Slug;
import io.shiporskip.visitors.Network;
import io.shiporskip.visitors.Networks;
import io.shiporskip.visitors.Visitor;
import io.shiporskip.visitors.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A visitor's vote on a tool: cast, changed, taken back. */
@Controller
@EnableConfigurationProperties(VoteProperties.class)
class VoteController {

    private final Votes votes;
    private final Tools tools;
    private final Panel panel;
    private final Visitors visitors;
    private final Networks networks;
    private final Back back;
    /** When many vote on one tool at once, what stands beside the votes need not be asked for each of them. */
    private final Cache<UUID, Shown> recent = Caffeine.newBuilder().maximumSize(1000)
            .expireAfterWrite(Duration.ofSeconds(1)).build();

    private record Shown(ToolView tool, PanelVerdict verdict) {}

    VoteController(Votes votes, Tools tools, Panel panel, Visitors visitors, Networks networks, Back back) {
        this.votes = votes;
        this.tools = tools;
        this.panel = panel;
        this.visitors = visitors;
        this.networks = networks;
        this.back = back;
    }

    @PostMapping("/tools/{slug}/vote")
    ModelAndView vote(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response, Htmx htmx) {
        Choice choice = Choice.parse(request.getParameterValues("choice")).orElseThrow(
                () -> new Unprocessable("That is no clear vote", "Choose ship or skip."));
        Slug tool = Slug.parse(slug.toLowerCase(Locale.ROOT)).orElseThrow(() -> new UnknownTool(List.of(slug)));
        Receipt receipt = cast(tool, choice, request, response);
        return htmx.request() ? fragment(receipt) : back.to(request, "/tools/" + tool, "vote-" + tool);
    }

    /** A former slug finds the tool that bore it: the page with the form may have been open for long. */
    private Receipt cast(Slug tool, Choice choice, HttpServletRequest request, HttpServletResponse response) {
        Visitor visitor = visitors.knownOrNew(request);
        Network network = networks.of(request);
        try {
            Receipt receipt = votes.cast(tool, visitor, network, choice)
                    .or(() -> tools.currentSlug(tool)
                            .flatMap(current -> votes.cast(current, visitor, network, choice)))
                    .orElseThrow(() -> new UnknownTool(List.of(tool.value())));
            visitors.remember(visitor, request, response);
            return receipt;
        } catch (DataAccessException inDoubt) {
            // Where the vote was written all the same, it must be this browser's, or trying again would be a second one.
            visitors.remember(visitor, request, response);
            throw inDoubt;
        }
    }

    private ModelAndView fragment(Receipt receipt) {
        Shown shown = shown(receipt.tool());
        return new ModelAndView("components/vote :: answer", "vote",
                new VoteView(shown.tool(), receipt.tally(), shown.verdict(), receipt.now(), receipt.before()));
    }

    private Shown shown(UUID tool) {
        return recent.get(tool, id -> new Shown(tools.byIds(List.of(id)).getFirst(),
                panel.verdicts(List.of(id)).getOrDefault(id, PanelVerdict.NONE)));
    }
}

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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

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
                () -> new Unprocessable("Your choice did not arrive", "Choose ship or skip."));
        Slug tool = Slug.parse(slug.toLowerCase(Locale.ROOT)).orElseThrow(() -> new UnknownTool(List.of(slug)));
        Cast cast = cast(tool, choice, request, response);
        return htmx.request() ? fragment(cast.receipt())
                : back.to(request, "/tools/" + cast.tool(), "vote-" + cast.tool());
    }

    /** The tool by the slug that it bears today, and what came of the vote. */
    private record Cast(Slug tool, Receipt receipt) {}

    /** A former slug finds the tool that bore it: the page with the form may have been open for long. */
    private Cast cast(Slug tool, Choice choice, HttpServletRequest request, HttpServletResponse response) {
        Network network = networks.of(request);
        Function<Visitor, Cast> vote = visitor -> votes.cast(tool, visitor, network, choice)
                .map(receipt -> new Cast(tool, receipt))
                .or(() -> tools.currentSlug(tool).flatMap(current -> votes.cast(current, visitor, network, choice)
                        .map(receipt -> new Cast(current, receipt))))
                .orElseThrow(() -> new UnknownTool(List.of(tool.value())));
        // Who is no visitor has nothing to take back, and becomes none by trying.
        return choice == Choice.NONE && visitors.known(request).isEmpty() ? vote.apply(visitors.knownOrNew(request))
                : visitors.act(request, response, vote);
    }

    private ModelAndView fragment(Receipt receipt) {
        Shown shown = shown(receipt.tool());
        return new ModelAndView("components/vote :: answer", "vote",
                new VoteView(shown.tool(), receipt.tally(), shown.verdict(), receipt.now(), receipt.before()));
    }

    private Shown shown(UUID tool) {
        return recent.get(tool,
                id -> new Shown(
                        tools.byIds(List.of(id)).stream().findFirst()
                                .orElseThrow(() -> new UnknownTool(List.of(id.toString()))),
                        panel.verdicts(List.of(id)).getOrDefault(id, PanelVerdict.NONE)));
    }
}

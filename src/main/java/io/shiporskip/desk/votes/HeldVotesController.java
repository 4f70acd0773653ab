package io.shiporskip.desk.votes;

import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.desk.votes.HeldToolView.Form;
import io.shiporskip.platform.ErrorView;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import io.shiporskip.shared.Slug;
import io.shiporskip.votes.HeldChoice;
import io.shiporskip.votes.HeldVotes;
import io.shiporskip.votes.HeldVotesChanged;
import io.shiporskip.votes.Moderation;
import io.shiporskip.votes.ModerationEntry.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Held votes: how they came, and what becomes of them. */
@Controller
class HeldVotesController {

    private static final String PATH = "/desk/votes";
    private static final int TOOLS = 50;
    private static final int BURSTS = 10;
    private static final int PAST = 5;
    /** A moment can be written of which PostgreSQL knows nothing. */
    private static final Instant NO_VOTE_YET = Instant.parse("9999-01-01T00:00:00Z");

    private final Moderation moderation;
    private final HeldVoteActs acts;

    HeldVotesController(Moderation moderation, HeldVoteActs acts) {
        this.moderation = moderation;
        this.acts = acts;
    }

    @GetMapping(PATH)
    ModelAndView list() {
        return new ModelAndView("desk/votes/list", "view",
                HeldListView.of(moderation.tools(TOOLS), moderation.totals()));
    }

    /** @param reason what was typed before, where the page has been opened anew because other votes are held */
    @GetMapping(PATH + "/{slug}")
    ModelAndView tool(@PathVariable String slug, @RequestParam(defaultValue = "") String reason) {
        return page(known(slug), new Form(reason, "", ""), HttpStatus.OK);
    }

    @PostMapping(PATH + "/{slug}")
    ModelAndView decide(@PathVariable String slug, @RequestParam Act act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam @Nullable Instant from, @RequestParam @Nullable Instant to, @RequestParam int ships,
            @RequestParam int skips, @AuthenticationPrincipal Editor editor, Htmx htmx) {
        HeldVotes tool = known(slug);
        if (Stream.of(from, to).anyMatch(moment -> moment != null
                && (moment.isBefore(Instant.EPOCH) || moment.isAfter(NO_VOTE_YET)))) {
            throw new NotPossible("No vote was cast at that time.");
        }
        String problem = reason.isBlank() ? "Say why: readers see the reason."
                : reason.strip().length() > Moderation.LONGEST_REASON
                        ? "Say it in at most " + Moderation.LONGEST_REASON + " characters." : "";
        if (!problem.isEmpty()) {
            if (htmx.request()) {
                throw new NotPossible(problem);
            }
            return page(tool, new Form(reason, problem, ""), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            acts.decide(tool, new HeldChoice(from, to, ships, skips), act, reason, editor);
        } catch (HeldVotesChanged _) {
            return changed(known(slug), reason, htmx);
        }
        if (!htmx.request()) {
            return Redirects.seeOther(PATH + "/" + tool.slug());
        }
        return new ModelAndView("desk/votes/tool :: part", "view", view(known(slug), new Form("", "",
                Words.votes(ships + skips) + (ships + skips == 1 ? " is " : " are ") + act.word() + ".")));
    }

    /** The editor decided on votes that are not there any more, or not alone: says what is there now, and keeps the reason. */
    private ModelAndView changed(HeldVotes now, String reason, Htmx htmx) {
        String there = "Nothing was changed. Held on " + now.name() + " now: " + Words.votes(now.total()) + ", "
                + Words.split(now.ships(), now.skips()) + ".";
        if (!htmx.request()) {
            return page(now, new Form(reason, "Other votes are held than those you saw. " + there, ""),
                    HttpStatus.CONFLICT);
        }
        ModelAndView fragment = new ModelAndView("error/fragment", "error",
                new ErrorView(HttpStatus.CONFLICT.value(), "Other votes are held than those you saw", there,
                        List.of(new ErrorView.Suggestion(PATH + "/" + now.slug() + "?reason="
                                + UriUtils.encode(reason, StandardCharsets.UTF_8), "Look again", ""))));
        fragment.setStatus(HttpStatus.CONFLICT);
        return fragment;
    }

    private HeldVotes known(String slug) {
        return Slug.parse(slug).flatMap(moderation::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(HeldVotes tool, Form form, HttpStatus status) {
        ModelAndView page = new ModelAndView("desk/votes/tool", "view", view(tool, form));
        page.setStatus(status);
        return page;
    }

    private HeldToolView view(HeldVotes tool, Form form) {
        return new HeldToolView(tool,
                moderation.bursts(tool.tool(), BURSTS).stream()
                        .map(burst -> new BurstView(burst, moderation.mostNetworks(burst))).toList(),
                moderation.networksAtTheirLimit(tool.tool()), moderation.logOf(tool.tool(), PAST), form);
    }
}

package io.shiporskip.desk.tools;

import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.Difference;
import io.shiporskip.editorial.DossierText;
import io.shiporskip.editorial.DraftThere;
import io.shiporskip.editorial.Revision;
import io.shiporskip.editorial.RevisionView;
import io.shiporskip.editorial.Revisions;
import io.shiporskip.editorial.ToolState;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.platform.Redirects;
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

import java.util.List;
import java.util.Map;

/** What readers have seen of a tool: its revisions, what differs between them, and the way back to one. */
@Controller
class HistoryController {

    private static final String PATH = "/desk/tools/{key}/history";
    private static final int PAGE = 30;

    private final Named named;
    private final Revisions revisions;
    private final Panel panel;
    private final Retiring retiring;

    HistoryController(Named named, Revisions revisions, Panel panel, Retiring retiring) {
        this.named = named;
        this.revisions = revisions;
        this.panel = panel;
        this.retiring = retiring;
    }

    /**
     * The revisions of a tool.
     *
     * @param slug its address
     * @param name its name
     * @param state where it stands with readers
     * @param revisions the latest first
     * @param latest whether these are the latest of all
     * @param older the revision before which the next page begins; nothing where this is the last
     */
    record HistoryView(String slug, String name, ToolState state, List<RevisionView> revisions, boolean latest,
            @Nullable Integer older) {}

    /**
     * One revision.
     *
     * @param slug the tool's address
     * @param name the tool's name today
     * @param revision the revision
     * @param with the one that it is compared with; nothing for the first
     * @param latest the number of the latest one
     * @param changes what it said that the other one did not
     * @param texts all that it said, by label
     */
    record RevisionPage(String slug, String name, RevisionView revision, @Nullable RevisionView with, int latest,
            List<Difference.Change> changes, Map<String, String> texts) {

        /** Whether this is what readers see now. */
        public boolean current() {
            return revision.number() == latest;
        }
    }

    @GetMapping(PATH)
    ModelAndView history(@PathVariable String key, @RequestParam(defaultValue = "" + Integer.MAX_VALUE) int before) {
        Current tool = named.at(key);
        List<RevisionView> found = revisions.of(tool.tool(), before, PAGE + 1);
        List<RevisionView> page = found.subList(0, Math.min(PAGE, found.size()));
        return new ModelAndView("desk/tools/history", "view", new HistoryView(key, name(tool), tool.state(), page,
                before == Integer.MAX_VALUE, found.size() > PAGE ? page.getLast().number() : null));
    }

    @GetMapping(PATH + "/{number}")
    ModelAndView revision(@PathVariable String key, @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer with) {
        Current tool = named.at(key);
        Revision revision = revision(tool, number);
        Revision other = revisions.one(tool.tool(), with == null ? number - 1 : with).orElse(null);
        List<ReviewerView> reviewers = panel.reviewers();
        Map<String, String> texts = DossierText.of(revision.dossier(), reviewers);
        return new ModelAndView("desk/tools/revision", "view", new RevisionPage(key, name(tool), revision.view(),
                other == null ? null : other.view(), tool.revision(),
                other == null ? List.of()
                        : Difference.between(DossierText.of(other.dossier(), reviewers), texts).changes(),
                texts));
    }

    /** Begins a draft from what the revision said. */
    @PostMapping(PATH + "/{number}/draft")
    ModelAndView goBack(@PathVariable String key, @PathVariable int number, @AuthenticationPrincipal Editor editor) {
        Current tool = named.at(key);
        try {
            retiring.goBack(tool, revision(tool, number), editor);
        } catch (DraftThere there) {
            throw new NotPossible(String.valueOf(there.getMessage()));
        }
        return Redirects.seeOther("/desk/tools/" + key);
    }

    private Revision revision(Current tool, int number) {
        return revisions.one(tool.tool(), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String name(Current tool) {
        return tool.dossier().tool().profile().name();
    }
}

package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.DraftThere;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Figures;
import io.shiporskip.votes.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Objects;

/** Makes one of two tools that are one, after showing what becomes of both. */
@Controller
class MergeController {

    private static final String PATH = "/desk/tools/{key}/merge";

    private final Named named;
    private final Retiring retiring;
    private final MergePreview preview;

    MergeController(Named named, Retiring retiring, MergePreview preview) {
        this.named = named;
        this.retiring = retiring;
        this.preview = preview;
    }

    /**
     * What a merge makes of two tools.
     *
     * @param gone the votes of the tool that ends
     * @param into the votes of the one that stays
     * @param after the votes of the one that stays, when it is done
     * @param takes the takes that go over, in the panel's order: "Skeptic: skip 52"
     */
    record Outcome(Tally gone, Tally into, Tally after, List<String> takes) {

        /** What becomes of the votes, in a sentence. */
        public String votes() {
            if (gone.total() + into.total() == 0) {
                return "Neither has counted votes.";
            }
            return Figures.of(gone.total()) + " and " + Figures.of(into.total()) + " become "
                    + Figures.of(after.total())
                    + ": " + after.counts() + ". Who voted on both counts once, as they voted last.";
        }
    }

    /**
     * The page that merges a tool into another one.
     *
     * @param gone the tool that ends
     * @param typed what was typed for the one that stays
     * @param into the one that stays; nothing until it is chosen
     * @param candidates the tools that may be meant
     * @param outcome what becomes of both; nothing until both are known
     * @param reason what was typed for why
     * @param problem what was wrong; empty for nothing
     */
    record MergeView(Current gone, String typed, @Nullable Current into, List<ToolView> candidates,
            @Nullable Outcome outcome, String reason, String problem) {

        /** Why the two cannot become one this way round; empty where they can. */
        public String refusal() {
            return into == null ? "" : Publications.refusal(gone, into).orElse("");
        }

        /** What tells the one that ends from others in an address. */
        public String slug() {
            return gone.dossier().tool().slug().value();
        }

        /** The name of the one that ends. */
        public String name() {
            return gone.dossier().tool().profile().name();
        }

        /** The name of the one that stays. */
        public String intoName() {
            return Objects.requireNonNull(into).dossier().tool().profile().name();
        }

        /** The address of the one that stays. */
        public String intoSlug() {
            return Objects.requireNonNull(into).dossier().tool().slug().value();
        }
    }

    @GetMapping(PATH)
    ModelAndView page(@PathVariable String key, @RequestParam(defaultValue = "") String tool) {
        Current gone = named.at(key);
        Named.Found into = named.meant(tool);
        boolean same = into.tool() != null && into.tool().tool().equals(gone.tool());
        if (into.tool() == null || same) {
            return page(new MergeView(gone, tool, null, into.candidates(), null, "",
                    tool.isBlank() ? "" : same ? "Choose another tool than this one."
                            : "Choose the tool that stays by its name or slug."),
                    tool.isBlank() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page(new MergeView(gone, tool, into.tool(), List.of(), preview.of(gone, into.tool()), "", ""),
                HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView merge(@PathVariable String key, @RequestParam String into,
            @RequestParam(defaultValue = "") String reason, @AuthenticationPrincipal Editor editor) {
        Current gone = named.at(key);
        Current staying = named.at(into);
        if (reason.isBlank()) {
            return page(new MergeView(gone, into, staying, List.of(), preview.of(gone, staying), reason,
                    "Say why they are one: it stands in the history."), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            retiring.merge(gone, staying, Reason.typed(editor.author(), reason, false), editor);
        } catch (IllegalArgumentException wrong) {
            throw new NotPossible(String.valueOf(wrong.getMessage()));
        } catch (DraftThere there) {
            throw new NotPossible("One of the two has a draft. Publish or discard it first.");
        }
        return Redirects.seeOther("/desk/tools/" + into + "/history");
    }

    private static ModelAndView page(MergeView view, HttpStatus status) {
        ModelAndView page = new ModelAndView("desk/tools/merge", "view", view);
        page.setStatus(status);
        return page;
    }
}

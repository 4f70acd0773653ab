package io.shiporskip.desk.tools;

import io.shiporskip.desk.Editor;
import io.shiporskip.editorial.ChangedMeanwhile;
import io.shiporskip.editorial.Drafts;
import io.shiporskip.editorial.Manuscript;
import io.shiporskip.editorial.Neighbours;
import io.shiporskip.editorial.NothingNew;
import io.shiporskip.editorial.Problem;
import io.shiporskip.editorial.Reason;
import io.shiporskip.editorial.Unready;
import io.shiporskip.editorial.Unseen;
import io.shiporskip.newsletter.EditionProperties;
import io.shiporskip.platform.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.Instant;
import java.util.List;

/** The last look at a draft, and what makes it public: now, or at a set time. */
@Controller
class PublishController {

    private static final String PATH = "/desk/tools/{key}";

    private final WorkPages pages;
    private final Writing writing;
    private final Preview preview;
    private final Drafts drafts;
    private final Neighbours neighbours;
    private final EditionProperties edition;

    PublishController(WorkPages pages, Writing writing, Preview preview, Drafts drafts, Neighbours neighbours,
            EditionProperties edition) {
        this.pages = pages;
        this.writing = writing;
        this.preview = preview;
        this.drafts = drafts;
        this.neighbours = neighbours;
        this.edition = edition;
    }

    @GetMapping(PATH + "/publish")
    ModelAndView page(@PathVariable String key) {
        Manuscript work = pages.open(key);
        return page(work, work.draft() ? drafts.problems(work) : List.of(), "", false, "", HttpStatus.OK);
    }

    /** The page of the tool as readers will see it. */
    @GetMapping(PATH + "/preview")
    ModelAndView preview(@PathVariable String key, @AuthenticationPrincipal Editor editor) {
        Manuscript work = pages.open(key);
        try {
            return preview.of(work, editor);
        } catch (Unready unready) {
            return page(work, unready.problems(), "", false, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping(PATH + "/publish")
    ModelAndView publish(@PathVariable String key, @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean correction, @RequestParam(defaultValue = "now") String when,
            @RequestParam(defaultValue = "") String at, @AuthenticationPrincipal Editor editor) {
        Manuscript work = pages.open(key);
        try {
            Reason why = reason(editor, reason, correction);
            if (when.equals("later")) {
                writing.schedule(work, seen, moment(at), why, editor);
                return Redirects.seeOther("/desk/tools/" + work.key() + "/publish");
            }
            return Redirects.seeOther("/desk/tools?done=" + writing.publish(work, seen, why, editor).slug());
        } catch (Refused refused) {
            return page(work, List.of(refused.problem), reason, correction, at, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Unready unready) {
            return page(work, unready.problems(), reason, correction, at, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (NothingNew nothing) {
            return page(work, List.of(), reason, correction, at, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("nothing", nothing.getMessage());
        } catch (Unseen _) {
            // As it stands now: what is shown by this answer is what the next try is about.
            Manuscript now = pages.open(key);
            return page(now, List.of(), reason, correction, at, HttpStatus.CONFLICT).addObject("since",
                    SavedSince.of(now, seen));
        } catch (ChangedMeanwhile _) {
            return page(work, List.of(), reason, correction, at, HttpStatus.CONFLICT).addObject("changed", true);
        }
    }

    private ModelAndView page(Manuscript work, List<Problem> problems, String reason, boolean correction, String at,
            HttpStatus status) {
        ModelAndView page = new ModelAndView("desk/tools/publish", "view", new PublishView(work, problems,
                neighbours.warnings(work), reason, correction, at, edition.zone()));
        page.setStatus(status);
        return page;
    }

    private static Reason reason(Editor editor, String text, boolean correction) {
        try {
            return Reason.typed(editor.author(), text, correction);
        } catch (IllegalArgumentException wrong) {
            throw new Refused("reason", String.valueOf(wrong.getMessage()));
        }
    }

    private static Instant moment(String typed) {
        return Moments.ahead(typed, Instant.now())
                .orElseThrow(() -> new Refused("at", "Give a day and time that lie ahead, within a year."));
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        Refused(String field, String sentence) {
            super(sentence);
            this.problem = new Problem(Problem.SHEET, field, sentence);
        }
    }
}

package io.shiporskip.desk.files;

import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.editorial.Reason;
import io.shiporskip.importing.Imports;
import io.shiporskip.importing.PlanOutdated;
import io.shiporskip.importing.PlanRefused;
import io.shiporskip.importing.Proposal;
import io.shiporskip.platform.ErrorView;
import io.shiporskip.platform.ErrorView.Suggestion;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletResponse;
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
import java.util.UUID;

/** What files would do, and doing it. */
@Controller
class PlanController {

    private static final String PATH = FilesController.PATH + "/plans/{id}";
    private static final String CHANGED = "Something was changed at the desk since you read this.";

    private final Imports imports;
    private final Importing importing;

    PlanController(Imports imports, Importing importing) {
        this.imports = imports;
        this.importing = importing;
    }

    static String path(UUID plan) {
        return FilesController.PATH + "/plans/" + plan;
    }

    @GetMapping(PATH)
    ModelAndView page(@PathVariable UUID id) {
        return page(id, "", "", HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView apply(@PathVariable UUID id, @RequestParam(defaultValue = "") String read,
            @RequestParam(defaultValue = "false") boolean leave, @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Editor editor, Htmx htmx, HttpServletResponse response) {
        try {
            importing.apply(known(id), read, leave, reason(editor, reason), editor);
        } catch (PlanOutdated _) {
            imports.renew(id);
            return outdated(id, reason, htmx);
        } catch (PlanRefused refused) {
            String sentence = String.valueOf(refused.getMessage());
            if (htmx.request()) {
                throw new NotPossible(sentence);
            }
            return page(id, reason, sentence, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (htmx.request()) {
            response.setHeader("HX-Redirect", path(id));
            return new ModelAndView("desk/files/plan :: onTheWay");
        }
        return Redirects.seeOther(path(id));
    }

    @PostMapping(PATH + "/discard")
    ModelAndView discard(@PathVariable UUID id) {
        imports.discard(id);
        return Redirects.seeOther(FilesController.PATH);
    }

    /** The plan is computed anew; whoever asked by HTMX still sees the old one, and is led to the new one. */
    private ModelAndView outdated(UUID id, String reason, Htmx htmx) {
        if (!htmx.request()) {
            return page(id, reason, CHANGED + " Nothing was imported; this is what the files would do now.",
                    HttpStatus.CONFLICT);
        }
        ModelAndView sentence = new ModelAndView("error/fragment", "error", new ErrorView(HttpStatus.CONFLICT.value(),
                "Nothing was imported", CHANGED,
                List.of(new Suggestion(path(id), "Read what the files would do now", ""))));
        sentence.setStatus(HttpStatus.CONFLICT);
        return sentence;
    }

    private ModelAndView page(UUID id, String reason, String problem, HttpStatus status) {
        ModelAndView page = new ModelAndView("desk/files/plan", "view", new PlanPage(known(id), reason, problem));
        page.setStatus(status);
        return page;
    }

    private Proposal known(UUID id) {
        return imports.proposal(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Reason reason(Editor editor, String text) {
        try {
            return Reason.typed(editor.author(), text, false);
        } catch (IllegalArgumentException wrong) {
            throw new NotPossible(String.valueOf(wrong.getMessage()));
        }
    }
}

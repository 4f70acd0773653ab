package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Editor;
import io.shiporskip.newsletter.EditionProgress;
import io.shiporskip.newsletter.Sending;
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

/** An edition on its way: how far it is, and halting it. */
@Controller
class ProgressController {

    private static final String EDITION = ComingPages.PATH + "/editions/{number}";
    private static final String PART = "desk/newsletter/edition :: part";

    private final Sending sending;
    private final NewsletterActs acts;

    ProgressController(Sending sending, NewsletterActs acts) {
        this.sending = sending;
        this.acts = acts;
    }

    /** @param was the state that HTMX shows; when it has become another, everything is shown anew, and nothing more is asked */
    @GetMapping(EDITION)
    ModelAndView page(@PathVariable int number, @RequestParam(defaultValue = "") String was, Htmx htmx,
            HttpServletResponse response) {
        EditionProgress edition = known(number);
        if (!htmx.request()) {
            return new ModelAndView("desk/newsletter/edition", "view", new ProgressView(edition));
        }
        if (edition.state().equals(was)) {
            return new ModelAndView("desk/newsletter/edition :: figures", "view", new ProgressView(edition));
        }
        response.setHeader("HX-Retarget", "#letter-edition");
        response.setHeader("HX-Reswap", "outerHTML");
        return part(edition);
    }

    @PostMapping(EDITION + "/pause")
    ModelAndView pause(@PathVariable int number, @AuthenticationPrincipal Editor editor, Htmx htmx) {
        acts.pause(known(number), editor);
        return done(number, htmx);
    }

    @PostMapping(EDITION + "/resume")
    ModelAndView resume(@PathVariable int number, @AuthenticationPrincipal Editor editor, Htmx htmx) {
        acts.resume(known(number), editor);
        return done(number, htmx);
    }

    private ModelAndView done(int number, Htmx htmx) {
        return htmx.request() ? part(known(number)) : Redirects.seeOther(ComingPages.PATH + "/editions/" + number);
    }

    private static ModelAndView part(EditionProgress edition) {
        return new ModelAndView(PART, "view", new ProgressView(edition)).addObject("said",
                "Edition " + edition.number() + " is " + edition.stateText() + ".");
    }

    private EditionProgress known(int number) {
        return sending.edition(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

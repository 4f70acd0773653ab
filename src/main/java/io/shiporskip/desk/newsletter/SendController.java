package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.newsletter.EditionChanged;
import io.shiporskip.newsletter.Editions;
import io.shiporskip.newsletter.Week;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

/** When the coming edition goes out: now, at a moment of an editor's choice, or at its weekly time. */
@Controller
class SendController {

    private final ComingPages pages;
    private final NewsletterActs acts;
    private final Editions editions;

    SendController(ComingPages pages, NewsletterActs acts, Editions editions) {
        this.pages = pages;
        this.acts = acts;
        this.editions = editions;
    }

    /** The page with one button, and with what it sends. */
    @GetMapping(ComingPages.PATH + "/send")
    ModelAndView ask() {
        return new ModelAndView("desk/newsletter/send", "view", pages.page(Integer.MAX_VALUE, ""))
                .addObject("days", editions.weekIfSentNow().map(Week::text).orElse(""));
    }

    /** @param seen what the page with the button has shown */
    @PostMapping(ComingPages.PATH + "/send")
    ModelAndView send(@RequestParam(defaultValue = "") String seen, @AuthenticationPrincipal Editor editor) {
        try {
            return Redirects.seeOther(ComingPages.PATH + "/editions/" + acts.send(seen, editor));
        } catch (EditionChanged _) {
            ModelAndView page = new ModelAndView("desk/newsletter/send-changed");
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    @PostMapping(ComingPages.PATH + "/plan")
    ModelAndView plan(@RequestParam(defaultValue = "") String at, @AuthenticationPrincipal Editor editor, Htmx htmx) {
        try {
            acts.plan(moment(at), editor);
            return planned(htmx, "The coming edition is planned.");
        } catch (NotPossible problem) {
            if (htmx.request()) {
                throw problem;
            }
            ModelAndView page = new ModelAndView("desk/newsletter/coming", "view",
                    pages.notPlanned(at, String.valueOf(problem.getMessage())));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping(ComingPages.PATH + "/plan/cancel")
    ModelAndView cancel(@AuthenticationPrincipal Editor editor, Htmx htmx) {
        acts.cancelPlan(editor);
        return planned(htmx, "The coming edition goes out at its weekly time.");
    }

    private ModelAndView planned(Htmx htmx, String done) {
        return htmx.request()
                ? new ModelAndView("desk/newsletter/plan :: plan", "view", pages.page(Integer.MAX_VALUE, done))
                : Redirects.seeOther(ComingPages.PATH);
    }

    /** What was typed is a time where the site's schedule is; one that a change of the clocks leaves out is moved on. */
    private Instant moment(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(editions.zone()).toInstant();
        } catch (DateTimeParseException _) {
            throw new NotPossible("Enter a day and a time, such as 2026-11-23T08:00.");
        }
    }
}

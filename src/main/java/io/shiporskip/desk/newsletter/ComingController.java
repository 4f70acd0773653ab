package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.newsletter.Editions;
import io.shiporskip.newsletter.IntroductionChanged;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Figures;
import io.shiporskip.shared.Htmx;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the coming edition says: its introduction, and what it tells of. */
@Controller
class ComingController {

    private static final String PAGE = "desk/newsletter/coming";

    private final ComingPages pages;
    private final NewsletterActs acts;

    ComingController(ComingPages pages, NewsletterActs acts) {
        this.pages = pages;
        this.acts = acts;
    }

    @GetMapping(ComingPages.PATH)
    ModelAndView page(@RequestParam(defaultValue = "" + Integer.MAX_VALUE) int before) {
        return new ModelAndView(PAGE, "view", pages.page(before, ""));
    }

    /** @param over the state that is replaced knowingly, where somebody else wrote meanwhile */
    @PostMapping(ComingPages.PATH + "/introduction")
    ModelAndView introduce(@RequestParam(defaultValue = "") String introduction,
            @RequestParam(defaultValue = "") String basis, @RequestParam(required = false) @Nullable String over,
            @AuthenticationPrincipal Editor editor, Htmx htmx) {
        // A form sends the end of a line as two characters.
        String text = introduction.replace("\r\n", "\n");
        if (text.length() > Editions.LONGEST_INTRODUCTION) {
            String problem = "An introduction has at most " + Figures.of(Editions.LONGEST_INTRODUCTION)
                    + " characters; this one has " + Figures.of(text.length()) + ".";
            if (htmx.request()) {
                throw new NotPossible(problem);
            }
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, PAGE, pages.notSaved(text, basis, null, problem));
        }
        try {
            Editions.Draft draft = acts.introduce(text, over == null ? basis : over, editor);
            return htmx.request() ? new ModelAndView("desk/newsletter/introduction :: saved", "draft", draft)
                    : Redirects.seeOther(ComingPages.PATH);
        } catch (IntroductionChanged changed) {
            ComingView view = pages.notSaved(text, changed.now().basis(), changed.now().introduction(), "");
            return answer(HttpStatus.CONFLICT,
                    htmx.request() ? "desk/newsletter/introduction :: conflict" : PAGE, view);
        }
    }

    /** @param choice "next", "never" or "back" */
    @PostMapping(ComingPages.PATH + "/items/{slug}")
    ModelAndView choose(@PathVariable String slug, @RequestParam(defaultValue = "") String choice,
            @AuthenticationPrincipal Editor editor, Htmx htmx) {
        Slug tool = Slug.parse(slug).orElseThrow(() -> new NotPossible("There is no such tool."));
        String done = switch (choice) {
            case "next", "never" -> {
                acts.leaveOut(tool, choice.equals("next"), editor);
                yield "Left out of the coming edition.";
            }
            case "back" -> {
                acts.putBack(tool, editor);
                yield "Back in the coming edition.";
            }
            default ->
                throw new NotPossible("Say whether to leave it out until the next edition, for good, or not at all.");
        };
        return htmx.request()
                ? new ModelAndView("desk/newsletter/items :: items", "view", pages.page(Integer.MAX_VALUE, done))
                : Redirects.seeOther(ComingPages.PATH);
    }

    private static ModelAndView answer(HttpStatus status, String template, ComingView view) {
        ModelAndView answer = new ModelAndView(template, "view", view);
        answer.setStatus(status);
        return answer;
    }
}

package io.shiporskip.site;

import io.shiporskip.votes.Moderation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What editors did with held votes, for everybody to read. */
@Controller
class ModerationPageController {

    private static final int PAGE = 50;

    private final Moderation moderation;

    ModerationPageController(Moderation moderation) {
        this.moderation = moderation;
    }

    @GetMapping("/method/moderation")
    ModelAndView page(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return new ModelAndView("site/moderation", "view",
                ModerationView.of(moderation.log(before, PAGE + 1), PAGE, before == Long.MAX_VALUE, moderation.held()));
    }
}

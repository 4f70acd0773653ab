package io.shiporskip.site;

import io.shiporskip.editorial.Correction;
import io.shiporskip.editorial.Revisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** What was wrong and was put right. */
@Controller
class CorrectionsController {

    private static final int PAGE = 20;

    private final Revisions revisions;

    CorrectionsController(Revisions revisions) {
        this.revisions = revisions;
    }

    /**
     * A page of corrections.
     *
     * @param corrections the latest first
     * @param latest whether these are the latest of all
     * @param older the correction before which the next page begins; nothing where this is the last
     */
    record CorrectionsPage(List<Correction> corrections, boolean latest, @Nullable Long older) {}

    @GetMapping("/corrections")
    ModelAndView page(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        List<Correction> found = revisions.corrections(before, PAGE + 1);
        List<Correction> page = found.subList(0, Math.min(PAGE, found.size()));
        return new ModelAndView("site/corrections", "view", new CorrectionsPage(page, before == Long.MAX_VALUE,
                found.size() > PAGE ? page.getLast().id() : null));
    }
}

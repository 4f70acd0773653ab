package io.shiporskip.desk.tools;

import io.shiporskip.desk.Editor;
import io.shiporskip.editorial.Manuscript;
import io.shiporskip.editorial.SavedMeanwhile;
import io.shiporskip.editorial.TakeForm;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;

/** What is written of a tool by one reviewer. */
@Controller
class TakeController {

    private static final String PATH = "/desk/tools/{key}/takes/{reviewer}";

    private final WorkPages pages;
    private final Writing writing;

    TakeController(WorkPages pages, Writing writing) {
        this.pages = pages;
        this.writing = writing;
    }

    @GetMapping(PATH)
    ModelAndView page(@PathVariable String key, @PathVariable String reviewer,
            @RequestParam(name = "new", required = false) @Nullable String fresh,
            @RequestParam(required = false) @Nullable String check) {
        Manuscript work = fresh == null ? pages.open(key) : pages.openOrFresh(key);
        return new ModelAndView(WorkPages.page(reviewer), "view", pages.view(work, reviewer, check != null));
    }

    @PostMapping(PATH)
    ModelAndView save(@PathVariable String key, @PathVariable String reviewer, @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal Editor editor, Htmx htmx, HttpServletResponse response) {
        Typing typing = new Typing(fields);
        TakeForm typed = typing.take();
        Manuscript work = pages.openOrFresh(key);
        pages.requireReviewer(work, reviewer);
        try {
            writing.save(work.id(), reviewer, typing.version(), typing.turn(), typed, editor);
        } catch (SavedMeanwhile meanwhile) {
            return pages.conflict(key, reviewer, null, typed, typing, meanwhile, htmx);
        }
        return pages.saved(key, reviewer, typing, htmx, response);
    }
}

package io.shiporskip.desk.tools;

import io.shiporskip.desk.Editor;
import io.shiporskip.editorial.Manuscript;
import io.shiporskip.editorial.SavedMeanwhile;
import io.shiporskip.editorial.SheetForm;
import io.shiporskip.platform.Redirects;
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
import java.util.UUID;

/** What is written of a tool itself. */
@Controller
class SheetController {

    private final WorkPages pages;
    private final Writing writing;

    SheetController(WorkPages pages, Writing writing) {
        this.pages = pages;
        this.writing = writing;
    }

    /** A new tool has an address before anything of it is saved, so that saving it twice is saving it once. */
    @GetMapping("/desk/new-tool")
    ModelAndView fresh() {
        return Redirects.seeOther("/desk/tools/" + UUID.randomUUID() + "?new=yes");
    }

    @GetMapping("/desk/tools/{key}")
    ModelAndView page(@PathVariable String key, @RequestParam(name = "new", required = false) @Nullable String fresh,
            @RequestParam(required = false) @Nullable String check) {
        Manuscript work = fresh == null ? pages.open(key) : pages.openOrFresh(key);
        return new ModelAndView(WorkPages.page(null), "view", pages.view(work, null, check != null));
    }

    @PostMapping("/desk/tools/{key}")
    ModelAndView save(@PathVariable String key, @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal Editor editor, Htmx htmx, HttpServletResponse response) {
        Typing typing = new Typing(fields);
        SheetForm typed = typing.sheet();
        try {
            writing.save(pages.openOrFresh(key).id(), typing.version(), typing.turn(), typed, editor);
        } catch (SavedMeanwhile meanwhile) {
            return pages.conflict(key, null, typed, null, typing, meanwhile, htmx);
        }
        return pages.saved(key, null, typing, htmx, response);
    }
}

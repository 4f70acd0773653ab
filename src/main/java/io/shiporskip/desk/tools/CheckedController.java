package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.Manuscript;
import io.shiporskip.platform.Back;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A published fact was compared with its source today. */
@Controller
class CheckedController {

    private final WorkPages pages;
    private final Writing writing;
    private final Back back;

    CheckedController(WorkPages pages, Writing writing, Back back) {
        this.pages = pages;
        this.writing = writing;
        this.back = back;
    }

    @PostMapping("/desk/tools/{key}/facts/{aspect}/checked")
    ModelAndView checked(@PathVariable String key, @PathVariable Aspect aspect, @AuthenticationPrincipal Editor editor,
            HttpServletRequest request, Htmx htmx) {
        Manuscript work = pages.open(key);
        Current published = work.published();
        if (published == null) {
            throw new NotPossible("This tool is not published yet. Set the day in its draft.");
        }
        try {
            writing.checked(work, published.tool(), aspect, editor);
        } catch (IllegalArgumentException _) {
            throw new NotPossible("There is no such fact to check: it is not verified yet.");
        }
        return htmx.request() ? new ModelAndView("desk/tools/parts :: checked")
                : back.to(request, "/desk/tools/" + work.key(), "");
    }
}

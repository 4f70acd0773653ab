package io.shiporskip.desk.tools;

import io.shiporskip.desk.Editor;
import io.shiporskip.editorial.Manuscript;
import io.shiporskip.platform.Redirects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What becomes of a draft that is not published: it stays after all, waits on, or ends. */
@Controller
class DraftController {

    private static final String PATH = "/desk/tools/{key}";

    private final WorkPages pages;
    private final Writing writing;

    DraftController(WorkPages pages, Writing writing) {
        this.pages = pages;
        this.writing = writing;
    }

    @PostMapping(PATH + "/unschedule")
    ModelAndView unschedule(@PathVariable String key, @AuthenticationPrincipal Editor editor) {
        Manuscript work = pages.open(key);
        writing.unschedule(work, editor);
        return Redirects.seeOther("/desk/tools/" + work.key() + "/publish");
    }

    /** What was published meanwhile was seen, and the draft is to take its place. */
    @PostMapping(PATH + "/latest")
    ModelAndView latest(@PathVariable String key, @AuthenticationPrincipal Editor editor) {
        Manuscript work = pages.open(key);
        writing.publishOverLatest(work, editor);
        return Redirects.seeOther("/desk/tools/" + work.key() + "/publish");
    }

    @PostMapping(PATH + "/discard")
    ModelAndView discard(@PathVariable String key, @AuthenticationPrincipal Editor editor) {
        writing.discard(pages.open(key), editor);
        return Redirects.seeOther("/desk/tools");
    }
}

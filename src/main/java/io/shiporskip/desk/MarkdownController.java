package io.shiporskip.desk;

import io.shiporskip.shared.Markdown;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is being written in an editor of the desk, as readers will see it. */
@Controller
class MarkdownController {

    /** Far beyond any text of this site, in characters; a longer one would only keep the server busy. */
    static final int LONGEST = 100_000;

    /** Changes nothing; it is a POST because an address is no place for a text. The field is called as in the editor's form. */
    @PostMapping("/desk/markdown")
    ModelAndView rendered(@RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String introduction) {
        String written = text + description + introduction;
        if (written.length() > LONGEST) {
            throw new NotPossible("This text is too long to be shown.");
        }
        return new ModelAndView("desk/rendered :: rendered", "html", Markdown.toHtml(written));
    }
}

package io.shiporskip.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page of the desk: what needs a hand today. */
@Controller
class StartPageController {

    private final StartQuery query;

    StartPageController(StartQuery query) {
        this.query = query;
    }

    @GetMapping(DeskAddress.START)
    ModelAndView page() {
        return new ModelAndView("desk/start", "view", query.read());
    }
}

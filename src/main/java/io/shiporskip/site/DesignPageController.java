package io.shiporskip.site;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every token, component and state of the design on one living page; it is for those who build, not for production. */
@Controller
@Profile("!production")
class DesignPageController {

    @GetMapping("/design")
    String design(Model model) {
        model.addAttribute("view", DesignView.sample());
        return "site/design";
    }
}

package io.shiporskip.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was done at the desk, for administrators. */
@Controller
class AuditController {

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/desk/audit")
    ModelAndView page(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return new ModelAndView("desk/audit", "view", AuditView.of(audit.before(before), before == Long.MAX_VALUE));
    }
}

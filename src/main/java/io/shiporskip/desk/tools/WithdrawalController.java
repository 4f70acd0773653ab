package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.DraftThere;
import io.shiporskip.editorial.Reason;
import io.shiporskip.platform.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** Takes a tool from the readers, and brings it back. */
@Controller
class WithdrawalController {

    private static final String PATH = "/desk/tools/{key}";

    private final Named named;
    private final Retiring retiring;

    WithdrawalController(Named named, Retiring retiring) {
        this.named = named;
        this.retiring = retiring;
    }

    /**
     * The form that withdraws a tool.
     *
     * @param tool the tool
     * @param instead what was typed for what replaces it
     * @param candidates the tools that may be meant by that
     * @param reason what was typed for why
     * @param problem what was wrong; empty for nothing
     * @param field where: "instead" or "reason"; empty for the whole
     */
    record WithdrawalView(Current tool, String instead, List<ToolView> candidates, String reason, String problem,
            String field) {

        /** Its name. */
        public String name() {
            return tool.dossier().tool().profile().name();
        }

        /** What tells it from others in an address. */
        public String slug() {
            return tool.dossier().tool().slug().value();
        }
    }

    @GetMapping(PATH + "/withdraw")
    ModelAndView page(@PathVariable String key) {
        return page(new WithdrawalView(named.at(key), "", List.of(), "", "", ""), HttpStatus.OK);
    }

    @PostMapping(PATH + "/withdraw")
    ModelAndView withdraw(@PathVariable String key, @RequestParam(defaultValue = "") String tool,
            @RequestParam(defaultValue = "") String reason, @AuthenticationPrincipal Editor editor) {
        Current leaving = named.at(key);
        Named.Found instead = named.meant(tool);
        if (!tool.isBlank() && instead.tool() == null) {
            return page(new WithdrawalView(leaving, tool, instead.candidates(), reason,
                    "Choose the tool that replaces it by its name or slug, or leave this empty.", "instead"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            retiring.withdraw(leaving, instead.tool(), Reason.typed(editor.author(), reason, false), editor);
        } catch (IllegalArgumentException wrong) {
            return page(new WithdrawalView(leaving, tool, List.of(), reason, String.valueOf(wrong.getMessage()),
                    reason.isBlank() ? "reason" : "instead"), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (DraftThere there) {
            throw new NotPossible(String.valueOf(there.getMessage()));
        }
        return Redirects.seeOther("/desk/tools/" + key + "/history");
    }

    @PostMapping(PATH + "/return")
    ModelAndView bringBack(@PathVariable String key, @AuthenticationPrincipal Editor editor) {
        try {
            retiring.bringBack(named.at(key), editor);
        } catch (DraftThere there) {
            throw new NotPossible(String.valueOf(there.getMessage()));
        }
        return Redirects.seeOther("/desk/tools/" + key + "/history");
    }

    private static ModelAndView page(WithdrawalView view, HttpStatus status) {
        ModelAndView page = new ModelAndView("desk/tools/withdraw", "view", view);
        page.setStatus(status);
        return page;
    }
}

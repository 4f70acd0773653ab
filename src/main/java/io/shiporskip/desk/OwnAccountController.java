package io.shiporskip.desk;

import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Optional;

/** Everybody's own account: the name and the password. */
@Controller
class OwnAccountController {

    private static final String PATH = "/desk/account";

    private final Accounts accounts;
    private final AccountContext sessions;

    OwnAccountController(Accounts accounts, AccountContext sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /**
     * The page of one's own account.
     *
     * @param name as it is, or as it was typed
     * @param email one's address
     * @param role what one may do
     * @param nameProblem what was wrong with the name; empty for nothing
     * @param passwordProblem what was wrong with the passwords; empty for nothing
     * @param done what was just done; empty for nothing
     */
    public record OwnAccountView(String name, String email, Role role, String nameProblem, String passwordProblem,
            String done) {

        /** How many characters a password needs. */
        public int shortest() {
            return PasswordRule.SHORTEST;
        }
    }

    @GetMapping(PATH)
    ModelAndView page(@AuthenticationPrincipal Editor editor,
            @RequestParam(required = false) @Nullable String changed) {
        return page(editor, editor.name(), "", "", changed == null ? ""
                : changed.equals("password")
                        ? "Your password is changed. You are signed out everywhere else."
                        : "Your name is changed.");
    }

    @PostMapping(PATH + "/name")
    ModelAndView rename(@RequestParam(defaultValue = "") String name, @AuthenticationPrincipal Editor editor,
            Htmx htmx) {
        Optional<String> problem = PersonName.fault(name);
        if (problem.isPresent()) {
            if (htmx.request()) {
                throw new NotPossible(problem.get());
            }
            return refused(page(editor, name, problem.get(), "", ""));
        }
        accounts.rename(editor, PersonName.of(name));
        return htmx.request() ? new ModelAndView("desk/account :: saved", "name", PersonName.of(name))
                : Redirects.seeOther(PATH + "?changed=name");
    }

    @PostMapping(PATH + "/password")
    ModelAndView password(@RequestParam(name = "old-password", defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password, @AuthenticationPrincipal Editor editor,
            HttpServletRequest request) {
        Optional<String> problem = PasswordRule.fault(password, List.of(editor.name(), editor.email()));
        if (problem.isPresent()) {
            return refused(page(editor, editor.name(), "", problem.get(), ""));
        }
        try {
            int generation = accounts.changePassword(editor, old, password);
            sessions.enter(request, editor.id(), generation);
            return Redirects.seeOther(PATH + "?changed=password");
        } catch (NotPossible wrong) {
            return refused(page(editor, editor.name(), "", String.valueOf(wrong.getMessage()), ""));
        }
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView page(Editor editor, String name, String nameProblem, String passwordProblem,
            String done) {
        return new ModelAndView("desk/account", "view",
                new OwnAccountView(name, editor.email(), editor.role(), nameProblem, passwordProblem, done));
    }
}

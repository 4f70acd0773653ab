package io.shiporskip.desk;

import io.shiporskip.mail.EmailAddress;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Optional;
import java.util.UUID;

/** Who may use the desk, for administrators. */
@Controller
class AccountsController {

    private static final String PATH = "/desk/accounts";

    private final Accounts accounts;
    private final Invitations invitations;

    AccountsController(Accounts accounts, Invitations invitations) {
        this.accounts = accounts;
        this.invitations = invitations;
    }

    @GetMapping(PATH)
    ModelAndView page() {
        return new ModelAndView("desk/accounts", "view", view("", Role.EDITOR, "", ""));
    }

    @PostMapping("/desk/invitations")
    ModelAndView invite(@RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "EDITOR") Role role, @AuthenticationPrincipal Editor editor, Htmx htmx) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            if (htmx.request()) {
                throw new NotPossible("Enter a valid e-mail address.");
            }
            ModelAndView page = new ModelAndView("desk/accounts", "view",
                    view(email, role, "Enter a valid e-mail address.", ""));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        invitations.invite(address.get(), role, editor);
        return done(htmx, address.get().value() + " is invited. The mail is on its way.");
    }

    @PostMapping("/desk/invitations/{id}/revoke")
    ModelAndView revoke(@PathVariable UUID id, @AuthenticationPrincipal Editor editor, Htmx htmx) {
        invitations.revoke(id, editor);
        return done(htmx, "The invitation is taken back. Its link is void.");
    }

    @PostMapping(PATH + "/{id}/role")
    ModelAndView role(@PathVariable UUID id, @RequestParam Role role, @AuthenticationPrincipal Editor editor,
            Htmx htmx) {
        accounts.changeRole(id, role, editor);
        return done(htmx, "The role is changed.");
    }

    @PostMapping(PATH + "/{id}/active")
    ModelAndView active(@PathVariable UUID id, @RequestParam boolean active, @AuthenticationPrincipal Editor editor,
            Htmx htmx) {
        if (active) {
            accounts.enable(id, editor);
        } else {
            accounts.disable(id, editor);
        }
        return done(htmx, active ? "The account is enabled." : "The account is disabled, and its sessions have ended.");
    }

    private ModelAndView done(Htmx htmx, String sentence) {
        return htmx.request() ? new ModelAndView("desk/accounts :: part", "view", view("", Role.EDITOR, "", sentence))
                : Redirects.seeOther(PATH);
    }

    private AccountsView view(String email, Role role, String problem, String done) {
        return new AccountsView(accounts.lines(), invitations.list(), email, role, problem, done);
    }
}

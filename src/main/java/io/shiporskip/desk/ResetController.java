package io.shiporskip.desk;

import io.shiporskip.mail.EmailAddress;
import io.shiporskip.platform.Redirects;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Optional;

/** For who has forgotten the password: asking for a link, and the page behind it. */
@Controller
class ResetController {

    private static final String FORGOTTEN = "/desk/forgotten";
    private static final String LINK = "/desk/reset/{token}";

    private final Resets resets;
    private final AccountContext sessions;

    ResetController(Resets resets, AccountContext sessions) {
        this.resets = resets;
        this.sessions = sessions;
    }

    /**
     * The page that asks for the address.
     *
     * @param email what was typed
     * @param asked whether it was taken; said of every address alike
     * @param problem what was wrong; empty for nothing
     * @param hours how long a link works
     */
    public record ForgottenView(String email, boolean asked, String problem, long hours) {}

    @GetMapping(FORGOTTEN)
    ModelAndView forgotten() {
        return forgotten("", false, "");
    }

    @PostMapping(FORGOTTEN)
    ModelAndView ask(@RequestParam(defaultValue = "") String email) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            ModelAndView page = forgotten(email, false, "Enter a valid e-mail address.");
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        resets.ask(address.get());
        return forgotten("", true, "");
    }

    @GetMapping(LINK)
    ModelAndView page(@PathVariable String token) {
        return page(token, account(token), "");
    }

    @PostMapping(LINK)
    ModelAndView reset(@PathVariable String token, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        Editor account = account(token);
        Optional<String> problem = PasswordRule.fault(password, List.of(account.name(), account.email()));
        if (problem.isPresent()) {
            ModelAndView page = page(token, account, problem.get());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Account changed = resets.use(token, password);
        sessions.enter(request, changed.id(), changed.generation());
        return Redirects.seeOther(DeskAddress.START);
    }

    private Editor account(String token) {
        return resets.find(token).orElseThrow(UnknownLink::new);
    }

    private static ModelAndView forgotten(String email, boolean asked, String problem) {
        return new ModelAndView("desk/forgotten", "view",
                new ForgottenView(email, asked, problem, Resets.LIFE.toHours()));
    }

    private static ModelAndView page(String token, Editor account, String problem) {
        return new ModelAndView("desk/new-password", "view", new NewPasswordView("/desk/reset/" + token, false,
                account.role(), account.email(), false, account.name(), problem));
    }
}

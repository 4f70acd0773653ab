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

/** The page behind the link of an invitation. Opening it changes nothing, so a scanner of mails may. */
@Controller
class InvitationLinkController {

    private static final String PATH = "/desk/invitation/{token}";

    private final Invitations invitations;
    private final AccountContext sessions;

    InvitationLinkController(Invitations invitations, AccountContext sessions) {
        this.invitations = invitations;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    ModelAndView page(@PathVariable String token) {
        return page(token, open(token), "", "", "");
    }

    @PostMapping(PATH)
    ModelAndView accept(@PathVariable String token, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        Invitations.Open way = open(token);
        String typed = way.email() == null ? email : way.email();
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        Optional<String> problem = address.isEmpty() ? Optional.of("Enter a valid e-mail address.")
                : PersonName.fault(name).or(() -> PasswordRule.fault(password, List.of(name, typed)));
        if (problem.isPresent()) {
            ModelAndView page = page(token, way, typed, name, problem.get());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Account account = invitations.accept(way, address.orElseThrow(), PersonName.of(name), password);
        sessions.enter(request, account.id(), account.generation());
        return Redirects.seeOther(DeskAddress.START);
    }

    private Invitations.Open open(String token) {
        return invitations.find(token).orElseThrow(UnknownLink::new);
    }

    private static ModelAndView page(String token, Invitations.Open way, String email, String name, String problem) {
        return new ModelAndView("desk/new-password", "view",
                new NewPasswordView("/desk/invitation/" + token, true, way.role(),
                        way.email() == null ? email : way.email(), way.email() == null, name, problem));
    }
}

package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;
import io.shiporskip.mail.Postman;
import io.shiporskip.newsletter.SignUpView.Stage;
import io.shiporskip.shared.Htmx;
import io.shiporskip.visitors.Network;
import io.shiporskip.visitors.Networks;
import io.shiporskip.visitors.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Signing up for the weekly e-mail. */
@Controller
class SignUpController {

    /** People do not see this field, and leave it empty. Machines that fill in whatever they find get the usual answer. */
    private static final String TRAP = "website";

    private final Subscribers subscribers;
    private final RateLimit<Network> limit;
    private final Networks networks;
    private final Postman postman;

    SignUpController(Subscribers subscribers, SignUpProperties properties, Networks networks, Postman postman) {
        this.subscribers = subscribers;
        this.limit = new RateLimit<>(properties.signUpsAnHour(), Duration.ofHours(1));
        this.networks = networks;
        this.postman = postman;
    }

    @GetMapping("/newsletter")
    ModelAndView form() {
        return page(new SignUpView(Stage.ASKS, ""));
    }

    @PostMapping("/newsletter")
    ModelAndView signUp(HttpServletRequest request, HttpServletResponse response, Htmx htmx) {
        SignUpView view = signUp(request, response);
        ModelAndView answer = htmx.request() ? new ModelAndView("newsletter/sign-up :: answer", "view", view)
                : page(view);
        answer.setStatus(view.stage().status());
        return answer;
    }

    private SignUpView signUp(HttpServletRequest request, HttpServletResponse response) {
        String[] typed = request.getParameterValues("email");
        if (!postman.delivers()) {
            return new SignUpView(Stage.CLOSED, "");
        }
        Optional<EmailAddress> address = typed == null || typed.length != 1 ? Optional.empty()
                : EmailAddress.parse(typed[0]);
        if (address.isEmpty()) {
            return new SignUpView(Stage.MISTYPED, typed == null ? "" : typed[0]);
        }
        OptionalLong wait = limit.takeOne(networks.inMemory(request));
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER,
                    String.valueOf(wait.getAsLong()));
            return new SignUpView(Stage.TOO_MANY, address.get().value());
        }
        String trap = request.getParameter(TRAP);
        if (trap == null || trap.isEmpty()) {
            subscribers.signUp(address.get());
        }
        return new SignUpView(Stage.ANSWERED, "");
    }

    private static ModelAndView page(SignUpView view) {
        return new ModelAndView("newsletter/sign-up", "view", view);
    }
}

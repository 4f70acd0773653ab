package io.shiporskip.newsletter;

import io.shiporskip.newsletter.ConfirmView.Stage;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Confirming an address by the link that was sent to it. Opening the link changes nothing, because mail scanners open links. */
@Controller
class ConfirmController {

    private final Subscribers subscribers;

    ConfirmController(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @GetMapping("/newsletter/confirm/{token}")
    ModelAndView ask(@PathVariable String token, HttpServletResponse response) {
        return page(token, switch (subscribers.look(token).orElseThrow(ConfirmController::invalid)) {
            case NOW -> Stage.ASKS;
            case BEFORE -> Stage.BEFORE;
        }, response);
    }

    @PostMapping("/newsletter/confirm/{token}")
    ModelAndView confirm(@PathVariable String token, HttpServletResponse response) {
        return page(token, switch (subscribers.confirm(token).orElseThrow(ConfirmController::invalid)) {
            case NOW -> Stage.NOW;
            case BEFORE -> Stage.BEFORE;
        }, response);
    }

    private static ModelAndView page(String token, Stage stage, HttpServletResponse response) {
        return MailedPage.of("newsletter/confirm", new ConfirmView(stage, token), response);
    }

    private static InvalidLink invalid() {
        return new InvalidLink("Sign up again at the foot of any comparison, and a new one comes by e-mail.");
    }
}

package io.shiporskip.newsletter;

import io.shiporskip.newsletter.LeaveView.Stage;
import io.shiporskip.platform.Unprocessable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.UUID;

/**
 * Leaving the weekly e-mail, by the link in it or by the one click of a mail program
 * (<a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>): for that the POST needs no cookie, may come from anywhere
 * and is answered without a redirect. Also what one can do then: come back, or have everything erased.
 */
@Controller
class LeaveController {

    private final Subscribers subscribers;
    private final LeaveTokens tokens;

    LeaveController(Subscribers subscribers, LeaveTokens tokens) {
        this.subscribers = subscribers;
        this.tokens = tokens;
    }

    @GetMapping("/newsletter/leave/{token}")
    ModelAndView ask(@PathVariable String token, HttpServletResponse response) {
        return page(token, subscribers.stateOf(opened(token)).map(state -> switch (state) {
            case WAITING, CONFIRMED -> Stage.ASKS;
            case LEFT -> Stage.LEFT_BEFORE;
        }).orElse(Stage.NOTHING), response);
    }

    @PostMapping("/newsletter/leave/{token}")
    ModelAndView leave(@PathVariable String token, HttpServletResponse response) {
        return page(token, switch (subscribers.leave(opened(token))) {
            case NOW -> Stage.LEFT;
            case BEFORE -> Stage.LEFT_BEFORE;
            case UNKNOWN -> Stage.NOTHING;
        }, response);
    }

    @PostMapping("/newsletter/return/{token}")
    ModelAndView comeBack(@PathVariable String token, HttpServletResponse response) {
        return page(token, switch (subscribers.comeBack(opened(token))) {
            case BACK -> Stage.BACK;
            case REFUSED -> Stage.REFUSED;
            case UNKNOWN -> Stage.NOTHING;
        }, response);
    }

    @PostMapping("/newsletter/erasure/{token}")
    ModelAndView erase(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        UUID subscriber = opened(token);
        if (!"yes".equals(request.getParameter("sure"))) {
            throw new Unprocessable("Nothing was erased",
                    "Go back, tick the box to say that nobody can undo it, and press the button again.");
        }
        return page(token, subscribers.erase(subscriber) ? Stage.ERASED : Stage.NOTHING, response);
    }

    private UUID opened(String token) {
        return tokens.open(token).orElseThrow(
                () -> new InvalidLink("Copy the whole address from the e-mail, or follow its link once more."));
    }

    private static ModelAndView page(String token, Stage stage, HttpServletResponse response) {
        return MailedPage.of("newsletter/leave", new LeaveView(stage, token), response);
    }
}

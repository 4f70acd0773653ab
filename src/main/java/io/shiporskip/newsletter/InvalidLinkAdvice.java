package io.shiporskip.newsletter;

import io.shiporskip.platform.ErrorView;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import java.util.List;

/** Answers 404 to links that do not work, and says what to do. */
@ControllerAdvice
class InvalidLinkAdvice {

    @ExceptionHandler
    String refuse(InvalidLink invalid, HttpServletResponse response, Model model, Htmx htmx) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        MailedPage.keepFromCaches(response);
        model.addAttribute("noindex", true);
        model.addAttribute("error", new ErrorView(HttpStatus.NOT_FOUND.value(), "That link does not work",
                "This link is invalid or has expired. " + invalid.advice(), List.of()));
        return ErrorView.template(htmx);
    }
}

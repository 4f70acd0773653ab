package io.shiporskip.platform;

import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import java.util.List;

/** Shows what was wrong with a form. */
@ControllerAdvice
class UnprocessableAdvice {

    @ExceptionHandler
    String refuse(Unprocessable refused, HttpServletResponse response, Model model, Htmx htmx) {
        int status = HttpStatus.UNPROCESSABLE_CONTENT.value();
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("error",
                new ErrorView(status, String.valueOf(refused.getMessage()), refused.advice(), List.of()));
        return ErrorView.template(htmx);
    }
}

package io.shiporskip.desk;

import io.shiporskip.platform.ErrorView;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import java.util.List;

/** What the desk says of links that lead nowhere, and of changes that cannot be made. */
@ControllerAdvice
class DeskAdvice {

    @ExceptionHandler
    String unknown(@SuppressWarnings("unused") UnknownLink refused, HttpServletResponse response, Model model,
            Htmx htmx) {
        return refuse(new ErrorView(404, "This link does not work", UnknownLink.SENTENCE
                + " Ask for a new one: who forgot a password under “Sign in”, who was invited whoever invited them.",
                List.of()), response, model, htmx);
    }

    @ExceptionHandler
    String notPossible(NotPossible refused, HttpServletResponse response, Model model, Htmx htmx) {
        return refuse(new ErrorView(HttpStatus.UNPROCESSABLE_CONTENT.value(), "Nothing was changed",
                String.valueOf(refused.getMessage()), List.of()), response, model, htmx);
    }

    private static String refuse(ErrorView error, HttpServletResponse response, Model model, Htmx htmx) {
        response.setStatus(error.status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("error", error);
        return htmx.request() ? "error/fragment" : "desk/refused";
    }
}

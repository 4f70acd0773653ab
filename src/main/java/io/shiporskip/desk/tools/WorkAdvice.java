package io.shiporskip.desk.tools;

import io.shiporskip.desk.Typed;
import io.shiporskip.editorial.ChangedMeanwhile;
import io.shiporskip.editorial.DraftGone;
import io.shiporskip.platform.ErrorView;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** What is said where somebody else was quicker; what was typed is shown with it. */
@ControllerAdvice(basePackageClasses = WorkAdvice.class)
class WorkAdvice {

    @ExceptionHandler
    ModelAndView gone(DraftGone gone, HttpServletRequest request, Htmx htmx) {
        return conflict(String.valueOf(gone.getMessage()), request, htmx);
    }

    @ExceptionHandler
    ModelAndView changed(@SuppressWarnings("unused") ChangedMeanwhile changed, HttpServletRequest request, Htmx htmx) {
        return conflict("The tool was changed meanwhile. Load the page again to see how it stands.", request, htmx);
    }

    private static ModelAndView conflict(String sentence, HttpServletRequest request, Htmx htmx) {
        ModelAndView page = new ModelAndView(htmx.request() ? "error/fragment" : "desk/refused", "error",
                new ErrorView(HttpStatus.CONFLICT.value(), "Nothing was changed", sentence,
                        List.of(new ErrorView.Suggestion("/desk/tools", "All tools", ""))));
        page.addObject("typed", Typed.in(request).fields());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}

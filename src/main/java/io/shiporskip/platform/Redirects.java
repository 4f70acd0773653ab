package io.shiporskip.platform;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Answers that send the reader on. */
public final class Redirects {

    private Redirects() {}

    /** 301: the page lives at this path for good. The query of the request goes along. */
    public static ModelAndView permanent(String path) {
        return redirect(HttpStatus.MOVED_PERMANENTLY, path, true);
    }

    /** 303: what was asked for is shown at this path. */
    public static ModelAndView seeOther(String path) {
        return redirect(HttpStatus.SEE_OTHER, path, false);
    }

    private static ModelAndView redirect(HttpStatus status, String path, boolean withQuery) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(status);
        view.setExposeModelAttributes(false);
        // A brace in a path or query is a brace, and no place for a value.
        view.setExpandUriTemplateVariables(false);
        view.setPropagateQueryParams(withQuery);
        return new ModelAndView(view);
    }
}

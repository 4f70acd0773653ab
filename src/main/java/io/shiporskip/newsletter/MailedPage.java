package io.shiporskip.newsletter;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;

/** A page that a link in a mail opens: for whoever has the mail, and for nobody's cache or search engine. */
final class MailedPage {

    private MailedPage() {}

    /** A page that shows this view. */
    static ModelAndView of(String template, Record view, HttpServletResponse response) {
        keepFromCaches(response);
        ModelAndView page = new ModelAndView(template, "view", view);
        page.addObject("noindex", true);
        return page;
    }

    static void keepFromCaches(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }
}

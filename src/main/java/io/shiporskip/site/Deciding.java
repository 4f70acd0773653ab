package io.shiporskip.site;

import io.shiporskip.panel.Panel;
import io.shiporskip.platform.SiteProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** Reads a reader's weights and limits, and puts the answer into a page or, where HTMX asks, in the place of the last one. */
@Component
class Deciding {

    private final Panel panel;
    private final SiteProperties site;

    Deciding(Panel panel, SiteProperties site) {
        this.panel = panel;
        this.site = site;
    }

    /** What a reader weighs and needs. */
    DecideForm read(MultiValueMap<String, String> parameters) {
        return DecideForm.of(parameters, panel.reviewers());
    }

    /** The answer alone, with its address for the browser's history; or what is wrong with the form, and the answer without it. */
    ModelAndView fragment(DecideView view, HttpServletRequest request, HttpServletResponse response) {
        if (view.problem() != null) {
            ModelAndView problem = new ModelAndView("components/decide :: refused", "decide", view);
            problem.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return problem;
        }
        String shown = request.getHeader("HX-Current-URL");
        if (shown == null || !shown.replaceFirst("#.*", "").endsWith(view.address())) {
            response.setHeader("HX-Push-Url", view.address());
        }
        return new ModelAndView("components/decide :: answer", "decide", view);
    }

    /** The page with form and answer, whose address for search engines is the one without weights and limits. */
    ModelAndView page(ModelAndView page, DecideView view, HttpServletRequest request) {
        if (view.problem() != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page.addObject("decide", view).addObject("canonical", site.addressOf(view.path(), request));
    }
}

package io.shiporskip.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.util.Collections;
import java.util.List;

/** Sends readers who pressed a button back to the page where it stood. */
@Component
public class Back {

    private final SiteProperties site;

    Back(SiteProperties site) {
        this.site = site;
    }

    /**
     * 303 to the path and query of the request's {@code Referer}, never to another site.
     *
     * @param request what the form sent
     * @param fallbackPath a path on this site, for when the {@code Referer} is missing, foreign or not to be read
     * @param anchor the id of an element to show on that page, percent-encoded where it must be; empty for the top
     */
    public ModelAndView to(HttpServletRequest request, String fallbackPath, String anchor) {
        List<String> referers = Collections.list(request.getHeaders(HttpHeaders.REFERER));
        String page = referers.size() == 1
                ? OwnOrigin.of(site, request).pathOf(referers.getFirst()).orElse(fallbackPath)
                : fallbackPath;
        return Redirects.seeOther(anchor.isEmpty() ? page : page + "#" + anchor);
    }
}

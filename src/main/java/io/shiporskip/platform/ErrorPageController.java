package io.shiporskip.platform;

import io.shiporskip.shared.Htmx;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last stop of every request that failed: our own page, with the status it failed with. */
@Controller
class ErrorPageController implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPageController.class);

    @RequestMapping("${spring.web.error.path:/error}")
    String error(HttpServletRequest request, HttpServletResponse response, Model model, Htmx htmx) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status >= 500) {
            // The dispatch to this page is a GET, whatever failed.
            log.error("{} {} failed with {}", request.getAttribute(RequestDispatcher.ERROR_METHOD),
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), status);
        }
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("error", ErrorText.of(status).view(status));
        return ErrorView.template(htmx);
    }
}

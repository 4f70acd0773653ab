package io.shiporskip.desk;

import io.shiporskip.platform.ErrorView;
import io.shiporskip.platform.SafeMethods;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.UriUtils;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody sees who may not do something: a page that was asked for leads to the page to sign in and from there back, a form
 * that was sent is carried along, HTMX gets 401 and a sentence. Whoever is signed in reads why it was refused.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final ErrorView SESSION_OVER = new ErrorView(401, "Your session has ended",
            "Sign in again; what you typed stays.", List.of(new ErrorView.Suggestion("/desk/sign-in", "Sign in", "")));
    private static final ErrorView STALE_FORM = new ErrorView(403, "This form is out of date",
            "Nothing was changed. You have signed in anew since the page was opened: copy what you typed, load the page"
                    + " again and send it once more.",
            List.of());
    private static final ErrorView NOT_YOURS = new ErrorView(403, "This page is for administrators",
            "Nothing was changed. Ask an administrator to do it or to change your role.", List.of());

    private final ObjectProvider<ViewResolver> views;
    private final ObjectProvider<ResourceUrlProvider> resources;

    Refusals(ObjectProvider<ViewResolver> views, ObjectProvider<ResourceUrlProvider> resources) {
        this.views = views;
        this.resources = resources;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (isHtmx(request)) {
            show("error/fragment", HttpStatus.UNAUTHORIZED, Map.of("error", SESSION_OVER), request, response);
        } else if (SafeMethods.reads(request)) {
            String query = request.getQueryString();
            String back = DeskAddress.orStart(request.getRequestURI() + (query == null ? "" : "?" + query));
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, back.equals(DeskAddress.START) ? "/desk/sign-in"
                    : "/desk/sign-in?back=" + UriUtils.encode(back, StandardCharsets.UTF_8));
        } else {
            Typed typed = Typed.in(request);
            show("desk/sign-in", HttpStatus.UNAUTHORIZED,
                    Map.of("view", typed.action().equals(DeskAddress.START)
                            ? SignInView.fresh(DeskAddress.START, "Your session has ended. Sign in again.")
                            : SignInView.carrying(typed)),
                    request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || !(known.getPrincipal() instanceof Editor)) {
            // A token is missing because its session is.
            commence(request, response, new SessionOver());
            return;
        }
        ErrorView error = refused instanceof CsrfException ? STALE_FORM : NOT_YOURS;
        show(isHtmx(request) ? "error/fragment" : "desk/refused", HttpStatus.FORBIDDEN,
                Map.of("error", error, "typed", Typed.in(request).fields()), request, response);
    }

    private static boolean isHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader(Htmx.HEADER));
    }

    /** No controller has been reached yet, so the view is shown from here. */
    private void show(String name, HttpStatus status, Map<String, ?> model, HttpServletRequest request,
            HttpServletResponse response) throws IOException, ServletException {
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        try {
            for (ViewResolver resolver : views.orderedStream().toList()) {
                View view = resolver.resolveViewName(name, Locale.UK);
                if (view != null) {
                    view.render(new HashMap<>(model), request, new Versioned(response, resources.getIfAvailable()));
                    return;
                }
            }
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
        response.sendError(status.value());
    }

    /** Writes the addresses of stylesheet and scripts with their versions, as a filter further in does for other pages. */
    private static final class Versioned extends HttpServletResponseWrapper {

        private final @Nullable ResourceUrlProvider resources;

        Versioned(HttpServletResponse response, @Nullable ResourceUrlProvider resources) {
            super(response);
            this.resources = resources;
        }

        @Override
        public String encodeURL(String address) {
            String versioned = resources == null ? null : resources.getForLookupPath(address);
            return versioned == null ? address : versioned;
        }
    }

    private static final class SessionOver extends AuthenticationException {

        private static final long serialVersionUID = 1;

        SessionOver() {
            super("the session has ended");
        }
    }
}

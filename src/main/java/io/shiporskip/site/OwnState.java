package io.shiporskip.site;

import io.shiporskip.bookmarks.Bookmarks;
import io.shiporskip.shared.Htmx;
import io.shiporskip.visitors.Visitors;
import io.shiporskip.votes.Votes;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every page what it shows of its visitor, as {@code own}: two statements for a visitor, none for anybody else. */
@Component
class OwnState implements HandlerInterceptor, WebMvcConfigurer {

    private static final String NAME = "own";

    private final Visitors visitors;
    private final Votes votes;
    private final Bookmarks bookmarks;

    OwnState(Visitors visitors, Votes votes, Bookmarks bookmarks) {
        this.visitors = visitors;
        this.votes = votes;
        this.bookmarks = bookmarks;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /**
     * A page that one opens has it before the handler begins, so that the page of an error that comes out of the handler has it
     * as well. Templates find what is an attribute of the request.
     */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && request.getMethod().equals("GET")
                && request.getHeader(Htmx.HEADER) == null && request.getDispatcherType() == DispatcherType.REQUEST) {
            of(request);
        }
        return true;
    }

    /** The page that answers a form shows what is there after it. */
    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView page) {
        if (page != null && page.isReference() && isWhole(page)) {
            of(request);
        }
    }

    /** What the page shows of its visitor; read once, when it is asked for first. */
    Own of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof Own known) {
            return known;
        }
        Own own = visitors.known(request).map(visitor -> new Own(votes.of(visitor), bookmarks.of(visitor)))
                .orElse(Own.NOTHING);
        request.setAttribute(NAME, own);
        return own;
    }

    /** A fragment has what it shows in its model. */
    private static boolean isWhole(ModelAndView page) {
        return !String.valueOf(page.getViewName()).contains("::");
    }
}

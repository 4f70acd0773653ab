package io.shiporskip.comparisons;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.Openings.Pair;
import io.shiporskip.shared.Htmx;
import io.shiporskip.visitors.Networks;
import io.shiporskip.visitors.Readers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.io.IOException;
import java.util.List;

/**
 * Notes which comparisons readers really open: whole pages with two comparable tools, sent with status 200 to somebody who
 * asked for them. As an interceptor it sees what the page compares, as a filter outside of the ETags how the answer ended.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class OpeningCounter extends OncePerRequestFilter implements HandlerInterceptor, WebMvcConfigurer {

    private static final String PAIR = OpeningCounter.class.getName() + ".pair";
    private static final String FETCH_DESTINATION = "Sec-Fetch-Dest";

    private final Openings openings;
    private final Networks networks;

    OpeningCounter(Openings openings, Networks networks) {
        this.openings = openings;
        this.networks = networks;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView page) {
        if (page != null && page.getModel().get("view") instanceof ComparisonView view && isReader(request)) {
            List<ToolView> tools = view.columns().stream().map(Column::tool).toList();
            if (tools.size() == 2 && tools.getFirst().comparableWith(tools.getLast())) {
                request.setAttribute(PAIR, Pair.of(tools.getFirst().id(), tools.getLast().id()));
            }
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(PAIR) instanceof Pair pair && response.getStatus() == HttpStatus.OK.value()) {
            openings.note(pair, networks.inMemory(request));
        }
    }

    private static boolean isReader(HttpServletRequest request) {
        String destination = request.getHeader(FETCH_DESTINATION);
        return Readers.asks(request) && request.getHeader(Htmx.HEADER) == null
                && (destination == null || destination.equals("document"));
    }
}

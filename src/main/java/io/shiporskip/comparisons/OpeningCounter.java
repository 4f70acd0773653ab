package io.shiporskip.comparisons;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.Openings.Pair;
import io.shiporskip.shared.Htmx;
import io.shiporskip.visitors.Networks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Notes which comparisons readers really open: whole pages with two comparable tools, sent with status 200 to somebody who
 * asked for them. As an interceptor it sees what the page compares, as a filter outside of the ETags how the answer ended.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class OpeningCounter extends OncePerRequestFilter implements HandlerInterceptor, WebMvcConfigurer {

    private static final String PAIR = OpeningCounter.class.getName() + ".pair";
    private static final String FETCH_DESTINATION = "Sec-Fetch-Dest";
    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Moz", "X-Purpose");
    private static final Pattern AHEAD = Pattern.compile("(?i)prefetch|prerender|preview");
    /** What calls itself a machine; a Cubot is a telephone. It keeps the honest ones out; against others there is the limit of a network. */
    private static final Pattern MACHINE = Pattern
            .compile("(?i)(?<!cu)bot|crawl|spider|slurp|archive|preview|facebookexternal"
                    + "|headless|lighthouse|monitor|uptime|scan|curl|wget|python|java/|go-http|okhttp|libwww|ruby|perl|php|node"
                    + "|axios|http-?client|fetch");

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
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        String destination = request.getHeader(FETCH_DESTINATION);
        return request.getMethod().equals("GET") && request.getHeader(Htmx.HEADER) == null
                && agent != null && !agent.isBlank() && !MACHINE.matcher(agent).find()
                && (destination == null || destination.equals("document"))
                && PURPOSES.stream().map(request::getHeader)
                        .noneMatch(purpose -> purpose != null && AHEAD.matcher(purpose).find());
    }
}

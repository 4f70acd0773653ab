package io.shiporskip.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.io.IOException;

/**
 * What every answer of the desk has in common: nobody keeps it, no search engine lists it. And what goes wrong before a
 * controller is reached is answered as it would be there: sessions need the database, and a form is read for its token.
 */
@Configuration(proxyBeanMethods = false)
@Order(2)
class DeskAnswers implements WebMvcConfigurer, HandlerInterceptor {

    private static final String NO_STORE = "no-store";
    /** Seconds after which it is worth trying again; as for all other pages. */
    private static final String RETRY_AFTER = "5";

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> deskAnswerFilter() {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new AnswerFilter());
        filter.addUrlPatterns("/desk/*");
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk", "/desk/**").order(2);
    }

    /** After those that speak of public pages and of visitors. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        return true;
    }

    private static final class AnswerFilter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
            response.setHeader("X-Robots-Tag", "noindex");
            try {
                chain.doFilter(request, response);
            } catch (InvalidParameterException e) {
                response.sendError(e.getErrorCode());
            } catch (DataAccessException | TransactionException e) {
                if (response.isCommitted()) {
                    throw e;
                }
                logger.warn("The desk has no database: " + e.getMessage());
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            }
        }
    }
}

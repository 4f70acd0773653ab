package io.shiporskip.visitors;

import io.shiporskip.platform.CannotStart;
import io.shiporskip.platform.SafeMethods;
import io.shiporskip.platform.SecretFile;
import io.shiporskip.platform.SiteProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The seal of the cookies, and what a page for a visitor says to caches. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitorProperties.class)
@Order(1)
class VisitorConfiguration {

    private static final Logger log = LoggerFactory.getLogger(VisitorConfiguration.class);

    /** With no key set, one of this copy's own; several copies of the site need one that all of them know. */
    @Bean
    VisitorSeal visitorSeal(VisitorProperties visitors, SiteProperties site) {
        if (!visitors.keys().isEmpty()) {
            return new VisitorSeal(visitors.keys());
        }
        Path file = site.dataFolder().toAbsolutePath().normalize().resolve("visitor-key");
        try {
            VisitorSeal seal = new VisitorSeal(List.of(SecretFile.keptIn(file)));
            log.info("Visitors   cookies are sealed with the key in {}; several copies of the site need"
                    + " shiporskip.visitors.keys", site.dataFolder().resolve("visitor-key"));
            return seal;
        } catch (UncheckedIOException e) {
            throw new CannotStart("The key of the visitors' cookies can be neither read nor made in " + file
                    + "; choose a folder that this user may write with shiporskip.data-folder, or set"
                    + " shiporskip.visitors.keys.", e);
        }
    }

    @Bean
    WebMvcConfigurer pagesOfVisitors(Visitors visitors) {
        return new PagesOfVisitors(visitors);
    }

    /** What is shown to one visitor is kept by nobody but the visitor's browser. */
    @Order(1)
    private record PagesOfVisitors(Visitors visitors) implements WebMvcConfigurer, HandlerInterceptor {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this).order(1);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
                if (SafeMethods.reads(request) && visitors.known(request).isPresent()) {
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
                }
            }
            return true;
        }
    }
}

package io.shiporskip.platform;

import io.shiporskip.shared.Htmx;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import java.util.List;
import java.util.Optional;

/** How pages travel: what HTMX asked for, how long a response may be kept, and the error page below the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteProperties.class)
class WebConfiguration implements WebMvcConfigurer {

    /** A public page may be stored by anyone and is asked for anew each time; its ETag makes that cheap. */
    static final String PUBLIC_PAGE = String.valueOf(CacheControl.noCache().cachePublic().getHeaderValue());

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HtmxArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PublicPageHeaders());
        registry.addInterceptor(new TextGuard());
    }

    /** Weak tags, because Tomcat sends whatever bears a strong one uncompressed. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
        ShallowEtagHeaderFilter etags = new ShallowEtagHeaderFilter();
        etags.setWriteWeakETag(true);
        return new FilterRegistrationBean<>(etags);
    }

    /** What Tomcat turns away before the application sees it gets a page of ours as well. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> errorPageBelowTheApplication() {
        return factory -> factory.addContextCustomizers(context -> ((StandardHost) context.getParent())
                .setErrorReportValveClass(PlainErrorPage.class.getName()));
    }

    /** Tomcat would refuse TRACE above all filters and so without our headers; here {@link RequestGuard} refuses it. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> traceComesAsFarAsTheGuard() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
    }

    /** A form with files is read once: where it could not be, its error page must not try again. */
    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {

            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
            }
        };
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> stylesheetOfThePlainErrorPage(
            ObjectProvider<ResourceUrlProvider> addresses) {
        return _ -> addresses.ifAvailable(
                known -> Optional.ofNullable(known.getForLookupPath("/styles/site.css"))
                        .ifPresent(PlainErrorPage::linkTo));
    }

    /** {@code /tools/} leads to {@code /tools}. It comes after Spring Security, which refuses a double slash. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlashes() {
        return new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/**").redirect(HttpStatus.MOVED_PERMANENTLY).build());
    }

    private static final class HtmxArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Htmx.class;
        }

        @Override
        public Htmx resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
                NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
            return new Htmx("true".equals(request.getHeader(Htmx.HEADER)));
        }
    }

    /** Only what is read may be kept; an answer to anything else belongs to who asked, and to that moment. */
    private static final class PublicPageHeaders implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod method && !(method.getBean() instanceof ErrorPageController)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL,
                        SafeMethods.asksForPage(request) ? PUBLIC_PAGE : "no-store");
                response.addHeader(HttpHeaders.VARY, Htmx.HEADER);
            }
            return true;
        }

        @Override
        public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
                @Nullable ModelAndView page) {
            HttpStatusCode status = page == null ? null : page.getStatus();
            if (status != null && status.isError()) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        }
    }
}

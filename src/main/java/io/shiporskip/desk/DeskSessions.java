package io.shiporskip.desk;

import io.shiporskip.platform.SiteProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;

/**
 * Sessions, for the desk alone: they lie in the database, so that all copies of the site know them, and in a cookie that browsers
 * send to the desk alone. Public pages have neither.
 */
@Configuration(proxyBeanMethods = false)
class DeskSessions {

    /** A session ends so long after the last request. */
    static final Duration IDLE = Duration.ofHours(12);

    /** The name of its cookie. */
    static final String COOKIE = "desk";

    /** Inside of all guards, outside of Spring Security. */
    private static final int ORDER = SessionRepositoryFilter.DEFAULT_ORDER;

    @Bean
    JdbcIndexedSessionRepository deskSessionRepository(JdbcOperations jdbc, PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(jdbc, own);
        sessions.setTableName("desk_session");
        sessions.setDefaultMaxInactiveInterval(IDLE);
        sessions.setCleanupCron(Scheduled.CRON_DISABLED);
        return sessions;
    }

    /** Not a bean itself: Boot would put such a filter before every page. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> deskSessionFilter(JdbcIndexedSessionRepository sessions,
            SiteProperties site) {
        CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie(site));
        SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(ids);
        FilterRegistrationBean<SessionRepositoryFilter<?>> registered = new FilterRegistrationBean<>(filter);
        registered.addUrlPatterns("/desk/*");
        registered.setOrder(ORDER);
        return registered;
    }

    /** The cookie of a session; over https alone where readers reach the site so. */
    static CookieSerializer cookie(SiteProperties site) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath("/desk");
        // Lax and not Strict: a link to the desk in a mail leads in where one is signed in. Forms have tokens.
        cookie.setSameSite("Lax");
        if (site.baseUrl() != null && "https".equalsIgnoreCase(site.baseUrl().getScheme())) {
            cookie.setUseSecureCookie(true);
        }
        return cookie;
    }

    @Bean
    Sweeper deskSessionSweeper(JdbcIndexedSessionRepository sessions) {
        return new Sweeper(sessions);
    }

    /** Deletes the sessions that are over. */
    record Sweeper(JdbcIndexedSessionRepository sessions) {

        @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
        void sweep() {
            sessions.cleanUpExpiredSessions();
        }
    }
}

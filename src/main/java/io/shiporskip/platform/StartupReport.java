package io.shiporskip.platform;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/** Says, once the site answers, which database it uses and where it is. */
@Component
class StartupReport {

    private static final Logger log = LoggerFactory.getLogger(StartupReport.class);

    private final SiteProperties site;
    private final DataSource database;
    private final @Nullable EmbeddedDatabase embedded;

    StartupReport(SiteProperties site, DataSource database, ObjectProvider<EmbeddedDatabase> embedded) {
        this.site = site;
        this.database = database;
        this.embedded = embedded.getIfAvailable();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws SQLException {
        log.info("Database   {}", database());
        log.info("Ready      {} after {} s", address(event.getApplicationContext()),
                event.getTimeTaken() == null ? "?" : "%.1f".formatted(event.getTimeTaken().toMillis() / 1000.0));
    }

    private String database() throws SQLException {
        try (Connection connection = database.getConnection()) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            return embedded == null
                    ? "PostgreSQL %s at %s".formatted(version, withoutParameters(connection.getMetaData().getURL()))
                    : "PostgreSQL %s of its own, data kept in %s".formatted(version, site.dataFolder());
        }
    }

    private static String withoutParameters(String jdbcUrl) {
        return jdbcUrl.replaceFirst("[?].*", "").replaceFirst("^jdbc:postgresql:", "");
    }

    private String address(ApplicationContext context) {
        if (site.baseUrl() != null) {
            return site.baseUrl().toString();
        }
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? "http://localhost:" + web.getWebServer().getPort()
                : "without a web server";
    }
}

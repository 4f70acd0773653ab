package io.shiporskip.platform;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Migrations get connections of their own: a statement may take longer there than the pool of the pages allows. */
@Configuration(proxyBeanMethods = false)
class MigrationConnection {

    @Bean
    FlywayConfigurationCustomizer migrationsTakeTheirTime(ObjectProvider<JdbcConnectionDetails> connection,
            Environment environment) {
        return flyway -> {
            boolean namedByTheOperator = environment.containsProperty("spring.flyway.url")
                    || environment.containsProperty("spring.flyway.user");
            if (!namedByTheOperator) {
                connection.ifAvailable(details -> flyway.dataSource(details.getJdbcUrl(), details.getUsername(),
                        details.getPassword()));
            }
        };
    }
}

package io.shiporskip.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL for tests: one server for the whole run, in a container where Docker answers and embedded elsewhere, and a
 * database of its own for each application context. The log says which server it is.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final Logger log = LoggerFactory.getLogger(TestDatabase.class);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Where a server listens, and who may do everything on it. */
    public record Server(String host, int port, String user, String password) {

        /** The address of one of its databases. */
        public String url(String database) {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database;
        }

        /** Makes a new, empty database and gives its name. */
        public String newDatabase() {
            String name = "test_" + DATABASES.incrementAndGet();
            try (Connection connection = DriverManager.getConnection(url("postgres"), user, password);
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return name;
            } catch (SQLException e) {
                throw new IllegalStateException("no test database could be made", e);
            }
        }
    }

    private static final class OneServer {

        static final Server SERVER = start();

        private static Server start() {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
                container.start();
                log.info("Tests use PostgreSQL 18 in a container");
                return new Server(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        container.getUsername(), container.getPassword());
            }
            try {
                EmbeddedPostgres embedded = EmbeddedPostgres.builder().start();
                log.info("Tests use the embedded PostgreSQL, because no Docker answers");
                return new Server("localhost", embedded.getPort(), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The one server of this run; it is started when first asked for. */
    public static Server server() {
        return OneServer.SERVER;
    }

    @Bean
    JdbcConnectionDetails testDatabaseConnection() {
        Server server = server();
        String database = server.newDatabase();
        return new JdbcConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return server.url(database);
            }

            @Override
            public String getUsername() {
                return server.user();
            }

            @Override
            public String getPassword() {
                return server.password();
            }
        };
    }

    @Bean
    static StatementCounter statementCounter() {
        return new StatementCounter();
    }

    @Bean
    static BeanPostProcessor statementsAreCounted(StatementCounter counter) {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof javax.sql.DataSource source
                        ? ProxyDataSourceBuilder.create(source).afterQuery((execution, queries) -> queries
                                .forEach(query -> counter.count(query.getQuery()))).build()
                        : bean;
            }
        };
    }
}

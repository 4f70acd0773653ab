package io.shiporskip.newsletter;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;

import static org.awaitility.Awaitility.await;

/** A table that says nothing to anybody, so that statements end as those to a database that is away. */
final class HeldTable {

    private HeldTable() {}

    /** Holds a table from now on until something has come about. */
    static void until(JdbcConnectionDetails database, String table, Callable<Boolean> end) {
        try {
            Connection other = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(),
                    database.getPassword());
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("lock table " + table + " in access exclusive mode");
            }
            Thread.ofVirtual().start(() -> {
                try (other) {
                    await().atMost(Duration.ofSeconds(30)).until(end);
                    other.rollback();
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            });
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

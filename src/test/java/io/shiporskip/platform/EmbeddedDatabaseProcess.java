package io.shiporskip.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A site reduced to its database, in a process that a test can kill: it writes numbers and says which were acknowledged. */
final class EmbeddedDatabaseProcess {

    private EmbeddedDatabaseProcess() {}

    /**
     * Starts the database, says so, and writes until it is killed or its input ends; then it closes.
     *
     * @param arguments the data folder
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
                Connection connection = DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER,
                        database.password())) {
            int number = 1 + last(connection);
            System.out.println("ready");
            try (PreparedStatement insert = connection.prepareStatement("insert into written values (?)")) {
                while (System.in.available() == 0) {
                    insert.setInt(1, number);
                    insert.executeUpdate();
                    System.out.println(number++);
                }
            }
        }
    }

    /** The last number that the database holds, or 0. */
    static int last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists written (number integer primary key)");
            try (var result = statement.executeQuery("select coalesce(max(number), 0) from written")) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}

package io.shiporskip.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL that comes with the site: one server process over one data folder, used by one site at a time. What it
 * acknowledged survives the end of the site, however that end comes. A server that ends while the site goes on is started
 * again at the same place.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** The major version of the programs that are carried, and so of the data folder. */
    static final String MAJOR_VERSION = "18";

    static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    /** How long a server may take to come up, or to go. */
    static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What the processes of a killed server need to notice that it is gone, and to leave its memory. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int ANY_PORT = 0;

    private final DataFolder folder;
    private final String password;
    private final CountDownLatch closing = new CountDownLatch(1);
    private EmbeddedPostgres server;

    private EmbeddedDatabase(DataFolder folder, String password, EmbeddedPostgres server) {
        this.folder = folder;
        this.password = password;
        this.server = server;
    }

    /**
     * Starts the server over the folder, which is made when it does not exist yet.
     *
     * @throws CannotStart when the folder is in use, cannot be written or holds another version's data, or
     *             when the server does not come up; the message says what to do
     */
    static EmbeddedDatabase start(Path path) {
        DataFolder folder = DataFolder.take(path);
        try {
            folder.refuseOtherVersion();
            PostgresProcess.stopLeftover(folder.data());
            folder.setAsideIncomplete();
            String password = folder.password();
            folder.closePrograms();
            EmbeddedPostgres server = server(folder, password, ANY_PORT);
            try {
                folder.closePrograms();
                folder.complete();
            } catch (IOException e) {
                server.close();
                throw e;
            }
            EmbeddedDatabase database = new EmbeddedDatabase(folder, password, server);
            Thread.ofPlatform().daemon().name("embedded-postgres").start(database::keepRunning);
            return database;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e instanceof CannotStart failure ? failure
                    : new CannotStart("The PostgreSQL over " + folder + " does not start: "
                            + e.getMessage() + "; its own words are in " + folder.journal() + ".", e);
        }
    }

    synchronized String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    String password() {
        return password;
    }

    /** Stops the server after what it is doing, and leaves the folder to the next. */
    @Override
    public void close() {
        closing.countDown();
        stop();
    }

    private synchronized void stop() {
        try {
            if (PostgresProcess.over(folder.data()).isEmpty()) {
                log.warn("Database   its PostgreSQL had ended before; {} says why", folder.journal());
            }
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            folder.close();
        }
    }

    /** Waits for the server's end; where nobody asked for it, starts the server again over the same data and port. */
    private void keepRunning() {
        try {
            do {
                awaitEnd();
            } while (!closing.await(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS) && startAgainOrLater());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            PostgresProcess.over(folder.data()).ifPresent(process -> process.onExit().join());
        } catch (IOException e) {
            log.error("Database   its PostgreSQL cannot be watched at the moment: {}", e.getMessage());
        }
    }

    /** A server that does not come back at once, because it recovers for long, say, may the next time. */
    private boolean startAgainOrLater() {
        try {
            return startAgain();
        } catch (IOException | RuntimeException e) {
            log.error("Database   its PostgreSQL did not start again and is tried once more in a moment: {}",
                    e.getMessage());
            return true;
        }
    }

    private synchronized boolean startAgain() throws IOException {
        if (closing.getCount() == 0) {
            return false;
        }
        if (PostgresProcess.over(folder.data()).isPresent()) {
            return true;
        }
        log.warn("Database   its PostgreSQL has ended and is started again; {} says why", folder.journal());
        int port = server.getPort();
        server.close();
        server = server(folder, password, port);
        return true;
    }

    private static EmbeddedPostgres server(DataFolder folder, String password, int port) throws IOException {
        File journal = folder.journal().toFile();
        return EmbeddedPostgres.builder().setPort(port).setDataDirectory(folder.data()).setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.programs().toFile()).setRegisterShutdownHook(false)
                .setOutputRedirector(Redirect.appendTo(journal)).setErrorRedirector(Redirect.appendTo(journal))
                .setPGStartupWait(PATIENCE)
                // Nobody else on this machine gets in: a password, and no socket in a shared folder.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.passwordFile().toString())
                .setConnectConfig("password", password).setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // The library starts it for tests, with durability off; here it is kept.
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on").setServerConfig("max_connections", "100").start();
    }
}

package io.shiporskip.votes;

import io.shiporskip.testing.SiteProcess;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * Two copies of the site over one database: the first brings its own PostgreSQL, the second is pointed at it. Where the first
 * one is started again, its PostgreSQL listens at another port, so the second one is started again as well.
 */
final class TwoSites implements AutoCloseable {

    /** Both must open each other's cookies. */
    private static final String KEY = "a-key-for-the-tests-that-both-copies-know";

    private final Path folder;
    private final Path data;
    private final List<String> properties;
    private final Object change = new Object();
    private @Nullable SiteProcess first;
    private @Nullable SiteProcess second;
    private volatile List<URI> up = List.of();

    /** @param properties what both are told beside where their database is */
    TwoSites(Path folder, List<String> properties) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.properties = properties;
    }

    /** Starts both, and waits until they answer. */
    void start() throws IOException {
        long before = Files.exists(note()) ? serverId() : 0;
        SiteProcess one = start("first.log", List.of("--shiporskip.data-folder=" + data));
        first = one;
        // The note's last line says that the server takes connections; the second copy may start beside the first.
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> {
            List<String> lines = Files.readAllLines(note());
            return serverId() != before && lines.size() > 7 && lines.get(7).strip().equals("ready");
        });
        SiteProcess two = startSecond();
        up = List.of(one.awaitReady(), two.awaitReady());
        say();
    }

    private SiteProcess startSecond() throws IOException {
        SiteProcess two = start("second.log",
                List.of("--shiporskip.data-folder=" + folder.resolve("unused"), "--spring.datasource.url=" + url(),
                        "--spring.datasource.username=postgres", "--spring.datasource.password=" + password()));
        second = two;
        return two;
    }

    private SiteProcess start(String log, List<String> more) {
        List<String> arguments = new ArrayList<>(properties);
        arguments.addAll(more);
        arguments.add("--shiporskip.catalogue=");
        arguments.add("--shiporskip.visitors.keys=" + KEY);
        return SiteProcess.start(folder.resolve(log), arguments);
    }

    /** Kills both at once; their PostgreSQL lives on. Then both are started again. */
    void killBothAndStartAgain() throws IOException {
        require(first).kill();
        require(second).kill();
        up = List.of();
        start();
    }

    /** Kills the second one and starts it again; the first goes on. */
    void killSecondAndStartAgain() throws IOException {
        require(second).kill();
        up = up.subList(0, 1);
        URI again = startSecond().awaitReady();
        up = List.of(up.getFirst(), again);
        say();
    }

    /** Kills PostgreSQL's first process, and waits until the first site has brought it back. */
    void killPostgres() throws Exception {
        long killed = killServer();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> serverId() != killed && answers());
    }

    /** Kills PostgreSQL and both sites, and starts the sites again. */
    void killEverything() throws Exception {
        killServer();
        killBothAndStartAgain();
    }

    private long killServer() throws Exception {
        long id = serverId();
        ProcessHandle server = ProcessHandle.of(id).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(20, TimeUnit.SECONDS);
        return id;
    }

    private boolean answers() throws SQLException, IOException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        }
    }

    /** One of the copies that answer; where none does, waits a little for one. */
    Optional<URI> any(RandomGenerator random) throws InterruptedException {
        List<URI> now = up;
        if (now.isEmpty()) {
            synchronized (change) {
                if (up.isEmpty()) {
                    change.wait(100);
                }
                now = up;
            }
        }
        return now.isEmpty() ? Optional.empty() : Optional.of(now.get(random.nextInt(now.size())));
    }

    /** The addresses of both. */
    List<URI> both() {
        return up;
    }

    Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(url(), "postgres", password());
    }

    /** The first errors that the sites have logged, and their causes. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        for (String name : List.of("first.log", "second.log")) {
            try (Stream<String> lines = Files.lines(folder.resolve(name))) {
                lines.filter(line -> line.contains(" ERROR ") || line.startsWith("Caused by")
                        || line.contains("Exception: "))
                        .filter(line -> !line.contains("The database does not answer")).limit(40).forEach(errors::add);
            } catch (IOException e) {
                errors.add(name + " cannot be read: " + e);
            }
        }
        return errors;
    }

    private void say() {
        synchronized (change) {
            change.notifyAll();
        }
    }

    private String url() throws IOException {
        return "jdbc:postgresql://localhost:" + Files.readAllLines(note()).get(3).strip()
                + "/postgres?connectTimeout=5&socketTimeout=60";
    }

    private String password() throws IOException {
        return Files.readString(data.resolve("postgres-password"));
    }

    private long serverId() throws IOException {
        return Long.parseLong(Files.readAllLines(note()).getFirst().strip());
    }

    private Path note() {
        return data.resolve("postgres/postmaster.pid");
    }

    private static SiteProcess require(@Nullable SiteProcess site) {
        if (site == null) {
            throw new IllegalStateException("not started");
        }
        return site;
    }

    /** Ends both, and the PostgreSQL of the first if it is still there. */
    @Override
    public void close() throws IOException {
        up = List.of();
        if (second != null) {
            second.close();
        }
        if (first != null) {
            first.close();
        }
        if (Files.exists(note())) {
            ProcessHandle.of(serverId()).filter(left -> left.info().command().orElse("").contains("postgres"))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}

package io.shiporskip.platform;

import io.shiporskip.ShipOrSkip;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The site without its database, and with it again. The server here is the test's own, because it is taken away. */
class DatabaseAwayTests {

    private static final Duration PATIENCE_OF_A_READER = Duration.ofSeconds(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    java.nio.file.Path folder;

    @Test
    void whileTheDatabaseIsAwayReadersAreAskedToComeBackAndThenServedAgain() throws Exception {
        EmbeddedPostgres first = server(quietPort());
        int port = first.getPort();
        try (ConfigurableApplicationContext site = SpringApplication.run(ShipOrSkip.class, "--server.port=0",
                "--spring.datasource.url=" + first.getJdbcUrl("postgres", "postgres"))) {
            String base = "http://localhost:" + site.getEnvironment().getProperty("local.server.port");
            assertThat(get(base + "/tools").statusCode()).isEqualTo(200);

            first.close();
            HttpResponse<String> away = get(base + "/tools");
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).contains(DatabaseAway.RETRY_AFTER);
            assertThat(away.body()).contains("Our database does not answer").doesNotContain("Exception");
            assertThat(get(base + "/about").statusCode()).isEqualTo(200);
            HttpResponse<String> desk = get(base + "/desk", "Cookie",
                    "desk=MDA0MGM0ZmItMDg2Mi00MjI3LTg1ZjMtM2EyNzgzZTJiOWZl");
            assertThat(desk.statusCode()).as("who comes with a session").isEqualTo(503);
            assertThat(desk.headers().firstValue("Retry-After")).contains(DatabaseAway.RETRY_AFTER);
            assertThat(desk.body()).contains("Our database does not answer").doesNotContain("Exception");

            try (EmbeddedPostgres again = server(port)) {
                assertThat(again.getPort()).isEqualTo(port);
                assertThat(get(base + "/tools").statusCode()).isEqualTo(200);
            }
        } finally {
            first.close();
        }
    }

    @Test
    void aDatabaseThatHangsIsAwayAsWell() throws Exception {
        try (EmbeddedPostgres server = server(0);
                ConfigurableApplicationContext site = SpringApplication.run(ShipOrSkip.class, "--server.port=0",
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"))) {
            String base = "http://localhost:" + site.getEnvironment().getProperty("local.server.port");
            List<String> pages = List.of("/compare/aider-vs-devin", "/tools/devin");
            for (String page : pages) {
                assertThat(get(base + page).statusCode()).as(page).isEqualTo(200);
            }
            List<ProcessHandle> processes = processes();
            try {
                signal("STOP", processes);
                for (String page : pages) {
                    assertThat(get(base + page).statusCode()).as(page).isEqualTo(503);
                }
            } finally {
                signal("CONT", processes);
            }
            for (String page : pages) {
                assertThat(get(base + page).statusCode()).as(page).isEqualTo(200);
            }
        }
    }

    /** The server of this test's folder and its children. */
    private List<ProcessHandle> processes() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        String pids = processes.stream().map(process -> String.valueOf(process.pid())).collect(Collectors.joining(" "));
        assertThat(new ProcessBuilder("sh", "-c", "kill -" + name + " " + pids).start().waitFor()).isZero();
    }

    /** A port that no system gives away by itself, so that it is still free when the server comes back. */
    private static int quietPort() throws IOException {
        for (int port = 21_000 + ThreadLocalRandom.current().nextInt(8_000); port < 30_000; port++) {
            try (ServerSocket _ = new ServerSocket(port)) {
                return port;
            } catch (BindException _) {
                // Somebody listens there: the next one.
            }
        }
        throw new AssertionError("no free port");
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder().setPort(port).setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false).start();
    }

    private static HttpResponse<String> get(String address, String... headers)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE_OF_A_READER);
            return client.send(headers.length == 0 ? request.build() : request.headers(headers).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}

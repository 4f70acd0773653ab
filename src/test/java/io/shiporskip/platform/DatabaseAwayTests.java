package io.shiporskip.platform;

import io.shiporskip.ShipOrSkip;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** The site without its database, and with it again. The server here is the test's own, because it is taken away. */
class DatabaseAwayTests {

    private static final Duration PATIENCE_OF_A_READER = Duration.ofSeconds(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    java.nio.file.Path folder;

    @Test
    void whileTheDatabaseIsAwayReadersAreAskedToComeBackAndThenServedAgain() throws Exception {
        EmbeddedPostgres first = server(0);
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

            try (EmbeddedPostgres again = server(port)) {
                assertThat(again.getPort()).isEqualTo(port);
                assertThat(get(base + "/tools").statusCode()).isEqualTo(200);
            }
        } finally {
            first.close();
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder().setPort(port).setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false).start();
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE_OF_A_READER).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}

package io.shiporskip.search;

import io.shiporskip.testing.PageTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Copies of the site keep one index together. */
@PageTest
@DirtiesContext
@SuppressWarnings("NullAway.Init")
class IndexKeepersTests {

    @Autowired
    IndexKeeper keeper;
    @Autowired
    JdbcClient jdbc;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whateverHappensAtOnceTheIndexEndsAsTheCatalogueIs() throws Exception {
        List<Future<?>> work = IntStream.range(0, 2).<Future<?>>mapToObj(_ -> threads.submit(() -> {
            for (int i = 0; i < 60; i++) {
                keeper.catchUp();
            }
        })).toList();
        List<Future<?>> editors = IntStream.range(0, 2).<Future<?>>mapToObj(editor -> threads.submit(() -> {
            for (int i = 0; i < 60; i++) {
                jdbc.sql("update tool set name = :name where slug = :slug").param("name", "Round " + editor + " " + i)
                        .param("slug", editor == 0 ? "aider" : "devin").update();
            }
        })).toList();
        for (Future<?> done : editors) {
            done.get();
        }
        for (Future<?> done : work) {
            done.get();
        }
        keeper.catchUp();

        assertThat(jdbc.sql("select name from tool_index where slug in ('aider', 'devin') order by slug")
                .query(String.class).list()).containsExactly("round 0 59", "round 1 59");
        assertThat(jdbc.sql("select count(*) from index_due").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select sum(tools) from tool_count").query(Integer.class).single())
                .isEqualTo(jdbc.sql("select count(*) from tool_index").query(Integer.class).single());
    }
}

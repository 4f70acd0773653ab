package io.shiporskip.search;

import io.shiporskip.testing.PageTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
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
    @ExtendWith(OutputCaptureExtension.class)
    void oneToolThatCannotBeWrittenDoesNotStopTheOthersAndIsSaidOnce(CapturedOutput output) {
        jdbc.sql("""
                create function refuse_aider() returns trigger language plpgsql as
                $$ begin if new.slug = 'aider' then raise exception 'refused'; end if; return new; end $$
                """).update();
        jdbc.sql("create trigger refuse before insert or update on tool_index for each row"
                + " execute function refuse_aider()").update();
        List<String> before = names();
        try {
            jdbc.sql("update tool set name = 'Renamed ' || slug where slug in ('aider', 'devin')").update();
            keeper.catchUpQuietly();
            keeper.catchUpQuietly();

            assertThat(names()).containsExactly(before.getFirst(), "renamed devin");
            assertThat(output).containsOnlyOnce("bringing the index up to date failed");
        } finally {
            jdbc.sql("drop function refuse_aider() cascade").update();
        }
        keeper.catchUpQuietly();
        assertThat(names()).containsExactly("renamed aider", "renamed devin");
        assertThat(output).containsOnlyOnce("bringing the index up to date works again");
    }

    private List<String> names() {
        return jdbc.sql("select name from tool_index where slug in ('aider', 'devin') order by slug")
                .query(String.class).list();
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

        assertThat(names()).containsExactly("round 0 59", "round 1 59");
        assertThat(jdbc.sql("select count(*) from index_due").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select sum(tools) from tool_count").query(Integer.class).single())
                .isEqualTo(jdbc.sql("select count(*) from tool_index").query(Integer.class).single());
    }
}

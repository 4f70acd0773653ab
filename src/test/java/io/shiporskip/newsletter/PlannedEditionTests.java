package io.shiporskip.newsletter;

import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Editions that go out because somebody said so, with the scheduler at work. The desk is here for the sake of its context. */
@VisitorTest
@TestPropertySource(properties = { "db-scheduler.enabled=true", "db-scheduler.polling-interval=100ms" })
@SuppressWarnings("NullAway.Init")
class PlannedEditionTests {

    @Autowired
    Editions editions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void nothingHasGoneOut() {
        for (String table : new String[]{ "delivery", "edition", "edition_plan", "news" }) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("insert into news (tool_id) select id from tool where published_on is not null").update();
    }

    @Test
    void aPlannedEditionGoesOutAtItsMoment() {
        Instant cancelled = Instant.now().plusMillis(300);
        editions.plan(cancelled);
        editions.plan(Instant.now().plusMillis(600));

        await().atMost(Duration.ofSeconds(20)).until(() -> editions.has(1));

        await().atMost(Duration.ofSeconds(20)).until(() -> jdbc
                .sql("select count(*) from scheduled_tasks where task_name = ?").param(EditionPlan.TASK)
                .query(Integer.class).single() == 0);
        assertThat(editions.before(Integer.MAX_VALUE, 2)).hasSize(1);
        assertThat(editions.byNumber(1).orElseThrow().composedAt()).isAfter(cancelled);
        assertThat(editions.coming().planned()).isFalse();
    }

    @Test
    void whoeverSendsAtTheSameTimeSendsOneEdition() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(() -> {
                    try {
                        return editions.sendNow();
                    } catch (EditionRefused _) {
                        return 0;
                    }
                });
            }
            List<Integer> numbers = new ArrayList<>();
            for (Future<Integer> one : threads.invokeAll(all)) {
                numbers.add(one.get());
            }
            assertThat(numbers).containsExactlyInAnyOrder(1, 0, 0, 0);
        }
        assertThat(editions.before(Integer.MAX_VALUE, 2)).hasSize(1);
    }
}

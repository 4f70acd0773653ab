package io.shiporskip.newsletter;

import io.shiporskip.desk.Desk;
import io.shiporskip.desk.Role;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void nothingHasGoneOut() {
        for (String table : new String[]{ "delivery", "edition", "edition_plan", "edition_plan_dropped", "news" }) {
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
    void whatTheSiteItselfDoesStandsInTheAuditAndAtTheDesk() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.EDITOR);
        String before = lastAct();
        editions.sendNow(editions.coming().state());
        assertThat(lastAct()).as("an editor's act is the desk's to note").isEqualTo(before);
        jdbc.sql("insert into edition (state, first_day, last_day, composed_at) values ('EMPTY', :day, :day, now())")
                .param("day", LocalDate.now(ZoneOffset.UTC)).update();
        jdbc.sql("insert into news (tool_id) select id from tool where published_on is not null on conflict do nothing")
                .update();
        editions.plan(Instant.now().plusMillis(300));
        await().atMost(Duration.ofSeconds(20)).until(() -> editions.coming().dropped().isPresent());

        assertThat(lastAct()).contains(". The site dropped the plan of the coming edition")
                .contains("another edition had gone out that day");
        assertThat(anna.open("/desk/newsletter").text("[data-letter-dropped]")).startsWith("The edition planned for")
                .endsWith("was not sent: another edition had gone out that day.");

        editions.plan(Instant.now().plusSeconds(3600));
        assertThat(anna.open("/desk/newsletter").html().select("[data-letter-dropped]")).isEmpty();
        editions.cancelPlan();
        jdbc.sql("delete from edition").update();
        editions.plan(Instant.now().plusMillis(300));
        await().atMost(Duration.ofSeconds(20)).until(() -> editions.has(1));
        assertThat(lastAct()).endsWith(". The site sent edition 1 {\"at\": \"its planned time\"}");
    }

    private String lastAct() {
        return jdbc.sql("""
                select id || '. ' || who || ' ' || what || ' ' || about_label || ' ' || detail from audit order by id desc limit 1
                """).query(String.class).optional().orElse("");
    }

    @Test
    void whoeverSendsAtTheSameTimeSendsOneEdition() throws Exception {
        String seen = editions.coming().state();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(() -> {
                    try {
                        return editions.sendNow(seen);
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

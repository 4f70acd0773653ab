package io.shiporskip.newsletter;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.shiporskip.platform.NoObjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The moment that an editor has chosen for the coming edition. A task of db-scheduler waits for it, which one copy of the site
 * does; the row says whether that still holds, so a task whose plan was cancelled does nothing.
 */
@Component
class EditionPlan {

    static final String TASK = "newsletter-planned-edition";

    private final JdbcClient jdbc;
    private final SchedulerClient client;

    EditionPlan(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        // One of its own, so that plans are made where this copy of the site works nothing off.
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .serializer(new NoObjects()).build();
    }

    /**
     * What is planned.
     *
     * @param id of the task that waits for it
     * @param due when the edition goes out
     * @param standsFor the weekly moment whose place it takes
     */
    record Plan(UUID id, Instant due, Instant standsFor) {}

    Optional<Plan> pending() {
        return jdbc.sql("select id, due_at as due, stands_for from edition_plan").query(Plan.class).optional();
    }

    /** Plans the coming edition for this moment; a plan before it is void. In the caller's transaction. */
    void set(Instant due, Instant standsFor) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into edition_plan (id, due_at, stands_for) values (:id, :due, :standsFor)
                on conflict (only_one) do update
                   set id = excluded.id, due_at = excluded.due_at, stands_for = excluded.stands_for
                """).param("id", id).param("due", due.atOffset(ZoneOffset.UTC))
                .param("standsFor", standsFor.atOffset(ZoneOffset.UTC)).update();
        client.scheduleIfNotExists(new TaskInstance<>(TASK, id.toString()), due);
    }

    /** What came to nothing last; nothing where that was forgotten. */
    Optional<DroppedPlan> dropped() {
        return jdbc.sql("select due_at as due, why from edition_plan_dropped").query(DroppedPlan.class).optional();
    }

    void drop(DroppedPlan dropped) {
        jdbc.sql("""
                insert into edition_plan_dropped (due_at, why) values (:due, :why)
                on conflict (only_one) do update set due_at = excluded.due_at, why = excluded.why
                """).param("due", dropped.due().atOffset(ZoneOffset.UTC)).param("why", dropped.why().name()).update();
    }

    void forgetDropped() {
        jdbc.sql("delete from edition_plan_dropped").update();
    }

    /** Whether there was a plan. */
    boolean cancel() {
        return jdbc.sql("delete from edition_plan").update() > 0;
    }
}

package io.shiporskip.newsletter;

import io.shiporskip.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** Over committed rows: each step of forgetting has a commit of its own. */
@SpringBootTest(properties = "shiporskip.catalogue=")
@Import(TestDatabase.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class SubscriberPurgeTests {

    private static final int MANY = 10_200;

    @Autowired
    Subscribers subscribers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    @AfterEach
    void noRows() {
        EditionRows.clear(jdbc);
    }

    @Test
    void manyAreForgottenInStepsAndWhoeverIsInHandIsNotWaitedFor() {
        jdbc.sql("""
                insert into subscriber (address, state, signed_up_at, asked_at)
                select 'waits' || n || '@example.org', 'WAITING', now() - interval '4 days', now() - interval '4 days'
                  from generate_series(1, :many) n
                """).param("many", MANY).update();
        jdbc.sql("""
                insert into confirmation (subscriber_id, token_hash, expires_at)
                select id, sha256(id::text::bytea), now() - interval '1 day' from subscriber
                """).update();

        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select id from subscriber where address = 'waits7@example.org' for update").query().singleRow();
            // On another thread, and so over another connection.
            assertThat(CompletableFuture.supplyAsync(subscribers::purge).join()).isEqualTo(MANY - 1);
        });

        assertThat(jdbc.sql("select count(*) from confirmation").query(Integer.class).single()).isZero();
        assertThat(subscribers.purge()).isEqualTo(1);
    }
}

package io.shiporskip.panel;

import io.shiporskip.testing.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** When whole tables are added up again. What a transaction writes is counted when it ends, so none is rolled back here. */
@DatabaseTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
class ReckoningTests {

    @Autowired
    Reckoning reckoning;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    int times;

    @BeforeEach
    void aTable() {
        jdbc.sql("create table counted (number integer)").update();
    }

    @AfterEach
    void asItWas() {
        jdbc.sql("drop table counted").update();
        jdbc.sql("delete from reckoning where sum = 'test'").update();
    }

    @Test
    void whatHasNotChangedIsNotReckonedAgain() {
        keepUp();
        keepUp();
        assertThat(times).isEqualTo(1);

        write("insert into counted values (1)");
        keepUp();
        keepUp();
        assertThat(times).isEqualTo(2);

        write("update counted set number = 2");
        keepUp();
        write("delete from counted");
        keepUp();
        assertThat(times).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1 hour", "1 day" })
    void afterAnHourItIsReckonedAllTheSame(String ago) {
        keepUp();
        jdbc.sql("update reckoning set reckoned_at = now() - cast(:ago as interval) where sum = 'test'")
                .param("ago", ago).update();
        keepUp();

        assertThat(times).isEqualTo(2);
    }

    @Test
    void whatFailedIsReckonedTheNextTime() {
        reckoning.keepUp("test", List.of("counted"), () -> {
            throw new QueryTimeoutException("too slow");
        });
        keepUp();

        assertThat(times).isEqualTo(1);
    }

    @Test
    void ofTwoCopiesOneIsAtIt() {
        reckoning.keepUp("test", List.of("counted"), () -> {
            times++;
            CompletableFuture.runAsync(this::keepUp).join();
        });

        assertThat(times).isEqualTo(1);
    }

    private void keepUp() {
        reckoning.keepUp("test", List.of("counted"), () -> times++);
    }

    /** PostgreSQL passes on its counts within a second; here at once. */
    private void write(String statement) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql(statement).update();
            jdbc.sql("select pg_stat_force_next_flush()").query().singleRow();
        });
    }
}

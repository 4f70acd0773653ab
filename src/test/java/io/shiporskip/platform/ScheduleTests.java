package io.shiporskip.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.scheduling.annotation.Scheduled;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** What fails by the clock is said at the level that it deserves, once each time, and is done again. */
class ScheduleTests {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(Schedule.class);

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    static class Work {

        private final CountDownLatch times = new CountDownLatch(3);
        private final RuntimeException failure;

        Work(RuntimeException failure) {
            this.failure = failure;
        }

        @Scheduled(fixedDelay = 1)
        void fail() {
            times.countDown();
            throw failure;
        }
    }

    @BeforeEach
    void listen() {
        said.start();
        LOGGER.addAppender(said);
        LOGGER.setLevel(Level.DEBUG);
        LOGGER.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        LOGGER.detachAppender(said);
        LOGGER.setLevel(null);
        LOGGER.setAdditive(true);
    }

    @Test
    void aMissingDatabaseIsSaidInALineForWhoLooksForIt() {
        assertThat(run(new CannotGetJdbcConnectionException("away"))).allSatisfy(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.DEBUG);
            assertThat(event.getFormattedMessage()).isEqualTo("What was due waits for the database: away");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @Test
    void soIsAConnectionThatEndsInACommit() {
        assertThat(run(new UncategorizedSQLException("commit", null, new SQLException("gone", "08006"))))
                .allSatisfy(event -> assertThat(event.getLevel()).isEqualTo(Level.DEBUG));
    }

    @Test
    void anythingElseIsAnErrorWithItsReason() {
        for (RuntimeException failure : List.of(new DataIntegrityViolationException("twice"),
                new UncategorizedSQLException("commit", null, new SQLException("what", "XX000")),
                new IllegalStateException("a fault"))) {
            said.list.clear();
            assertThat(run(failure)).allSatisfy(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.ERROR);
                assertThat(event.getThrowableProxy().getClassName()).isEqualTo(failure.getClass().getName());
            });
        }
    }

    private List<ILoggingEvent> run(RuntimeException failure) {
        Work work = new Work(failure);
        new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
                .withUserConfiguration(Schedule.class).withBean(Work.class, () -> work).run(
                        context -> assertThat(work.times.await(10, TimeUnit.SECONDS)).isTrue());
        List<ILoggingEvent> events = List.copyOf(said.list);
        assertThat(events).hasSizeGreaterThanOrEqualTo(2);
        return events;
    }
}

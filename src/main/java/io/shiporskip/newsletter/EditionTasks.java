package io.shiporskip.newsletter;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Puts the edition together when its time has come, in one of the copies of the site. When none was running then, the first one
 * that starts does it.
 */
@Configuration(proxyBeanMethods = false)
class EditionTasks {

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(5);

    @Bean
    Task<Void> weeklyEdition(Editions editions, EditionProperties properties) {
        return Tasks.recurring("newsletter-edition", new Weekly(properties, editions))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE)).onDeadExecutionRevive()
                .execute((_, _) -> editions.compose());
    }

    @Bean
    Task<Void> plannedEdition(Editions editions) {
        return Tasks.custom(EditionPlan.TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE)).onDeadExecutionRevive()
                .execute((instance, _) -> {
                    editions.composePlanned(UUID.fromString(instance.getId()));
                    return (_, entry) -> entry.remove();
                });
    }

    /** Once a week, as the operator says; a change of that takes effect at the next start. What is overdue then is due at once. */
    record Weekly(EditionProperties properties, Editions editions) implements Schedule {

        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return editions.overdue() ? now : properties.nextAfter(now);
        }

        @Override
        public Instant getNextExecutionTime(ExecutionComplete done) {
            return properties.nextAfter(done.getTimeDone());
        }

        @Override
        public boolean isDeterministic() {
            return true;
        }
    }
}

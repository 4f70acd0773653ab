package io.shiporskip.desk.tools;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.util.UUID;

/** Publications at a set time, by whichever copy of the site runs then; while the database is away they wait for it. */
@Configuration(proxyBeanMethods = false)
class WritingTasks {

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    @Bean
    Task<Void> deskPublication(Writing writing) {
        return Tasks.oneTime(Writing.TASK).onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .onDeadExecutionRevive()
                .execute((publication, _) -> writing.publishDue(UUID.fromString(publication.getId().split("/", 2)[0])));
    }
}

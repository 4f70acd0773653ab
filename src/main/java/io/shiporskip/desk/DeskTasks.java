package io.shiporskip.desk;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.util.UUID;

/** The mails of the desk as work that outlives a process and is tried again, for some hours, while no mail server answers. */
@Configuration(proxyBeanMethods = false)
class DeskTasks {

    private static final int MOST_TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    @Bean
    Task<Void> deskInvitation(DeskMail mail) {
        return Tasks.oneTime(Invitations.TASK).onFailure(pausingLonger()).onDeadExecutionRevive()
                .execute((invitation, _) -> mail.invitation(UUID.fromString(invitation.getId().split("/", 2)[0])));
    }

    @Bean
    Task<Void> deskReset(DeskMail mail) {
        // A try after a failure is of the same request, so the hour that it began does not stop it.
        return Tasks.oneTime(Resets.TASK).onFailure(pausingLonger()).onDeadExecutionRevive()
                .execute((address, context) -> mail.reset(address.getId(),
                        context.getExecution().consecutiveFailures > 0));
    }

    private static MaxRetriesFailureHandler<Void> pausingLonger() {
        return new MaxRetriesFailureHandler<>(MOST_TRIES, new ExponentialBackoffFailureHandler<>(FIRST_PAUSE, 2));
    }
}

package io.shiporskip.newsletter;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The work in the background that subscribers bring: their confirmation mails, and forgetting in time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignUpProperties.class)
class SubscriberTasks {

    @Bean
    Task<Void> confirmationTask(ConfirmationMailing mailing) {
        return Tasks.custom(ConfirmationQueue.TASK, Void.class).execute((instance, _) -> {
            Optional<Duration> pause = mailing.send(UUID.fromString(instance.getId()));
            return (done, entry) -> pause.ifPresentOrElse(
                    length -> entry.reschedule(done, done.getTimeDone().plus(length)), entry::remove);
        });
    }

    @Bean
    Task<Void> purgeTask(Subscribers subscribers) {
        return Tasks.recurring("newsletter-purge", FixedDelay.ofHours(1)).execute((_, _) -> subscribers.purge());
    }
}

package io.shiporskip.newsletter;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.time.Instant;

/** The lanes as work that all copies of the site share: each lane runs in one of them, and in another one when that one dies. */
@Configuration(proxyBeanMethods = false)
class SendingTasks {

    static final TaskDescriptor<Void> LANE = TaskDescriptor.of("newsletter-lane");

    private static final int THREADS_FOR_OTHERS = 2;
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    @Bean
    Task<Void> laneTask(LaneWork work, SendingProperties sending, @Value("${db-scheduler.threads:10}") int threads) {
        leaveThreads(sending.lanes(), threads);
        return Tasks.custom(LANE).onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .onDeadExecutionRevive().execute((lane, context) -> {
                    if (Integer.parseInt(lane.getId()) > sending.lanes()) {
                        work.end(lane.getId());
                        return (_, entry) -> entry.remove();
                    }
                    Duration pause = work.run(lane.getId(), context.getSchedulerState()::isShuttingDown);
                    return (done, entry) -> entry.reschedule(done, done.getTimeDone().plus(pause));
                });
    }

    /** @throws IllegalArgumentException when lanes would keep confirmation mails and the composing of editions waiting */
    static void leaveThreads(int lanes, int threads) {
        if (lanes > threads - THREADS_FOR_OTHERS) {
            throw new IllegalArgumentException(("shiporskip.newsletter.sending.lanes is %d, and of the %d threads of "
                    + "db-scheduler.threads the lanes may take %d: two are for confirmation mails and the other work")
                    .formatted(lanes, threads, threads - THREADS_FOR_OTHERS));
        }
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> lanesBegin(ObjectProvider<Scheduler> scheduler,
            SendingProperties sending) {
        return _ -> scheduler.ifAvailable(ready -> {
            for (int lane = 1; lane <= sending.lanes(); lane++) {
                ready.scheduleIfNotExists(LANE.instance(String.valueOf(lane)).scheduledTo(Instant.now()));
            }
        });
    }
}

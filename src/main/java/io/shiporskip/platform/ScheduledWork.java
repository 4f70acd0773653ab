package io.shiporskip.platform;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Optional;

/**
 * Work that outlives a process, in the table of db-scheduler. What there is to do stands in tables of ours, and a task bears an
 * id at most; see {@link NoObjects}.
 */
@Configuration(proxyBeanMethods = false)
class ScheduledWork {

    @Bean
    DbSchedulerCustomizer tasksWithoutObjects() {
        return new DbSchedulerCustomizer() {

            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new NoObjects());
            }
        };
    }
}

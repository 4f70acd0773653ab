package io.shiporskip.platform;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Optional;

/**
 * Work that outlives a process, in the table of db-scheduler. What there is to do stands in tables of ours, and a task bears an
 * id at most: objects that were serialised by one version of the site could not be read by another, and must not be read at all
 * from a table that somebody else may have written to.
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

    private static final class NoObjects implements Serializer {

        @Override
        public byte @Nullable [] serialize(@Nullable Object data) {
            if (data != null) {
                throw new IllegalArgumentException("a task bears an id and no object");
            }
            return null;
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
            if (data != null) {
                throw new IllegalStateException("a task bears an id and no object");
            }
            return null;
        }
    }
}

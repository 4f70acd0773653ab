package io.shiporskip.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the site does by the clock: such work fails on its own, and is done again when its time comes. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Schedule {

    private static final Logger log = LoggerFactory.getLogger(Schedule.class);

    @Bean
    ThreadPoolTaskSchedulerCustomizer failuresAreSaidOnce() {
        return scheduler -> scheduler.setErrorHandler(Schedule::failed);
    }

    /** While the database is away the pages say so; what else fails is a fault of the site. */
    private static void failed(Throwable failure) {
        if (DatabaseAway.isMeantBy(failure)) {
            log.debug("What was due waits for the database: {}", failure.getMessage());
        } else {
            log.error("What was due failed", failure);
        }
    }
}

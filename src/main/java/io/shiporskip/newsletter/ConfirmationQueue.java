package io.shiporskip.newsletter;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.shiporskip.platform.NoObjects;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The confirmation mails that are to be sent. An entry is the subscriber's number alone, and is made in the transaction that
 * stores the subscriber: there is never one without the other.
 */
@Component
class ConfirmationQueue {

    static final String TASK = "newsletter-confirmation";

    private final SchedulerClient client;

    ConfirmationQueue(DataSource database) {
        // One of its own, so that entries are made where this copy of the site works nothing off.
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .serializer(new NoObjects()).build();
    }

    /** Adds the mail for a subscriber, where it is not there already. */
    void add(UUID subscriber) {
        client.scheduleIfNotExists(new TaskInstance<>(TASK, subscriber.toString()), Instant.now());
    }
}

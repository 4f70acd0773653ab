package io.shiporskip.newsletter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** Who gets the weekly e-mail. */
@Component
public class Subscribers {

    private final JdbcClient jdbc;

    Subscribers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that the mail server of a subscriber's address refused it for good: no further mail goes there. */
    @Transactional
    public void refusedForGood(UUID subscriber) {
        jdbc.sql("update subscriber set state = 'LEFT', left_at = now() where id = :id and state = 'CONFIRMED'")
                .param("id", subscriber).update();
        jdbc.sql("""
                update delivery set state = 'DROPPED', changed_at = now()
                 where subscriber_id = :id and state = 'WAITING'
                """).param("id", subscriber).update();
    }
}

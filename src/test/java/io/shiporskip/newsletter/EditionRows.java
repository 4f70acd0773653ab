package io.shiporskip.newsletter;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/** Rows of editions and subscribers, written past the code that will usually write them. */
final class EditionRows {

    private EditionRows() {}

    /** A composed edition of a tool; every subscriber so far is to get it. */
    static UUID composed(JdbcClient jdbc, int number) {
        return jdbc.sql("""
                insert into edition (state, number, first_day, last_day, content, composed_at)
                values ('COMPOSED', :number, date '2026-01-01' + :number, date '2026-01-01' + :number,
                        '{"verdicts": [{"path": "/tools/devin", "name": "Devin", "byline": "Coding agent by Cognition",
                                        "tagline": "Works on tickets", "outcome": "ship",
                                        "verdict": "Ship · 3 ship / 1 skip", "score": "80, from 76 to 84",
                                        "news": "New here", "voices": []}], "more": 0}'::jsonb,
                        now())
                returning id
                """).param("number", number).query(UUID.class).single();
    }

    /** Subscribers who confirmed yesterday: reader1@example.org, reader2@example.org, ... */
    static void confirmed(JdbcClient jdbc, int from, int to) {
        jdbc.sql("""
                insert into subscriber (address, state, signed_up_at, asked_at, confirmed_at)
                select 'reader' || n || '@example.org', 'CONFIRMED', now() - interval '2 days',
                       now() - interval '2 days', now() - interval '1 day'
                  from generate_series(:from, :to) n
                """).param("from", from).param("to", to).update();
    }

    /** Ends the weekly e-mail for a subscriber as {@link Subscribers} does, in the caller's transaction. */
    static void leave(JdbcClient jdbc, UUID subscriber) {
        jdbc.sql("update subscriber set state = 'LEFT', left_at = now() where id = :id").param("id", subscriber)
                .update();
        jdbc.sql(
                "update delivery set state = 'DROPPED', changed_at = now() where subscriber_id = :id and state = 'WAITING'")
                .param("id", subscriber).update();
    }

    /** Removes all editions and subscribers. */
    static void clear(JdbcClient jdbc) {
        for (String table : new String[]{ "delivery", "sending_lane", "edition", "confirmation", "subscriber",
            "suppression" }) {
            jdbc.sql("delete from " + table).update();
        }
    }
}

package io.shiporskip.newsletter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads how far editions are. */
@Component
class EditionProgressQuery {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Deliveries deliveries;

    EditionProgressQuery(JdbcClient jdbc, JsonMapper json, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.json = json;
        this.deliveries = deliveries;
    }

    Optional<EditionProgress> byNumber(int number) {
        return jdbc.sql("""
                select id, number, first_day, last_day, content::text as content, state, composed_at, sent_at
                  from edition where number = :number
                """).param("number", number).query((row, _) -> {
            UUID id = row.getObject("id", UUID.class);
            OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
            return new EditionProgress(id, number, week(row), headline(row), row.getString("state"), composedAt(row),
                    sent == null ? null : sent.toInstant(), deliveries.counts(id));
        }).optional();
    }

    /** The editions before a number, the latest first. An ended one costs no count of its deliveries. */
    List<EditionLine> before(int number, int limit) {
        return jdbc.sql("""
                select number, first_day, last_day, content::text as content, state, composed_at,
                       coalesce(case when state = 'SENT' then sent_to end,
                           (select count(*) from delivery d where d.edition_id = e.id and d.state = 'SENT')) as sent,
                       (select count(*) from delivery d where d.edition_id = e.id and d.state = 'REFUSED') as refused,
                       (select count(*) from delivery d where d.edition_id = e.id and d.state = 'GIVEN_UP') as given_up,
                       (select count(*) from delivery d where d.edition_id = e.id and d.state = 'UNKNOWN') as unknown
                  from edition e where number < :number order by number desc limit :limit
                """).param("number", number).param("limit", limit)
                .query((row, _) -> new EditionLine(row.getInt("number"), week(row), headline(row),
                        row.getString("state"),
                        composedAt(row), row.getLong("sent"), row.getLong("refused") + row.getLong("given_up"),
                        row.getLong("unknown")))
                .list();
    }

    private static Week week(ResultSet row) throws SQLException {
        return new Week(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class));
    }

    private String headline(ResultSet row) throws SQLException {
        return json.readValue(row.getString("content"), EditionContent.class).headline();
    }

    private static Instant composedAt(ResultSet row) throws SQLException {
        return row.getObject("composed_at", OffsetDateTime.class).toInstant();
    }
}

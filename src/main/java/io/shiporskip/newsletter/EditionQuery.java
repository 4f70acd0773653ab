package io.shiporskip.newsletter;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The editions in the database. */
@Component
class EditionQuery {

    private static final String COMPOSED = """
            select id, number, first_day, last_day, introduction, content::text as content, composed_at
              from edition where number is not null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EditionQuery(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<EditionView> byId(UUID id) {
        return jdbc.sql(COMPOSED + " and id = :id").param("id", id).query(this::edition).optional();
    }

    Optional<EditionView> byNumber(int number) {
        return jdbc.sql(COMPOSED + " and number = :number").param("number", number).query(this::edition).optional();
    }

    boolean has(int number) {
        return jdbc.sql("select exists (select from edition where number = :number)").param("number", number)
                .query(Boolean.class).single();
    }

    /** The last ones before a number, the latest first. */
    List<EditionView> before(int number, int limit) {
        return jdbc.sql(COMPOSED + " and number < :number order by number desc limit :limit").param("number", number)
                .param("limit", limit).query(this::edition).list();
    }

    /** The last day that an edition covers, an empty one included. */
    @Nullable
    LocalDate lastDayCovered() {
        return jdbc.sql("select max(last_day) from edition where state <> 'DRAFT'").query(LocalDate.class).optional()
                .orElse(null);
    }

    /** Whoever puts an edition together or plans one waits here for whoever else does, until the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('newsletter edition', 0))").query((_, _) -> 0).single();
    }

    /** The last weekly moment of which an edition took the place; nothing where none did. */
    @Nullable
    Instant standsFor() {
        return jdbc.sql("select max(stands_for) from edition").query(OffsetDateTime.class).optional()
                .map(OffsetDateTime::toInstant).orElse(null);
    }

    /** Notes that an edition took the place of the one of a weekly moment. */
    void standFor(UUID edition, Instant moment) {
        jdbc.sql("update edition set stands_for = :moment where id = :id")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("id", edition).update();
    }

    /** The number of the next edition. */
    int nextNumber() {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from edition").query(Integer.class).single();
    }

    /** What is written above the coming edition. */
    Editions.Draft draft() {
        return jdbc.sql("""
                select introduction, id || '.' || version as basis from edition where state = 'DRAFT'
                """).query(Editions.Draft.class).optional().orElse(Editions.Draft.NONE);
    }

    /** Writes above the coming edition, of which the days may still change. Its version is that of the introduction. */
    void write(String introduction, Week week) {
        jdbc.sql("""
                insert into edition (state, first_day, last_day, introduction)
                values ('DRAFT', :first, :last, :introduction)
                on conflict ((true)) where state = 'DRAFT' do update
                   set introduction = excluded.introduction, first_day = excluded.first_day,
                       last_day = excluded.last_day,
                       version = edition.version + (edition.introduction <> excluded.introduction)::int
                """).param("first", week.first()).param("last", week.last()).param("introduction", introduction)
                .update();
    }

    /** Turns the coming edition into one that says this, with the next number. */
    UUID compose(Week week, EditionContent content, Instant now) {
        write(draft().introduction(), week);
        return jdbc.sql("""
                update edition
                   set state = 'COMPOSED', number = (select coalesce(max(number), 0) + 1 from edition),
                       content = cast(:content as jsonb), composed_at = :now, version = version + 1
                 where state = 'DRAFT'
                returning id
                """).param("content", json.writeValueAsString(content)).param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class).single();
    }

    /** Notes that these days had nothing to say. What is written above the coming edition is moved away from them first. */
    void noteEmpty(Week week, Instant now) {
        jdbc.sql("update edition set first_day = :day, last_day = :day where state = 'DRAFT'")
                .param("day", week.last().plusDays(1)).update();
        jdbc.sql("""
                insert into edition (state, first_day, last_day, composed_at) values ('EMPTY', :first, :last, :now)
                """).param("first", week.first()).param("last", week.last()).param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private EditionView edition(ResultSet row, int number) throws SQLException {
        return new EditionView(row.getObject("id", UUID.class), row.getInt("number"),
                new Week(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getString("introduction"), json.readValue(row.getString("content"), EditionContent.class),
                row.getTimestamp("composed_at").toInstant());
    }
}

package io.shiporskip.editorial;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of drafts. */
@Component
class DraftRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A draft, its takes aside. */
    record DraftRow(UUID id, @Nullable UUID toolId, int begunFrom, int basedOn, Saved<SheetForm> sheet,
            Manuscript.@Nullable Schedule schedule, @Nullable String failure) {}

    /** A part as it was saved last. */
    record Saved<F>(F form, int version, Part.@Nullable Change change, @Nullable UUID writer,
            long turn) {}

    /** The draft with this id or of the tool with this id. */
    Optional<DraftRow> find(UUID id) {
        return read(id, "");
    }

    /** As {@link #find}; nobody else changes it until the end of the transaction. */
    Optional<DraftRow> lock(UUID id) {
        return read(id, " for update");
    }

    private Optional<DraftRow> read(UUID id, String locking) {
        return jdbc.sql("select * from draft where id = :id or tool_id = :id" + locking).param("id", id)
                .query((row, _) -> new DraftRow(row.getObject("id", UUID.class), row.getObject("tool_id", UUID.class),
                        row.getInt("begun_from"), row.getInt("based_on"), saved(row, SheetForm.class), schedule(row),
                        row.getString("failure")))
                .optional();
    }

    /** What was saved of its takes, by reviewer. */
    Map<String, Saved<TakeForm>> takes(UUID draft) {
        Map<String, Saved<TakeForm>> takes = new HashMap<>();
        jdbc.sql("select * from draft_take where draft_id = :draft").param("draft", draft)
                .query((ResultSet row) -> {
                    takes.put(row.getString("reviewer"), saved(row, TakeForm.class));
                });
        return takes;
    }

    /** Begins a draft unless there is one. */
    void begin(UUID id, @Nullable UUID tool, int revision, SheetForm sheet) {
        jdbc.sql("""
                insert into draft (id, tool_id, begun_from, based_on, version, fields)
                values (:id, :tool, :revision, :revision, 0, cast(:fields as jsonb))
                on conflict do nothing
                """).param("id", id).param("tool", tool).param("revision", revision)
                .param("fields", JSON.writeValueAsString(sheet)).update();
    }

    void saveSheet(UUID draft, SheetForm sheet, Author by, Turn turn) {
        jdbc.sql("""
                update draft
                   set version = version + 1, fields = cast(:fields as jsonb), changed_by_id = :byId, changed_by = :by,
                       changed_at = clock_timestamp(), writer = :writer, turn = :turn, failure = null
                 where id = :draft
                """).param("fields", JSON.writeValueAsString(sheet)).param("byId", by.id()).param("by", by.name())
                .param("writer", turn.writer()).param("turn", turn.number()).param("draft", draft).update();
    }

    void saveTake(UUID draft, String reviewer, TakeForm take, Author by, Turn turn) {
        jdbc.sql("""
                insert into draft_take (draft_id, reviewer, version, fields, changed_by_id, changed_by, changed_at, writer,
                                        turn)
                values (:draft, :reviewer, 1, cast(:fields as jsonb), :byId, :by, clock_timestamp(), :writer, :turn)
                on conflict (draft_id, reviewer) do update
                   set version = draft_take.version + 1, fields = excluded.fields, changed_by_id = excluded.changed_by_id,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at, writer = excluded.writer,
                       turn = excluded.turn
                """).param("draft", draft).param("reviewer", reviewer).param("fields", JSON.writeValueAsString(take))
                .param("byId", by.id()).param("by", by.name()).param("writer", turn.writer())
                .param("turn", turn.number()).update();
        // The list of drafts is in the order of what was changed last.
        jdbc.sql("update draft set changed_at = clock_timestamp(), failure = null where id = :draft")
                .param("draft", draft).update();
    }

    /** The tool has a later revision that the draft need not be compared with. */
    void rebase(UUID draft, int revision) {
        jdbc.sql("update draft set based_on = :revision where id = :draft").param("revision", revision)
                .param("draft", draft).update();
    }

    void schedule(UUID draft, Instant at, Reason reason) {
        jdbc.sql("""
                update draft
                   set publish_at = :at, publish_reason = :reason, publish_correction = :correction,
                       scheduled_by_id = :byId, scheduled_by = :by, failure = null
                 where id = :draft
                """).param("at", Timestamp.from(at)).param("reason", reason.text())
                .param("correction", reason.correction()).param("byId", reason.by().id())
                .param("by", reason.by().name()).param("draft", draft).update();
    }

    /** Takes back the schedule, and notes why where it failed. */
    void unschedule(UUID draft, @Nullable String failure) {
        jdbc.sql("""
                update draft
                   set publish_at = null, publish_reason = null, publish_correction = false, scheduled_by_id = null,
                       scheduled_by = null, failure = :failure
                 where id = :draft
                """).param("failure", failure).param("draft", draft).update();
    }

    void delete(UUID draft) {
        jdbc.sql("delete from draft where id = :draft").param("draft", draft).update();
    }

    private static <F> Saved<F> saved(ResultSet row, Class<F> type) throws SQLException {
        String by = row.getString("changed_by");
        return new Saved<>(JSON.readValue(row.getString("fields"), type), row.getInt("version"),
                by == null ? null : new Part.Change(by, row.getTimestamp("changed_at").toInstant()),
                row.getObject("writer", UUID.class), row.getLong("turn"));
    }

    private static Manuscript.@Nullable Schedule schedule(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("publish_at");
        return at == null ? null : new Manuscript.Schedule(at.toInstant(),
                new Reason(new Author(row.getObject("scheduled_by_id", UUID.class), row.getString("scheduled_by")),
                        row.getString("publish_reason"), row.getBoolean("publish_correction")));
    }
}

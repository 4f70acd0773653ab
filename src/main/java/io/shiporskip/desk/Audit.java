package io.shiporskip.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/** Writes down what is done at the desk, and gives it to read. Rows are never changed: the database itself refuses that. */
@Component
public class Audit {

    /** How many rows stand on a page. */
    static final int PAGE = 50;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What an act was about.
     *
     * @param kind such as account
     * @param id what tells it from others of its kind
     * @param label how people call it, as it was then
     */
    public record About(String kind, String id, String label) {}

    /**
     * Writes down an act, in the transaction of the act itself: without the row there is no act.
     *
     * @param who did it; nobody where the site itself did
     * @param what in the past tense, such as "disabled"
     * @param about what it was done to
     * @param reason why, in the words of who did it; may be empty
     * @param detail what else one will want to know, by name
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(@Nullable Editor who, String what, About about, String reason, Map<String, String> detail) {
        jdbc.sql("""
                insert into audit (who_id, who, what, about_kind, about_id, about_label, reason, detail)
                values (:whoId, :who, :what, :kind, :id, :label, :reason, cast(:detail as jsonb))
                """).param("whoId", who == null ? null : who.id()).param("who", who == null ? "The site" : who.name())
                .param("what", what).param("kind", about.kind()).param("id", about.id()).param("label", about.label())
                .param("reason", reason).param("detail", JSON.writeValueAsString(detail)).update();
    }

    /** The rows before one, the newest first; one more than {@link #PAGE} where there are more. */
    List<AuditView.Row> before(long id) {
        return jdbc.sql("""
                select id, at, who, what, about_kind, about_label, reason,
                       (select coalesce(string_agg(d.key || ': ' || d.value, ', ' order by d.key), '')
                          from jsonb_each_text(detail) d) as detail
                  from audit
                 where id < :before
                 order by id desc
                 limit :size
                """).param("before", id).param("size", PAGE + 1)
                .query((row, _) -> new AuditView.Row(row.getLong("id"), row.getTimestamp("at").toInstant(),
                        row.getString("who"), row.getString("what"), row.getString("about_kind"),
                        row.getString("about_label"), row.getString("reason"), row.getString("detail")))
                .list();
    }
}

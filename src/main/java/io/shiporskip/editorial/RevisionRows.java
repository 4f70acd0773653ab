package io.shiporskip.editorial;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Writes revisions. The database refuses to change or delete one. */
@Component
class RevisionRows {

    private final JdbcClient jdbc;

    RevisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the next revision of a tool, in the caller's transaction, which has the tool locked.
     *
     * @param before what was said before; nothing for the first
     */
    void add(UUID tool, int number, Act act, @Nullable Dossier before, Dossier dossier, Reason reason) {
        jdbc.sql("""
                insert into revision (tool_id, number, who_id, who, act, reason, correction, panel_changed, content)
                values (:tool, :number, :whoId, :who, :act, :reason, :correction, :panelChanged, cast(:content as jsonb))
                """).param("tool", tool).param("number", number).param("whoId", reason.by().id())
                .param("who", reason.by().name()).param("act", act.name()).param("reason", reason.text())
                .param("correction", reason.correction())
                .param("panelChanged", before == null || !Given.in(before).equals(Given.in(dossier)))
                .param("content", DossierJson.write(dossier)).update();
    }
}

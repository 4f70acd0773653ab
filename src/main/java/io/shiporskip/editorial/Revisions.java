package io.shiporskip.editorial;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The states of tools that readers have seen. */
@Component
public class Revisions {

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The revisions of a tool before a number, the latest first.
     *
     * @param before {@link Integer#MAX_VALUE} for the latest
     * @param limit so many at most
     */
    public List<RevisionView> of(UUID tool, int before, int limit) {
        return jdbc.sql("""
                select number, at, who, act, reason, correction from revision
                 where tool_id = :tool and number < :before order by number desc limit :limit
                """).param("tool", tool).param("before", before).param("limit", limit).query(Revisions::view).list();
    }

    /** One revision of a tool. */
    public Optional<Revision> one(UUID tool, int number) {
        return jdbc.sql("""
                select number, at, who, act, reason, correction, content from revision
                 where tool_id = :tool and number = :number
                """).param("tool", tool).param("number", number)
                .query((row, line) -> new Revision(view(row, line), DossierJson.read(row.getString("content"))))
                .optional();
    }

    private static RevisionView view(ResultSet row, int line) throws SQLException {
        return new RevisionView(row.getInt("number"), row.getTimestamp("at").toInstant(), row.getString("who"),
                Act.valueOf(row.getString("act")), row.getString("reason"), row.getBoolean("correction"));
    }
}

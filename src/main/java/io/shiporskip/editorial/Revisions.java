package io.shiporskip.editorial;

import io.shiporskip.panel.Panel;
import io.shiporskip.panel.ReviewerView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The states of tools that readers have seen. */
@Component
public class Revisions {

    private final JdbcClient jdbc;
    private final Panel panel;

    Revisions(JdbcClient jdbc, Panel panel) {
        this.jdbc = jdbc;
        this.panel = panel;
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

    /**
     * How the verdicts and scores of a tool changed, the latest first. What its first revision said is no change.
     *
     * @param limit so many at most
     */
    public List<PanelChange> panelChanges(UUID tool, int limit) {
        // What the panel gave before is what the panel's own change before that said.
        return jdbc.sql("""
                with turned as (
                    select number, at, act, reason, correction,
                           (select coalesce(jsonb_agg(jsonb_build_object('reviewer', t -> 'reviewer', 'verdict', t -> 'verdict',
                                                                         'score', t -> 'score') order by t ->> 'reviewer'), '[]')
                              from jsonb_array_elements(content -> 'takes') t) as given
                      from revision where tool_id = :tool and panel_changed
                     order by number desc limit :limit + 1)
                select *, lag(given) over (order by number) as before from turned order by number desc limit :limit
                """).param("tool", tool).param("limit", limit)
                .query((row, _) -> row.getString("before") == null ? Optional.<PanelChange>empty()
                        : Optional.of(new PanelChange(row.getTimestamp("at").toInstant(), row.getString("reason"),
                                row.getBoolean("correction"), DossierJson.given(row.getString("before")),
                                DossierJson.given(row.getString("given")))))
                .list().stream().flatMap(Optional::stream).toList();
    }

    /**
     * The corrections before one, the latest first: of tools that readers have seen on some day. Of one whose day lies ahead nothing
     * is told before it. One that was withdrawn or merged stays with its name and its reason, because what was wrong about it was
     * public; it only has no page to lead to.
     *
     * @param before {@link Long#MAX_VALUE} for the latest
     * @param limit so many at most
     */
    public List<Correction> corrections(long before, int limit) {
        record Row(long id, Instant at, String reason, @Nullable String slug, Dossier old, Dossier now) {}
        List<Row> rows = jdbc.sql("""
                select r.id, r.at, r.reason, t.slug, p.content as before, r.content
                  from revision r
                  join revision p on p.tool_id = r.tool_id and p.number = r.number - 1
                  left join tool t on t.id = r.tool_id and is_published(t.published_on)
                 where r.correction and r.id < :before
                   and (t.id is not null or exists (
                        -- A revision that was in force on the day from which it was for readers. That of a tool that is
                        -- gone was in force until then.
                        select from revision said
                          left join revision later on later.tool_id = said.tool_id and later.number = said.number + 1
                          left join tool there on there.id = said.tool_id
                         where said.tool_id = r.tool_id
                           and cast(said.content -> 'tool' ->> 'publishedOn' as date)
                               <= (coalesce(later.at, case when there.id is null then said.at else now() end)
                                   at time zone 'utc')::date))
                 order by r.id desc limit :limit
                """).param("before", before).param("limit", limit)
                .query((row, _) -> new Row(row.getLong("id"), row.getTimestamp("at").toInstant(),
                        row.getString("reason"), row.getString("slug"), DossierJson.read(row.getString("before")),
                        DossierJson.read(row.getString("content"))))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<ReviewerView> reviewers = panel.reviewers();
        return rows.stream().map(row -> new Correction(row.id(), row.at(), row.now().tool().profile().name(),
                row.slug() == null ? null : "/tools/" + row.slug(), row.reason(),
                Difference.between(DossierText.of(row.old(), reviewers), DossierText.of(row.now(), reviewers))))
                .toList();
    }

    private static RevisionView view(ResultSet row, int line) throws SQLException {
        return new RevisionView(row.getInt("number"), row.getTimestamp("at").toInstant(), row.getString("who"),
                Act.valueOf(row.getString("act")), row.getString("reason"), row.getBoolean("correction"));
    }
}

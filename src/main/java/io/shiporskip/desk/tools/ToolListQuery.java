package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.Fact;
import io.shiporskip.desk.tools.ToolListView.Filter;
import io.shiporskip.desk.tools.ToolListView.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the list of all tools and drafts. */
@Component
class ToolListQuery {

    /** How many stand on a page. */
    static final int PAGE = 50;

    private static final String TOOL = """
            select t.slug as key, t.name, m.name as maker,
                   case when t.published_on is null then 'Withdrawn' when is_published(t.published_on) then 'Published'
                        else 'Coming' end as state,
                   d.changed_by, d.changed_at, d.publish_at, d.failure,
                   (select count(*) from fact f where f.tool_id = t.id and f.checked_on < current_date - :days) as stale
              from tool t
              join maker m on m.id = t.maker_id
              left join draft d on d.tool_id = t.id
            """;

    private final JdbcClient jdbc;

    ToolListQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of it.
     *
     * @param words what the names are searched for; empty for all
     * @param after where it begins: what the page before said; empty for the first
     */
    ToolListView read(String words, Filter filter, String after, String done) {
        List<Line> drafts = new ArrayList<>();
        List<Line> tools = new ArrayList<>();
        String next = null;
        if (filter.ofDrafts()) {
            drafts.addAll(drafts(words, filter, Place.ofDraft(after), false));
            if (drafts.size() > PAGE) {
                drafts.removeLast();
                next = drafts.getLast().place();
            }
        } else {
            Place place = Place.ofTool(after);
            tools.addAll(tools(words, filter, place));
            if (tools.size() > PAGE) {
                tools.removeLast();
                next = tools.getLast().place();
            }
            if (filter == Filter.ALL && place == null) {
                drafts.addAll(drafts(words, Filter.DRAFT, null, true).stream().limit(PAGE).toList());
            }
        }
        return new ToolListView(words, filter, drafts, tools, next, done.isEmpty() ? null : tool(done).orElse(null));
    }

    private List<Line> drafts(String words, Filter filter, @Nullable Place after, boolean newToolsAlone) {
        return jdbc.sql("""
                select coalesce(t.slug::text, d.id::text) as key, d.id, coalesce(d.fields->>'name', '') as name,
                       coalesce(m.name::text, d.fields->>'maker', '') as maker,
                       case when t.id is null then 'New' when t.published_on is null then 'Withdrawn'
                            when is_published(t.published_on) then 'Published' else 'Coming' end as state,
                       d.changed_by, d.changed_at, d.publish_at, d.failure, 0 as stale
                  from draft d
                  left join tool t on t.id = d.tool_id
                  left join maker m on m.slug::text = d.fields->>'maker'
                 where (cast(:id as uuid) is null
                        or (d.changed_at, d.id) < (cast(:value as timestamptz), cast(:id as uuid)))
                   and (not :newToolsAlone or t.id is null)
                   and (not :scheduled or d.publish_at is not null or d.failure is not null)
                   and strpos(lower(coalesce(d.fields->>'name', '')), lower(:words)) > 0
                 order by d.changed_at desc, d.id desc
                 limit :size
                """).param("value", after == null ? null : after.value()).param("id", after == null ? null : after.id())
                .param("newToolsAlone", newToolsAlone).param("scheduled", filter == Filter.SCHEDULED)
                .param("words", words).param("size", PAGE + 1).query(ToolListQuery::draftLine).list();
    }

    private List<Line> tools(String words, Filter filter, @Nullable Place after) {
        String which = switch (filter) {
            case PUBLISHED -> "is_published(t.published_on)";
            case WITHDRAWN -> "t.published_on is null";
            case STALE ->
                """
                    is_published(t.published_on)
                       and exists (select from fact f where f.tool_id = t.id and f.checked_on < current_date - :days)""";
            default -> "true";
        };
        return jdbc.sql(TOOL + """
                 where (cast(:id as text) is null
                        or (lower(t.name) collate "C", t.slug::text) > (lower(:value) collate "C", :id))
                   and (:words = '' or t.name ilike '%' || :pattern || '%')
                   and\s""" + which + """

                 order by lower(t.name) collate "C", t.slug
                 limit :size
                """).param("days", Fact.STALE_AFTER_DAYS).param("value", after == null ? null : after.value())
                .param("id", after == null ? null : after.id()).param("words", words)
                .param("pattern", words.replaceAll("([\\\\%_])", "\\\\$1")).param("size", PAGE + 1)
                .query(ToolListQuery::toolLine).list();
    }

    private Optional<Line> tool(String slug) {
        return jdbc.sql(TOOL + " where t.slug::text = :slug").param("days", Fact.STALE_AFTER_DAYS).param("slug", slug)
                .query(ToolListQuery::toolLine).optional();
    }

    private static Line toolLine(ResultSet row, int number) throws SQLException {
        return line(row, new Place(row.getString("name"), row.getString("key")));
    }

    private static Line draftLine(ResultSet row, int number) throws SQLException {
        return line(row, new Place(row.getTimestamp("changed_at").toInstant().toString(), row.getString("id")));
    }

    private static Line line(ResultSet row, Place place) throws SQLException {
        Timestamp changed = row.getTimestamp("changed_at");
        Timestamp publish = row.getTimestamp("publish_at");
        return new Line(row.getString("key"), place.toString(), row.getString("name"), row.getString("maker"),
                row.getString("state"), row.getString("changed_by"), changed == null ? null : changed.toInstant(),
                publish == null ? null : publish.toInstant(), row.getString("failure"), row.getInt("stale"));
    }
}

package io.shiporskip.bookmarks;

import io.shiporskip.bookmarks.BookmarkFile.Entry;
import io.shiporskip.shared.Slug;
import io.shiporskip.visitors.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tools that visitors keep. Each act is one statement. */
@Component
public class Bookmarks {

    /** The published tool that bears a slug; where none does, the one that once bore it. */
    private static final String TOOL_OF_SLUG = """
            coalesce((select t.id from tool t where t.slug = w.slug and is_published(t.published_on)),
                     (select t.id from former_slug f join tool t on t.id = f.tool_id and is_published(t.published_on)
                       where f.slug = w.slug))
            """;

    private final JdbcClient jdbc;

    Bookmarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What came of an import.
     *
     * @param added how many tools are kept now that were not
     * @param known how many were kept already
     * @param missing the slugs that belong to no published tool, in the order of the file
     */
    record Imported(int added, int known, List<String> missing) {}

    /** The published tools that the visitor keeps, the one kept last first. */
    public List<Bookmark> kept(Visitor visitor) {
        return jdbc.sql("""
                select b.tool_id, b.kept_at from bookmark b join tool t on t.id = b.tool_id and is_published(t.published_on)
                 where b.visitor_id = :visitor
                 order by b.kept_at desc, b.tool_id
                """).param("visitor", visitor.id()).query(Bookmarks::bookmark).list();
    }

    /** The ids of the published tools that the visitor keeps, the one kept last first. */
    public List<UUID> of(Visitor visitor) {
        return kept(visitor).stream().map(Bookmark::tool).toList();
    }

    /** How many published tools the visitor keeps. */
    public int count(Visitor visitor) {
        return jdbc.sql("""
                select count(*) from bookmark b join tool t on t.id = b.tool_id and is_published(t.published_on)
                 where b.visitor_id = :visitor
                """).param("visitor", visitor.id()).query(Integer.class).single();
    }

    /**
     * Keeps a tool; one that is kept already stays at its place.
     *
     * @param since when it was kept, for one that was dropped by mistake; nothing or a time to come means now
     * @return the bookmark, or nothing when there is no such published tool
     */
    Optional<Bookmark> keep(Visitor visitor, Slug tool, @Nullable Instant since) {
        return jdbc.sql("""
                insert into bookmark as b (visitor_id, tool_id, kept_at)
                select :visitor, found.id, least(now(), :since::timestamptz)
                  from (select %s as id from (values (:tool)) as w (slug)) found
                 where found.id is not null
                on conflict (visitor_id, tool_id) do update set kept_at = b.kept_at
                returning tool_id, kept_at
                """.formatted(TOOL_OF_SLUG)).param("visitor", visitor.id()).param("tool", tool.value())
                .param("since", since == null ? null : since.toString()).query(Bookmarks::bookmark).optional();
    }

    /**
     * Drops a tool.
     *
     * @return the bookmark as it was, or nothing when there is no such published tool
     */
    Optional<Bookmark> drop(Visitor visitor, Slug tool) {
        return jdbc.sql("""
                with found as (select %s as id from (values (:tool)) as w (slug)),
                gone as (delete from bookmark where visitor_id = :visitor and tool_id = (select id from found)
                         returning kept_at)
                select found.id as tool_id, (select kept_at from gone) as kept_at from found where found.id is not null
                """.formatted(TOOL_OF_SLUG)).param("visitor", visitor.id()).param("tool", tool.value())
                .query(Bookmarks::bookmark).optional();
    }

    /**
     * Drops all tools of the visitor.
     *
     * @return the bookmarks as they were, the one kept last first
     */
    List<Bookmark> clear(Visitor visitor) {
        return jdbc.sql("""
                with gone as (delete from bookmark where visitor_id = :visitor returning tool_id, kept_at)
                select tool_id, kept_at from gone order by kept_at desc, tool_id
                """).param("visitor", visitor.id()).query(Bookmarks::bookmark).list();
    }

    /**
     * Deletes every bookmark of the visitor.
     *
     * @return how many there were
     */
    public int erase(Visitor visitor) {
        return clear(visitor).size();
    }

    /** Lets those who keep a tool keep another one instead, in the caller's transaction. Who keeps both keeps it once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void merge(UUID from, UUID into) {
        jdbc.sql("""
                insert into bookmark (visitor_id, tool_id, kept_at)
                select visitor_id, :into, kept_at from bookmark where tool_id = :from
                on conflict do nothing
                """).param("from", from).param("into", into).update();
        jdbc.sql("delete from bookmark where tool_id = :from").param("from", from).update();
    }

    /** Adds the tools of a file to what the visitor keeps. What is there stays as it is, and no time lies in the future. */
    Imported add(Visitor visitor, List<Entry> entries) {
        return jdbc.sql("""
                with wish as (
                    select w.slug, w.kept_at, w.place, %s as tool_id
                      from unnest(:slugs::text[], :times::timestamptz[]) with ordinality as w (slug, kept_at, place)),
                added as (
                    insert into bookmark (visitor_id, tool_id, kept_at)
                    select :visitor, tool_id, least(now(), max(kept_at)) from wish where tool_id is not null group by tool_id
                    on conflict (visitor_id, tool_id) do nothing
                    returning 1)
                select (select count(*) from added) as added, count(distinct tool_id) as found,
                       coalesce(array_agg(slug order by place) filter (where tool_id is null), '{}') as missing
                  from wish
                """.formatted(TOOL_OF_SLUG)).param("visitor", visitor.id())
                .param("slugs", entries.stream().map(entry -> entry.slug().value()).toArray(String[]::new))
                .param("times", entries.stream().map(entry -> entry.keptAt().toString()).toArray(String[]::new))
                .query(Bookmarks::imported).single();
    }

    private static Imported imported(ResultSet row, int number) throws SQLException {
        Array missing = row.getArray("missing");
        int added = row.getInt("added");
        return new Imported(added, row.getInt("found") - added,
                Arrays.stream((String[]) missing.getArray()).distinct().toList());
    }

    private static Bookmark bookmark(ResultSet row, int number) throws SQLException {
        OffsetDateTime keptAt = row.getObject("kept_at", OffsetDateTime.class);
        return new Bookmark(row.getObject("tool_id", UUID.class), keptAt == null ? null : keptAt.toInstant());
    }
}

package io.shiporskip.newsletter;

import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What no edition has told of yet. The database notes it as it happens. */
@Component
class News {

    /** More tools than these are neither looked at nor counted. */
    static final int MOST = 1000;

    /** What happened more days ago is no news any more. */
    static final int DAYS = 28;

    private final JdbcClient jdbc;

    News(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What there is to tell of a published tool.
     *
     * @param tool the tool
     * @param published whether it was published since the last edition
     * @param reviewers the names of those who gave it a verdict or a score since, in the panel's order
     */
    record Item(UUID tool, boolean published, List<String> reviewers) {}

    /** What there is to tell now; what is to be published on a day to come is none yet. */
    List<Item> untold(Instant now) {
        return read("", "news", now);
    }

    /** The same, and takes it away: an edition tells of it. What happens to these tools from here on is told by the next one. */
    List<Item> tell(Instant now) {
        return read("""
                with told as (
                    delete from news using tool t
                     where t.id = news.tool_id and is_published(t.published_on) and news.held is null
                       and not exists (select from news h where h.tool_id = news.tool_id and h.held = 'NEXT')
                    returning news.*)
                """, "told", now);
    }

    /**
     * What is left out of the coming edition, by the tool: true where it waits for the one after, false where it is told by
     * none. The latest first, {@link #MOST} at most.
     */
    Map<UUID, Boolean> leftOut() {
        Map<UUID, Boolean> tools = new LinkedHashMap<>();
        jdbc.sql("""
                select n.tool_id, bool_or(n.held = 'NEXT') as next
                  from news n join tool t on t.id = n.tool_id and is_published(t.published_on)
                 where n.held is not null
                 group by n.tool_id
                 order by max(n.noted_at) desc, n.tool_id
                 limit :limit
                """).param("limit", MOST)
                .query((row, _) -> tools.put(row.getObject("tool_id", UUID.class), row.getBoolean("next"))).list();
        return tools;
    }

    /** Leaves out what there is to tell of a tool: until the edition after the coming one, or for good. Whether there was any. */
    boolean leaveOut(Slug tool, boolean untilNext) {
        return jdbc.sql("""
                update news n set held = :held from tool t
                 where t.id = n.tool_id and t.slug = :tool and is_published(t.published_on) and n.held is null
                """).param("held", untilNext ? "NEXT" : "NEVER").param("tool", tool.value()).update() > 0;
    }

    /** Lets the coming edition tell of a tool again; whether it was left out. */
    boolean putBack(Slug tool) {
        return jdbc.sql("""
                update news n set held = null from tool t where t.id = n.tool_id and t.slug = :tool and n.held is not null
                """).param("tool", tool.value()).update() > 0;
    }

    /** Ends what was left out of the edition that has just gone by. What waited for the next one is as fresh as on this day. */
    void release() {
        jdbc.sql("delete from news where held = 'NEVER'").update();
        jdbc.sql("update news set held = null, noted_at = now() where held = 'NEXT'").update();
    }

    private List<Item> read(String with, String from, Instant now) {
        return jdbc.sql(with + """
                select n.tool_id, bool_or(n.reviewer_id is null) as published,
                       coalesce(array_agg(r.name::text order by r.position) filter (where r.id is not null),
                                '{}') as reviewers
                  from %s n
                  join tool t on t.id = n.tool_id and is_published(t.published_on)
                  left join reviewer r on r.id = n.reviewer_id
                 where n.held is null
                   and not exists (select from news h where h.tool_id = n.tool_id and h.held = 'NEXT')
                   and greatest(n.noted_at, t.published_on::timestamp at time zone 'UTC') > :oldest
                 group by n.tool_id
                 order by max(n.noted_at) desc, n.tool_id
                 limit :limit
                """.formatted(from)).param("oldest", now.atOffset(ZoneOffset.UTC).minusDays(DAYS)).param("limit", MOST)
                .query((row, _) -> new Item(row.getObject("tool_id", UUID.class), row.getBoolean("published"),
                        List.of((String[]) row.getArray("reviewers").getArray())))
                .list();
    }
}

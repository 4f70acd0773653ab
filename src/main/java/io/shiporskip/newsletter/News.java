package io.shiporskip.newsletter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
                    delete from news using tool t where t.id = news.tool_id and is_published(t.published_on)
                    returning news.*)
                """, "told", now);
    }

    private List<Item> read(String with, String from, Instant now) {
        return jdbc.sql(with + """
                select n.tool_id, bool_or(n.reviewer_id is null) as published,
                       coalesce(array_agg(r.name::text order by r.position) filter (where r.id is not null),
                                '{}') as reviewers
                  from %s n
                  join tool t on t.id = n.tool_id and is_published(t.published_on)
                  left join reviewer r on r.id = n.reviewer_id
                 where greatest(n.noted_at, t.published_on::timestamp at time zone 'UTC') > :oldest
                 group by n.tool_id
                 order by max(n.noted_at) desc, n.tool_id
                 limit :limit
                """.formatted(from)).param("oldest", now.atOffset(ZoneOffset.UTC).minusDays(DAYS)).param("limit", MOST)
                .query((row, _) -> new Item(row.getObject("tool_id", UUID.class), row.getBoolean("published"),
                        List.of((String[]) row.getArray("reviewers").getArray())))
                .list();
    }
}

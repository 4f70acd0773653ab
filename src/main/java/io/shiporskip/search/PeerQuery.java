package io.shiporskip.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds the tools that do the same job. */
@Component
class PeerQuery {

    private final JdbcClient jdbc;

    PeerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tools of the same kind whose scores are nearest, so many on each side. */
    List<UUID> nearest(Collection<UUID> tools, int limit) {
        return jdbc.sql("""
                select distinct near.tool_id
                  from tool_index own
                 cross join lateral (
                     (select tool_id from tool_index
                       where kind = own.kind and by_score >= own.by_score order by by_score, slug limit :limit)
                     union all
                     (select tool_id from tool_index
                       where kind = own.kind and by_score < own.by_score order by by_score desc, slug desc limit :limit)) near
                 where own.tool_id in (:tools)
                """).param("tools", tools).param("limit", limit).query(UUID.class).list();
    }
}

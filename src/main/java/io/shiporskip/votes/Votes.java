package io.shiporskip.votes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What visitors have voted. */
@Component
public class Votes {

    private final JdbcClient jdbc;

    Votes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tallies of these tools; a tool without votes is missing. */
    public Map<UUID, Tally> tallies(Collection<UUID> tools) {
        Map<UUID, Tally> tallies = new HashMap<>();
        if (tools.isEmpty()) {
            return tallies;
        }
        jdbc.sql("""
                select tool_id, count(*) filter (where choice = 'SHIP' and not held) as ships,
                       count(*) filter (where choice = 'SKIP' and not held) as skips,
                       count(*) filter (where held) as held
                  from vote
                 where tool_id in (:tools)
                 group by tool_id
                """).param("tools", tools).query((ResultSet row) -> {
            tallies.put(row.getObject("tool_id", UUID.class),
                    new Tally(row.getInt("ships"), row.getInt("skips"), row.getInt("held")));
        });
        return tallies;
    }
}

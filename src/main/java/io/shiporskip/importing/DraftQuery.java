package io.shiporskip.importing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Which tools somebody is writing about at the desk. */
@Component
class DraftQuery {

    private final JdbcClient jdbc;

    DraftQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> among(Collection<UUID> tools) {
        return tools.isEmpty() ? Set.of()
                : new HashSet<>(jdbc.sql("select tool_id from draft where tool_id in (:tools)").param("tools", tools)
                        .query(UUID.class).list());
    }
}

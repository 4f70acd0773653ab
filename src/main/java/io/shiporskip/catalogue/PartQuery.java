package io.shiporskip.catalogue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the plans and facts of tools, published or not. */
@Component
class PartQuery {

    private final JdbcClient jdbc;

    PartQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<Plan>> plans(Collection<UUID> tools) {
        Map<UUID, List<Plan>> plans = new HashMap<>();
        jdbc.sql("""
                select tool_id, name, amount, currency, period, note from plan
                 where tool_id in (:tools) order by tool_id, position
                """).param("tools", tools).query((ResultSet row) -> {
            Plan plan = new Plan(row.getString("name"), row.getObject("amount", BigDecimal.class),
                    row.getString("currency"), Period.valueOf(row.getString("period")), row.getString("note"));
            plans.computeIfAbsent(row.getObject("tool_id", UUID.class), _ -> new ArrayList<>()).add(plan);
        });
        return plans;
    }

    Map<UUID, List<Fact>> facts(Collection<UUID> tools) {
        Map<UUID, List<Fact>> facts = new HashMap<>();
        jdbc.sql("select tool_id, aspect, value, source, checked_on from fact where tool_id in (:tools)")
                .param("tools", tools).query((ResultSet row) -> {
                    Fact fact = new Fact(Aspect.valueOf(row.getString("aspect")), row.getString("value"),
                            row.getString("source"), row.getObject("checked_on", LocalDate.class));
                    facts.computeIfAbsent(row.getObject("tool_id", UUID.class), _ -> new ArrayList<>())
                            .add(fact);
                });
        facts.values().forEach(list -> list.sort(Comparator.comparing(Fact::aspect)));
        return facts;
    }
}

package io.shiporskip.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads pages of all tools. Each begins behind the last row of the page before it, so the hundredth costs what the first one does. */
@Component
class ListQuery {

    private final JdbcClient jdbc;

    ListQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID tool, String key, String slug) {}

    /** A page of all tools under the filters. */
    Findings browse(Criteria criteria, int size) {
        List<Row> rows = rows(criteria, size + 1);
        boolean last = rows.size() <= size;
        List<Row> page = last ? rows : rows.subList(0, size);
        FilterCounts sql = new FilterCounts(criteria);
        List<String> parts = new ArrayList<>(sql.browsed());
        parts.add(sql.total());
        parts.addAll(sql.chosen());
        CountReader counted = new CountReader();
        jdbc.sql(sql.mixtures() + String.join(" union all ", parts)).params(new Filters(criteria).values())
                .query(counted);
        return new Findings(criteria, page.stream().map(Row::tool).toList(), counted.figure("total"), false, false,
                last ? "" : new Cursor(page.getLast().key(), page.getLast().slug()).text(), counted.counts());
    }

    private List<Row> rows(Criteria criteria, int limit) {
        Sort sort = criteria.sort();
        String column = sort.column();
        Filters filters = new Filters(criteria);
        Map<String, Object> values = filters.values();
        List<String> conditions = filters.conditions("");
        Cursor.parse(criteria.page(), sort).ifPresent(cursor -> {
            conditions.add("(i." + column + ", i.slug) > (:key, :slug)");
            values.put("key", sort == Sort.NAME ? cursor.key() : Double.valueOf(cursor.key()));
            values.put("slug", cursor.slug());
        });
        values.put("limit", limit);
        return jdbc.sql("select i.tool_id, i." + column + "::text as key, i.slug from tool_index i"
                + Filters.where(conditions) + " order by i." + column + ", i.slug limit :limit").params(values)
                .query((ResultSet row, int number) -> new Row(row.getObject("tool_id", UUID.class),
                        row.getString("key"), row.getString("slug")))
                .list();
    }
}

package io.shiporskip.search;

import io.shiporskip.catalogue.KindView;
import io.shiporskip.search.KindCounts.KindCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.time.LocalDate;
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

    /** The first tools of all in an order; of those published on one day the highest score comes first. */
    List<UUID> first(Sort sort, int limit) {
        String order = sort == Sort.NEW ? "by_new, by_score" : sort.column();
        return jdbc.sql("select tool_id from tool_index order by " + order + ", slug limit :limit")
                .param("limit", limit).query(UUID.class).list();
    }

    /** How many tools there are, in all and of the kinds that have most. */
    KindCounts kinds() {
        List<KindCount> kinds = new ArrayList<>();
        int[] total = { 0 };
        jdbc.sql("""
                select k.slug, k.name, k.plural, k.job, n.tools, n.total
                  from (select kind, sum(tools) as tools, sum(sum(tools)) over () as total
                          from tool_count group by kind having sum(tools) > 0) n
                  join kind k on k.slug = n.kind
                 order by n.tools desc, k.plural collate "C"
                 limit :limit
                """).param("limit", FilterCounts.MOST_VALUES).query((ResultSet row) -> {
            kinds.add(new KindCount(new KindView(row.getString("slug"), row.getString("name"),
                    row.getString("plural"), row.getString("job")), row.getInt("tools")));
            total[0] = row.getInt("total");
        });
        return new KindCounts(total[0], kinds);
    }

    /** How many tools were published after a day, counted up to a limit. */
    int publishedAfter(LocalDate day, int limit) {
        return jdbc.sql("""
                select count(*) from (
                    select from tool_index where by_new < date '2000-01-01' - :day limit :limit) few
                """).param("day", day).param("limit", limit).query(Integer.class).single();
    }
}

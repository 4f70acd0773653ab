package io.shiporskip.search;

import io.shiporskip.search.Findings.Count;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the index. A page begins behind the last row of the page before it, so the hundredth costs what the first one does. */
@Component
class SearchQuery {

    /** So many matches of words are looked at; more would not be read, and common words match very many. */
    static final int MOST_MATCHES = 1000;

    /**
     * The tools that match, with how well. An exact name goes before all, the beginning of a name before words, and words count
     * by where they stand. Where not all of the words meet in one tool, some of them are enough.
     */
    private static final String MATCHES = """
            with asked as materialized (
                select plain(:q) as text, websearch_to_tsquery('shipping', :q) as words),
            worded as materialized (
                select i.tool_id from tool_index i, asked where i.words @@ asked.words limit :most),
            loosely as materialized (
                select i.tool_id from tool_index i, asked
                 where not exists (select from worded) and numnode(asked.words) > 1
                   and i.words @@ replace(asked.words::text, '&', '|')::tsquery limit :most),
            matching as (
                select tool_id from worded union select tool_id from loosely
                union select r from asked, resembling_tools(asked.text) r
                union (select i.tool_id from tool_index i, asked
                        where i.name ~>=~ asked.text and i.name ~<~ asked.text || chr(1114111) limit 200)),
            matched as materialized (
                select i.tool_id, i.by_score, i.slug,
                       case when i.name = asked.text then 10 when starts_with(i.name, asked.text) then 2 else 0 end
                           + 3 * word_similarity(asked.text, i.names)
                           + 2 * ts_rank('{0.05, 0.2, 0.5, 1}', i.words, asked.words) as worth
                  from matching join tool_index i using (tool_id), asked)
            """;

    private static final Map<String, String> FILTERS = Map.of("category",
            "%s.category_id = (select id from category where slug = :category)", "kind",
            "%s.kind_id = (select id from kind where slug = :kind)", "maker",
            "%s.maker_id = (select id from maker where slug = :maker)", "entry", "%s.entry = :entry", "verdict",
            "%s.verdict = :verdict");

    private final JdbcClient jdbc;

    SearchQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID tool, String key, String slug) {}

    /** A page of all tools under the filters. */
    Findings browse(Criteria criteria, int size) {
        Sort sort = criteria.sort();
        String column = sort.column();
        Map<String, Object> values = values(criteria);
        List<String> conditions = conditions(criteria, "i", "");
        Cursor.parse(criteria.page(), sort).ifPresent(cursor -> {
            conditions.add("(i." + column + ", i.slug) > (:key, :slug)");
            values.put("key", sort == Sort.NAME ? cursor.key() : Double.valueOf(cursor.key()));
            values.put("slug", cursor.slug());
        });
        values.put("limit", size + 1);
        List<Row> rows = jdbc.sql("select i.tool_id, i." + column + "::text as key, i.slug from tool_index i"
                + where(conditions) + " order by i." + column + ", i.slug limit :limit").params(values)
                .query((ResultSet row, int number) -> new Row(row.getObject("tool_id", UUID.class),
                        row.getString("key"), row.getString("slug")))
                .list();
        boolean last = rows.size() <= size;
        List<Row> page = last ? rows : rows.subList(0, size);
        Map<String, List<Count>> counts = counts(criteria, "", "tool_count i", "sum(i.tools)", values(criteria));
        Integer total = jdbc
                .sql("select coalesce(sum(i.tools), 0) from tool_count i" + where(conditions(criteria, "i", "")))
                .params(values(criteria)).query(Integer.class).single();
        return new Findings(criteria, page.stream().map(Row::tool).toList(), total, false,
                last ? "" : new Cursor(page.getLast().key(), page.getLast().slug()).text(), counts);
    }

    /** A page of the tools that match the words, under the filters. */
    Findings find(Criteria criteria, int size) {
        Map<String, Object> values = values(criteria);
        values.put("q", criteria.q());
        values.put("most", MOST_MATCHES);
        int from = Cursor.number(criteria.page());
        String order = criteria.sort() == Sort.BEST ? "m.worth desc, m.by_score, m.slug"
                : "i." + criteria.sort().column() + ", i.slug";
        Map<String, Object> paged = new HashMap<>(values);
        paged.put("limit", size + 1);
        paged.put("from", from);
        List<UUID> tools = jdbc
                .sql(MATCHES + "select m.tool_id from matched m join tool_index i using (tool_id)"
                        + where(conditions(criteria, "i", "")) + " order by " + order + " limit :limit offset :from")
                .params(paged).query(UUID.class).list();
        boolean last = tools.size() <= size;
        Map<String, List<Count>> counts = counts(criteria, MATCHES, "matched m join tool_index i using (tool_id)",
                "count(*)", values);
        int total = jdbc.sql(MATCHES + "select count(*) from matched m join tool_index i using (tool_id)"
                + where(conditions(criteria, "i", ""))).params(values).query(Integer.class).single();
        return new Findings(criteria, last ? tools : tools.subList(0, size), total, total >= MOST_MATCHES,
                last ? "" : String.valueOf(from + size), counts);
    }

    /** While somebody types: names that are it, begin with it, have a word that does, or resemble it. */
    List<UUID> suggest(String typed, int limit) {
        return jdbc.sql("""
                with asked as materialized (select plain(:typed) as text),
                matching as (
                    (select i.tool_id from tool_index i, asked
                      where i.name ~>=~ asked.text and i.name ~<~ asked.text || chr(1114111) order by i.name limit 50)
                    union (select i.tool_id from tool_index i, asked
                            where length(asked.text) > 2
                              and i.names like '% ' || replace(replace(replace(asked.text, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
                            limit 200)
                    union select r from asked, resembling_tools(asked.text) r where length(asked.text) > 2)
                select i.tool_id from matching join tool_index i using (tool_id), asked
                 order by i.name = asked.text desc, starts_with(i.name, asked.text) desc,
                          word_similarity(asked.text, i.names) desc, i.by_score, i.slug
                 limit :limit
                """).param("typed", typed).param("limit", limit).query(UUID.class).list();
    }

    void miss(String q) {
        jdbc.sql("""
                insert into missed_search as m (term, times, last_on)
                select left(plain(:q), 80), 1, (now() at time zone 'utc')::date where plain(:q) <> ''
                on conflict (term) do update set times = m.times + 1, last_on = excluded.last_on
                """).param("q", q).update();
    }

    /** How many tools each value of each filter leaves, the other filters in place. */
    private Map<String, List<Count>> counts(Criteria criteria, String before, String from, String sum,
            Map<String, Object> values) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("category", "c.slug as value, c.name as label|join category c on c.id = i.category_id");
        shown.put("kind", "k.slug as value, k.plural as label|join kind k on k.id = i.kind_id");
        shown.put("maker", "k.slug as value, k.name as label|join maker k on k.id = i.maker_id");
        shown.put("entry", "lower(i.entry) as value, i.entry as label|");
        shown.put("verdict", "lower(i.verdict) as value, i.verdict as label|");
        String sql = shown.entrySet().stream().map(filter -> {
            String[] parts = filter.getValue().split("\\|", 2);
            return "(select '" + filter.getKey() + "' as parameter, " + parts[0] + ", " + sum + " as tools from " + from
                    + " " + parts[1] + where(conditions(criteria, "i", filter.getKey()))
                    + " group by 2, 3 having " + sum + " > 0 order by 4 desc, 3 limit 40)";
        }).collect(Collectors.joining(" union all "));
        Map<String, List<Count>> counts = new HashMap<>();
        jdbc.sql(before + sql).params(values).query((ResultSet row) -> {
            counts.computeIfAbsent(row.getString("parameter"), _ -> new ArrayList<>())
                    .add(new Count(row.getString("value"), row.getString("label"), row.getInt("tools")));
        });
        return counts;
    }

    private static List<String> conditions(Criteria criteria, String table, String except) {
        return FILTERS.entrySet().stream()
                .filter(filter -> !filter.getKey().equals(except) && !criteria.value(filter.getKey()).isEmpty())
                .map(filter -> filter.getValue().formatted(table)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static Map<String, Object> values(Criteria criteria) {
        Map<String, Object> values = new HashMap<>();
        FILTERS.keySet().forEach(filter -> {
            String value = criteria.value(filter);
            values.put(filter, filter.equals("entry") || filter.equals("verdict") ? value.toUpperCase(Locale.ROOT)
                    : value);
        });
        return values;
    }
}

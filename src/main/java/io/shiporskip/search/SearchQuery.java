package io.shiporskip.search;

import io.shiporskip.catalogue.KindView;
import io.shiporskip.search.Findings.Count;
import io.shiporskip.search.KindCounts.KindCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the index. A page begins behind the last row of the page before it, so the hundredth costs what the first one does. */
@Component
class SearchQuery {

    /** So many matches of words are looked at, by headings and by texts, and one that tells whether there are more: those would
     * not be read, and common words match very many. */
    static final int MOST_MATCHES = 500;

    /** So many values of a filter are offered. */
    private static final int MOST_VALUES = 40;

    /** Before the name of a filter: the row names what is chosen and counts nothing. */
    private static final String CHOSEN = "chosen ";

    private static final Set<String> NUMBERS = Set.of("total", "more", "common");

    private static final List<String> FILTERS = List.of("category", "kind", "maker", "entry", "verdict");

    /**
     * The tools that match, with how well. An exact name goes before all, the beginning of a name before words, and words count
     * by where they stand and how close together. Where no heading has all of the words, names that resemble them and headings
     * that have some will do, and where there is none of these either, texts that have some.
     *
     * <p>Two things are there for the planner alone: the range of names stands on the parameter itself, because a column of
     * {@code asked} would make it read all names, and the limits of 1 keep it from joining by reading all tools.
     */
    private static final String MATCHES = """
            with asked as materialized (
                select plain(:q) as text, replace(plain(:q), ' ', '') as joined,
                       regexp_split_to_array(plain(:q), ' (vs|versus|or) ') as names,
                       shipping_query(:q) as words, replace(shipping_query(:q)::text, '&', '|')::tsquery as any_word,
                       tsvector_to_array(shipping_words(:q)) as lexemes),
            named as materialized (
                (select i.tool_id from tool_index i
                  where plain(:q) <> '' and i.name >= plain(:q) and i.name < plain(:q) || chr(1114111)
                  order by i.name limit 100)
                union (select i.tool_id from asked, unnest(asked.names) n join tool_index i on i.name = n limit 20)),
            headed as materialized (
                select w.tool_id from tool_words w, asked where w.heading @@ asked.words limit :most + 1),
            worded as materialized (
                select w.tool_id from tool_words w, asked
                 where (select count(*) from headed) <= :most and w.words @@ asked.words limit :most + 1),
            alike as materialized (
                select r as tool_id from asked, resembling_tools(asked.text, 50) r
                 where length(asked.text) > 2 and asked.text not like '% %' and numnode(asked.words) > 0
                   and not exists (select from headed)
                union all
                select r from asked, closely_resembling_tools(asked.text, 50) r
                 where asked.text like '% %' and numnode(asked.words) > 0 and not exists (select from headed)
                union all
                select r from asked, closely_resembling_tools(asked.joined, 20) r
                 where asked.text like '% %' and numnode(asked.words) > 0 and not exists (select from headed)),
            loosely as materialized (
                select w.tool_id from tool_words w, asked
                 where not exists (select from headed) and numnode(asked.words) > 1 and w.heading @@ asked.any_word
                 limit :most + 1),
            anywhere as materialized (
                select w.tool_id from tool_words w, asked
                 where not exists (select from named) and not exists (select from headed)
                   and not exists (select from worded) and not exists (select from alike)
                   and not exists (select from loosely) and numnode(asked.words) > 1 and w.words @@ asked.any_word
                 limit 100),
            matching as (
                select tool_id from named union select tool_id from headed union select tool_id from worded
                union select tool_id from alike union select tool_id from loosely union select tool_id from anywhere),
            matched as materialized (
                select i.*,
                       case when i.name = any (asked.names) then 10 when starts_with(i.name, asked.text) then 1 else 0 end
                           + case when l.likeness < 0.4 then 0 else 3 * l.likeness end
                           + 0.5 * similarity(asked.text, i.name)
                           + case when w.heading @@ asked.words then 2
                                  when matching.tool_id in (select tool_id from worded) then 1 else 0 end
                           + 2 * ts_rank('{0.05, 0.2, 0.5, 1}', w.heading, asked.any_word)
                           + case when (select count(*) from matching) > 150 then 0
                                  else ts_rank('{0.1, 0.2, 0.5, 1}', w.words, asked.words)
                                           + least(0.5, ts_rank_cd('{0.5, 0.6, 0.8, 1}', w.words, asked.words)) end
                           + case when matching.tool_id in (select tool_id from anywhere)
                                  then 0.5 * (length(w.words) - length(ts_delete(w.words, asked.lexemes))) else 0 end as worth
                  from matching
                 cross join asked
                 cross join lateral (select * from tool_index where tool_index.tool_id = matching.tool_id limit 1) i
                 cross join lateral (select * from tool_words where tool_words.tool_id = matching.tool_id limit 1) w
                 cross join lateral (
                     select greatest(word_similarity(asked.text, w.names), word_similarity(asked.joined, w.names))
                                as likeness) l)
            """;

    /** The tools whose names are what somebody typed, begin with it, or have a word that does. */
    private static final String BEGINNINGS = """
            with asked as materialized (select plain(:typed) as text),
            first as materialized (
                (select tool_id from tool_index
                  where length(plain(:typed)) = 1 and left(name, 1) = plain(:typed) order by by_score, slug limit 20)
                union all (select tool_id from tool_index
                  where length(plain(:typed)) = 2 and left(name, 2) = plain(:typed) order by by_score, slug limit 20)
                union all (select tool_id from tool_index where plain(:typed) <> '' and name = plain(:typed) limit 10)
                union all (select tool_id from tool_index
                  where length(plain(:typed)) > 2 and name > plain(:typed) and name < plain(:typed) || chr(1114111)
                  order by name limit 100)
                union all (select tool_id from tool_words
                  where length(plain(:typed)) > 2 and names like '% ' || plain(:typed) || '%' limit 100))
            """;

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
        List<String> conditions = conditions(criteria, "");
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
        List<String> parts = FILTERS.stream().map(filter -> browsed(criteria, filter))
                .collect(Collectors.toCollection(ArrayList::new));
        parts.add("select 'total', null, null, " + (criteria.maker().isEmpty()
                ? "coalesce(sum(i.tools), 0) from tool_count i"
                : "count(*) from tool_index i") + where(conditions(criteria, "")));
        parts.addAll(chosen(criteria));
        Counts counts = counts("", parts, values(criteria));
        return new Findings(criteria, page.stream().map(Row::tool).toList(), counts.total(), false, false,
                last ? "" : new Cursor(page.getLast().key(), page.getLast().slug()).text(), counts.byFilter());
    }

    /** A page of the tools that match the words, under the filters. */
    Findings find(Criteria criteria, int size) {
        Map<String, Object> values = values(criteria);
        values.put("q", criteria.q());
        values.put("most", MOST_MATCHES);
        int from = Cursor.number(criteria.page());
        String order = criteria.sort() == Sort.BEST ? "i.worth desc, i.by_score, i.slug"
                : "i." + criteria.sort().column() + ", i.slug";
        values.put("limit", size + 1);
        values.put("from", from);
        List<String> parts = FILTERS.stream()
                .map(filter -> part(criteria, filter, "matched i", "count(*)"))
                .collect(Collectors.toCollection(ArrayList::new));
        parts.add("select 'total', null, null, count(*) from matched i" + where(conditions(criteria, "")));
        parts.add("select 'common', null, null, count(*) from asked where text <> '' and numnode(words) = 0");
        parts.add("select 'more', null, null, greatest((select count(*) from headed), (select count(*) from worded),"
                + " (select count(*) from loosely)) - :most");
        parts.add("(select 'tool', i.tool_id::text, null, row_number() over (order by " + order + ") from matched i"
                + where(conditions(criteria, "")) + " order by 4 limit :limit offset :from)");
        parts.addAll(chosen(criteria));
        Counts counts = counts(MATCHES, parts, values);
        List<UUID> tools = counts.tools();
        boolean last = tools.size() <= size;
        return new Findings(criteria, last ? tools : tools.subList(0, size), counts.total(),
                counts.more(), counts.common() && counts.total() == 0, last ? "" : String.valueOf(from + size),
                counts.byFilter());
    }

    /**
     * While somebody types: names that are it, begin with it, or have a word that does; where there are few of them, names that
     * resemble it, and where these are few as well and none is it, those that come nearest. The likeness to all names of a
     * tool counts before that to the name of today, because a word of a short name is less of a long one.
     */
    List<Suggestion> suggest(String typed, int limit) {
        return jdbc.sql(BEGINNINGS + """
                , close as materialized (
                    select tool_id from first
                    union select r from asked, resembling_tools(asked.text, 20) r
                           where length(asked.text) > 2 and asked.text not like '% %' and (select count(*) from first) < 3
                    union select r from asked, closely_resembling_tools(asked.text, 20) r
                           where asked.text like '% %' and (select count(*) from first) < 3),
                matching as (
                    select tool_id from close
                    union select r from asked, nearest_tools(asked.text, 5) r
                           where length(asked.text) > 2 and (select count(*) from close) < 3
                             and not exists (select from tool_index where name = plain(:typed)))
                select i.tool_id, coalesce(f.name, '') as formerly from matching
                 cross join asked
                 cross join lateral (select * from tool_index where tool_index.tool_id = matching.tool_id limit 1) i
                 cross join lateral (select * from tool_words where tool_words.tool_id = matching.tool_id limit 1) w
                  left join lateral (
                      select name from former_name
                       where former_name.tool_id = matching.tool_id and word_similarity(asked.text, plain(name)) >= 0.6
                         and word_similarity(asked.text, plain(name)) > word_similarity(asked.text, i.name)
                       order by word_similarity(asked.text, plain(name)) desc, name limit 1) f on true
                 order by i.name = asked.text desc, starts_with(i.name, asked.text) desc,
                          word_similarity(asked.text, w.names) desc, similarity(asked.text, i.name) desc,
                          i.by_score, i.slug
                 limit :limit
                """).param("typed", typed).param("limit", limit)
                .query((ResultSet row, int number) -> new Suggestion(row.getObject("tool_id", UUID.class),
                        row.getString("formerly")))
                .list();
    }

    Meant meant(String typed, int limit) {
        List<UUID> tools = new ArrayList<>();
        boolean[] exact = { false };
        jdbc.sql(BEGINNINGS + """
                , found as (
                    select i.tool_id, i.name = asked.text as exact, starts_with(i.name, asked.text) as beginning,
                           i.by_score, i.slug
                      from (select distinct tool_id from first) f
                     cross join asked
                     cross join lateral (select * from tool_index where tool_index.tool_id = f.tool_id limit 1) i)
                select tool_id, exact from found
                 where exact or not exists (select from found one where one.exact)
                 order by beginning desc, by_score, slug
                 limit :limit
                """).param("typed", typed).param("limit", limit).query((ResultSet row) -> {
            tools.add(row.getObject("tool_id", UUID.class));
            exact[0] = row.getBoolean("exact");
        });
        return new Meant(tools, exact[0]);
    }

    List<UUID> first(Sort sort, int limit) {
        String order = sort == Sort.NEW ? "by_new, by_score" : sort.column();
        return jdbc.sql("select tool_id from tool_index order by " + order + ", slug limit :limit")
                .param("limit", limit).query(UUID.class).list();
    }

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
                """).param("limit", MOST_VALUES).query((ResultSet row) -> {
            kinds.add(new KindCount(new KindView(row.getString("slug"), row.getString("name"),
                    row.getString("plural"), row.getString("job")), row.getInt("tools")));
            total[0] = row.getInt("total");
        });
        return new KindCounts(total[0], kinds);
    }

    int publishedAfter(LocalDate day, int limit) {
        return jdbc.sql("""
                select count(*) from (
                    select from tool_index where by_new < date '2000-01-01' - :day limit :limit) few
                """).param("day", day).param("limit", limit).query(Integer.class).single();
    }

    /** The tools whose names come nearest to a text. */
    List<UUID> nearest(String text, int limit) {
        return jdbc.sql("select nearest_tools(plain(:text), :limit)").param("text", text).param("limit", limit)
                .query(UUID.class).list();
    }

    /** The tools of the same kind whose scores are nearest, so many on each side. */
    List<UUID> peers(Collection<UUID> tools, int limit) {
        return tools.isEmpty() ? List.of() : jdbc.sql("""
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

    /** What of the texts of these tools has the words, by tool. */
    Map<UUID, Excerpt> excerpts(String q, Collection<UUID> tools) {
        Map<UUID, Excerpt> excerpts = new HashMap<>();
        if (tools.isEmpty()) {
            return excerpts;
        }
        jdbc.sql("""
                with asked as materialized (
                    select shipping_query(:q) as all_words,
                           replace(shipping_query(:q)::text, '&', '|')::tsquery as any_word)
                select t.id, ts_headline('shipping', t.name, any_word, :whole) as name,
                       ts_headline('shipping', t.tagline, any_word, :whole) as tagline,
                       ts_headline('shipping', s.text, any_word, :part) as text, s.source
                  from tool t
                  cross join asked
                  left join tool_words w on w.tool_id = t.id
                  left join lateral (
                      select * from (
                          (select value as text, aspect as source, 1 as rank from fact
                            where tool_id = t.id and to_tsvector('shipping', value) @@ all_words)
                          union all (select regexp_replace(k.text, '[*_`#>\\[\\]]+|\\s+', ' ', 'g'), r.name, 1
                                       from take k join reviewer r on r.id = k.reviewer_id
                                      where k.tool_id = t.id and to_tsvector('shipping', k.text) @@ all_words
                                      order by r.position)
                          union all (select value, aspect, 2 from fact
                                      where tool_id = t.id and to_tsvector('shipping', value) @@ any_word)
                          union all (select regexp_replace(k.text, '[*_`#>\\[\\]]+|\\s+', ' ', 'g'), r.name, 2
                                       from take k join reviewer r on r.id = k.reviewer_id
                                      where k.tool_id = t.id and to_tsvector('shipping', k.text) @@ any_word
                                      order by r.position)) texts
                       limit 1) s on ts_filter(w.words, '{c,d}') @@ any_word
                 where t.id in (:tools)
                """).param("q", q).param("tools", tools)
                .param("whole",
                        "HighlightAll=true, StartSel=\"" + Excerpt.BEGIN + "\", StopSel=\"" + Excerpt.END + "\"")
                .param("part", "MaxWords=28, MinWords=14, MaxFragments=1, StartSel=\"" + Excerpt.BEGIN
                        + "\", StopSel=\"" + Excerpt.END + "\"")
                .query((ResultSet row) -> {
                    excerpts.put(row.getObject("id", UUID.class), Excerpt.of(row.getString("name"),
                            row.getString("tagline"), row.getString("text"), row.getString("source")));
                });
        return excerpts;
    }

    private record Counts(int total, boolean more, boolean common, List<UUID> tools,
            Map<String, List<Count>> byFilter) {}

    /** The counts of a filter without words: from the table of counts where that knows them, from the index where it does not. */
    private static String browsed(Criteria criteria, String filter) {
        if (filter.equals("maker")) {
            List<String> others = FILTERS.stream()
                    .filter(other -> !other.equals("maker") && !criteria.value(other).isEmpty()).toList();
            if (others.size() > 1) {
                return part(criteria, filter, "tool_index i", "count(*)");
            }
            String counted = "select maker, tools from maker_count where filter = '" + (others.isEmpty()
                    ? "' and value = ''" : others.getFirst() + "' and value = :" + others.getFirst())
                    + " and tools > 0";
            return "(select 'maker' as parameter, i.maker as value, k.name as label, i.tools::bigint as tools from (("
                    + counted + " order by tools desc, maker limit " + MOST_VALUES + ")"
                    + (criteria.maker().isEmpty() ? "" : " union (" + counted + " and maker = :maker)")
                    + ") i join maker k on k.slug = i.maker)";
        }
        return criteria.maker().isEmpty() ? part(criteria, filter, "tool_count i", "sum(i.tools)")
                : part(criteria, filter, "tool_index i", "count(*)");
    }

    /** A SELECT that counts the tools of each value of a filter; the chosen one is always among them. */
    private static String part(Criteria criteria, String filter, String from, String sum) {
        String first = criteria.value(filter).isEmpty() ? "" : "i." + filter + " = :" + filter + " desc, ";
        String counted = "(select i." + filter + " as value, " + sum + " as tools from " + from
                + where(conditions(criteria, filter)) + " group by 1 having " + sum + " > 0 order by " + first
                + "2 desc, 1 limit " + MOST_VALUES + ") n";
        String label = switch (filter) {
            case "category" -> "k.name as label, n.tools from " + counted + " join category k on k.slug = n.value";
            case "kind" -> "k.plural as label, n.tools from " + counted + " join kind k on k.slug = n.value";
            case "maker" -> "k.name as label, n.tools from " + counted + " join maker k on k.slug = n.value";
            default -> "n.value as label, n.tools from " + counted;
        };
        return "(select '" + filter + "' as parameter, n.value, " + label + ")";
    }

    private Counts counts(String before, List<String> parts, Map<String, Object> values) {
        Map<String, List<Count>> byFilter = new HashMap<>();
        List<UUID> tools = new ArrayList<>();
        Map<String, Integer> figures = new HashMap<>();
        Map<String, Count> chosen = new HashMap<>();
        jdbc.sql(before + String.join(" union all ", parts)).params(values).query((ResultSet row) -> {
            String parameter = row.getString("parameter");
            if (NUMBERS.contains(parameter)) {
                figures.put(parameter, row.getInt("tools"));
            } else if (parameter.equals("tool")) {
                tools.add(UUID.fromString(row.getString("value")));
            } else {
                Count count = new Count(row.getString("value").toLowerCase(Locale.ROOT), row.getString("label"),
                        row.getInt("tools"));
                if (parameter.startsWith(CHOSEN)) {
                    chosen.put(parameter.substring(CHOSEN.length()), count);
                } else {
                    byFilter.computeIfAbsent(parameter, _ -> new ArrayList<>()).add(count);
                }
            }
        });
        chosen.forEach((filter, count) -> {
            List<Count> counted = byFilter.computeIfAbsent(filter, _ -> new ArrayList<>());
            if (counted.stream().noneMatch(known -> known.value().equals(count.value()))) {
                counted.add(count);
            }
        });
        byFilter.values().forEach(
                counted -> counted.sort(Comparator.comparingInt(Count::tools).reversed().thenComparing(Count::label)));
        return new Counts(figures.getOrDefault("total", 0), figures.getOrDefault("more", 0) > 0,
                figures.getOrDefault("common", 0) > 0, tools, byFilter);
    }

    /** The names of the chosen values, for those that leave nothing and so are not counted. */
    private static List<String> chosen(Criteria criteria) {
        return Stream.of("category", "kind", "maker").filter(filter -> !criteria.value(filter).isEmpty())
                .map(filter -> "select '" + CHOSEN + filter + "' as parameter, slug::text as value, "
                        + (filter.equals("kind") ? "plural" : "name") + "::text as label, 0::bigint as tools from "
                        + filter
                        + " where slug = :" + filter)
                .toList();
    }

    private static List<String> conditions(Criteria criteria, String except) {
        return FILTERS.stream().filter(filter -> !filter.equals(except) && !criteria.value(filter).isEmpty())
                .map(filter -> "i." + filter + " = :" + filter).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static Map<String, Object> values(Criteria criteria) {
        Map<String, Object> values = new HashMap<>();
        FILTERS.forEach(filter -> {
            String value = criteria.value(filter);
            values.put(filter, filter.equals("entry") || filter.equals("verdict") ? value.toUpperCase(Locale.ROOT)
                    : value);
        });
        return values;
    }
}

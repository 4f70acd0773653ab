package io.shiporskip.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the tools that match words. */
@Component
class MatchQuery {

    /** So many matches of words are looked at, those of headings first, and one that tells whether there are more: those would not
     * be read, and common words match very many. */
    static final int MOST_MATCHES = 500;

    /**
     * The tools that match, with how well. An exact name goes before all, the beginning of a name before words, and words count
     * by where they stand and how close together. Where no heading has all of the words, headings that have all but one will do,
     * or else those that have one of the rarest; where no text has all of them either, names that resemble them; and where there
     * is none of these, texts that have some.
     *
     * <p>Two things are there for the planner alone: the range of names stands on the parameter itself, because a column of
     * {@code asked} would make it read all names, and the limits of 1 keep it from joining by reading all tools.
     */
    private static final String MATCHES = """
            with asked as materialized (
                select plain(:q) as text, replace(plain(:q), ' ', '') as joined,
                       regexp_split_to_array(plain(:q), ' (vs|versus|or) ') as names,
                       shipping_query(:q) as words, replace(shipping_query(:q)::text, '&', '|')::tsquery as any_word,
                       shipping_query_but_one(:q) as most_words, tsvector_to_array(shipping_words(:q)) as lexemes),
            named as materialized (
                (select i.tool_id from tool_index i
                  where plain(:q) <> '' and i.name >= plain(:q) and i.name < plain(:q) || chr(1114111)
                  order by i.name limit 100)
                union (select i.tool_id from asked, unnest(asked.names) n join tool_index i on i.name = n limit 20)),
            headed as materialized (
                select w.tool_id from tool_words w, asked where w.heading @@ asked.words limit :most + 1),
            worded as materialized (
                select w.tool_id from tool_words w, asked
                 where (select count(*) from headed) <= :most and w.words @@ asked.words and not w.heading @@ asked.words
                 limit (select :most + 1 - count(*) from headed)),
            alike as materialized (
                select r as tool_id from asked, resembling_tools(asked.text, 50) r
                 where length(asked.text) > 2 and asked.text not like '% %' and numnode(asked.words) > 0
                   and not exists (select from headed) and not exists (select from worded)
                union all
                select r from asked, closely_resembling_tools(asked.text, 50) r
                 where asked.text like '% %' and numnode(asked.words) > 0
                   and not exists (select from headed) and not exists (select from worded)
                union all
                select r from asked, closely_resembling_tools(asked.joined, 20) r
                 where asked.text like '% %' and numnode(asked.words) > 0
                   and not exists (select from headed) and not exists (select from worded)),
            loosely as materialized (
                select w.tool_id from tool_words w, asked
                 where not exists (select from headed) and asked.most_words is not null and w.heading @@ asked.most_words
                 limit :most + 1),
            rarely as materialized (
                select rarest_words(plain(:q), 2) as words from asked
                 where not exists (select from headed) and not exists (select from loosely) and numnode(asked.words) > 1),
            barely as materialized (
                select w.tool_id from tool_words w, rarely
                 where rarely.words is not null and w.heading @@ rarely.words
                 limit :most + 1),
            anywhere as materialized (
                select w.tool_id from tool_words w, asked
                 where not exists (select from named) and not exists (select from headed)
                   and not exists (select from worded) and not exists (select from alike)
                   and not exists (select from loosely) and not exists (select from barely)
                   and numnode(asked.words) > 1 and w.words @@ asked.any_word
                 limit 100),
            matching as (
                select tool_id from named union select tool_id from headed union select tool_id from worded
                union select tool_id from alike union select tool_id from loosely
                union select tool_id from barely union select tool_id from anywhere),
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
                     select greatest(word_similarity(asked.text, w.names),
                                     case when matching.tool_id in (select tool_id from alike)
                                          then word_similarity(asked.joined, w.names) end) as likeness) l)
            """;

    private final JdbcClient jdbc;

    MatchQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the tools that match the words, under the filters. */
    Findings find(Criteria criteria, int size) {
        Filters filters = new Filters(criteria);
        FilterCounts sql = new FilterCounts(criteria);
        int from = Cursor.number(criteria.page());
        Map<String, Object> values = filters.values();
        values.put("q", criteria.q());
        values.put("most", MOST_MATCHES);
        values.put("limit", size + 1);
        values.put("from", from);
        String order = criteria.sort() == Sort.BEST ? "i.worth desc, i.by_score, i.slug"
                : "i." + criteria.sort().column() + ", i.slug";
        List<String> parts = new ArrayList<>(sql.among("matched"));
        parts.add("select 'total', null, null, count(*) from matched i" + filters.where(""));
        parts.add("select 'common', null, null, count(*) from asked where text <> '' and numnode(words) = 0");
        parts.add("""
                select 'more', null, null, greatest((select count(*) from headed) + (select count(*) from worded),
                                                    (select count(*) from loosely), (select count(*) from barely)) - :most
                """);
        parts.add("(select 'tool', i.tool_id::text, null, row_number() over (order by " + order + ") from matched i"
                + filters.where("") + " order by 4 limit :limit offset :from)");
        parts.addAll(sql.chosen());
        CountReader counted = new CountReader();
        jdbc.sql(MATCHES + String.join(" union all ", parts)).params(values).query(counted);
        List<UUID> tools = counted.tools();
        int total = counted.figure("total");
        boolean last = tools.size() <= size;
        return new Findings(criteria, last ? tools : tools.subList(0, size), total, counted.figure("more") > 0,
                counted.figure("common") > 0 && total == 0, last ? "" : String.valueOf(from + size), counted.counts());
    }
}

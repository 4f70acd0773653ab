package io.shiporskip.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads where in the texts of tools the words stand that were asked for. */
@Component
class ExcerptQuery {

    private final JdbcClient jdbc;

    ExcerptQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What of the texts of these tools has the words, by tool. */
    Map<UUID, Excerpt> of(String q, Collection<UUID> tools) {
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
}

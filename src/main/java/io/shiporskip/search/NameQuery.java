package io.shiporskip.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds tools by their names alone, while somebody types or where nothing else was found. */
@Component
class NameQuery {

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
                union all select r from asked, tools_with_word_beginning(asked.text, 100) r
                  where length(asked.text) > 2)
            """;

    private final JdbcClient jdbc;

    NameQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * While somebody types: names that are it, begin with it, or have a word that does; where there are few of them, names that
     * resemble it, and where these are few as well and none is it, those that come nearest. The likeness to all names of a tool
     * counts before that to the name of today, because a word of a short name is less of a long one.
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

    /**
     * What somebody means who has written this: the tools of exactly that name; where there are none, those that once had it; or
     * else the likeliest of those with a name that begins so.
     */
    Meant meant(String typed, int limit) {
        List<Suggestion> tools = new ArrayList<>();
        boolean[] exact = { false };
        jdbc.sql(BEGINNINGS + """
                , found as (
                    select i.tool_id, i.name, i.by_score, i.slug, coalesce(former.name, '') as formerly,
                           case when i.name = asked.text then 0 when plain(former.name) = asked.text then 1 else 2 end as rank
                      from (select distinct tool_id from (
                                select tool_id from first
                                union all select tool_id from asked join former_name on plain(name) = asked.text) named) f
                     cross join asked
                     cross join lateral (select * from tool_index where tool_index.tool_id = f.tool_id limit 1) i
                      left join lateral (
                          select name from former_name
                           where former_name.tool_id = f.tool_id and strpos(' ' || plain(name), ' ' || asked.text) > 0
                             and strpos(' ' || i.name, ' ' || asked.text) = 0
                           order by plain(name) = asked.text desc, name limit 1) former on true)
                select tool_id, formerly, rank < 2 as exact from found cross join asked
                 where rank = (select min(rank) from found)
                 order by starts_with(name, asked.text) desc, by_score, slug
                 limit :limit
                """).param("typed", typed).param("limit", limit).query((ResultSet row) -> {
            tools.add(new Suggestion(row.getObject("tool_id", UUID.class), row.getString("formerly")));
            exact[0] = row.getBoolean("exact");
        });
        return new Meant(tools, exact[0]);
    }

    /** The tools whose names come nearest to a text. */
    List<UUID> nearest(String text, int limit) {
        return jdbc.sql("select nearest_tools(plain(:text), :limit)").param("text", text).param("limit", limit)
                .query(UUID.class).list();
    }
}

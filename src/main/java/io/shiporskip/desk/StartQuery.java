package io.shiporskip.desk;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.search.Search;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/** Reads what needs a hand. */
@Component
class StartQuery {

    private static final int ROWS = 10;
    private static final int DAYS = 28;

    private final JdbcClient jdbc;
    private final Search search;

    StartQuery(JdbcClient jdbc, Search search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    StartView read() {
        return new StartView(votes(), held(), count("select coalesce(sum(held), 0) from tally"), stale(),
                jdbc.sql("""
                        select count(*) from fact f join tool t on t.id = f.tool_id
                         where is_published(t.published_on) and f.checked_on < current_date - :days
                        """).param("days", Fact.STALE_AFTER_DAYS).query(Long.class).single(),
                search.missed(ROWS).stream()
                        .map(term -> new StartView.Missed(term.term(), term.times(), term.lastOn())).toList());
    }

    private VotesPlot votes() {
        return new VotesPlot(jdbc.sql("""
                select d::date as "on", count(v.cast_at) as votes
                  from generate_series(timezone('UTC', now())::date - (:days - 1), timezone('UTC', now())::date, '1 day') d
                  left join vote v on v.cast_at >= timezone('UTC', d) and v.cast_at < timezone('UTC', d + interval '1 day')
                 group by d
                 order by d
                """).param("days", DAYS).query((row, _) -> new VotesPlot.Day(row.getObject("on", LocalDate.class),
                row.getLong("votes"))).list());
    }

    private List<StartView.Held> held() {
        return jdbc.sql("""
                select t.slug, t.name, y.held as votes
                  from tally y join tool t on t.id = y.tool_id
                 where y.held > 0 and is_published(t.published_on)
                 order by y.held desc, t.slug
                 limit :rows
                """).param("rows", ROWS).query(StartView.Held.class).list();
    }

    private List<StartView.Stale> stale() {
        return jdbc.sql("""
                select t.slug, t.name, f.aspect, f.source, f.checked_on
                  from fact f join tool t on t.id = f.tool_id
                 where is_published(t.published_on) and f.checked_on < current_date - :days
                 order by f.checked_on, t.slug, f.aspect
                 limit :rows
                """).param("days", Fact.STALE_AFTER_DAYS).param("rows", ROWS)
                .query((row, _) -> new StartView.Stale(row.getString("slug"), row.getString("name"),
                        Aspect.valueOf(row.getString("aspect")), row.getString("source"),
                        row.getObject("checked_on", LocalDate.class)))
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

package io.shiporskip.desk;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.newsletter.Sending;
import io.shiporskip.newsletter.Subscribers;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.search.Search;
import io.shiporskip.search.Sort;
import io.shiporskip.votes.Contest;
import io.shiporskip.votes.Moderation;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what needs a hand. However many tools, votes and readers there are, it reads a few of them, by an index. */
@Component
class StartQuery {

    /** More facts than this are not counted. */
    static final int MOST_STALE = 1000;

    /** Disagreements are looked for among so many tools that are contested most. */
    static final int CONTESTED = 200;

    private static final int ROWS = 10;
    private static final int DAYS = 28;

    private final JdbcClient jdbc;
    private final Search search;
    private final Tools tools;
    private final Panel panel;
    private final Votes votes;
    private final Moderation moderation;
    private final Subscribers subscribers;
    private final Sending sending;

    StartQuery(JdbcClient jdbc, Search search, Tools tools, Panel panel, Votes votes, Moderation moderation,
            Subscribers subscribers, Sending sending) {
        this.jdbc = jdbc;
        this.search = search;
        this.tools = tools;
        this.panel = panel;
        this.votes = votes;
        this.moderation = moderation;
        this.subscribers = subscribers;
        this.sending = sending;
    }

    StartView read() {
        return new StartView(drafts(), count("select count(*) from draft"),
                new DayPlot("vote", "votes",
                        votes.aDay(DAYS).stream().map(day -> new DayPlot.Day(day.on(), day.votes())).toList()),
                new DayPlot("sign-up", "sign-ups",
                        subscribers.signUpsADay(DAYS).stream().map(day -> new DayPlot.Day(day.on(), day.signUps()))
                                .toList()),
                held(), moderation.totals().votes(), stale(), staleFacts(), sending.openProblems(), disagreements(),
                search.missed(ROWS).stream()
                        .map(term -> new StartView.Missed(term.term(), term.times(), term.lastOn())).toList());
    }

    private List<StartView.Held> held() {
        return jdbc.sql("""
                select t.slug, t.name, y.held as votes
                  from tally y join tool t on t.id = y.tool_id
                 where y.held > 0
                 order by y.held desc, y.tool_id
                 limit :rows
                """).param("rows", ROWS).query(StartView.Held.class).list();
    }

    /** What failed to go out comes first. */
    private List<StartView.Draft> drafts() {
        return jdbc.sql("""
                select coalesce(t.slug::text, d.id::text) as key,
                       coalesce(nullif(btrim(d.fields ->> 'name'), ''), t.name::text, 'New tool') as name, d.changed_by,
                       d.changed_at, d.publish_at, d.failure
                  from draft d
                  left join tool t on t.id = d.tool_id
                 order by d.failure is null, d.changed_at desc, d.id
                 limit :rows
                """).param("rows", ROWS)
                .query((row, _) -> new StartView.Draft(row.getString("key"), row.getString("name"),
                        row.getString("changed_by"), row.getTimestamp("changed_at").toInstant(),
                        row.getTimestamp("publish_at") == null ? null : row.getTimestamp("publish_at").toInstant(),
                        row.getString("failure")))
                .list();
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

    private int staleFacts() {
        return jdbc.sql("""
                select count(*) from (
                    select from fact f join tool t on t.id = f.tool_id
                     where is_published(t.published_on) and f.checked_on < current_date - :days
                     limit :most) stale
                """).param("days", Fact.STALE_AFTER_DAYS).param("most", MOST_STALE + 1).query(Integer.class).single();
    }

    private List<StartView.Disagreement> disagreements() {
        List<UUID> contested = search.first(Sort.CONTESTED, CONTESTED);
        Map<UUID, PanelVerdict> verdicts = panel.verdicts(contested);
        Map<UUID, Tally> tallies = votes.tallies(contested);
        Map<UUID, Double> distances = contested.stream().collect(Collectors.toMap(id -> id,
                id -> Contest.distance(verdicts.getOrDefault(id, PanelVerdict.NONE),
                        tallies.getOrDefault(id, Tally.NONE))));
        List<UUID> furthest = contested.stream().filter(id -> distances.getOrDefault(id, 0.0) > 0)
                .sorted(Comparator.comparing((UUID id) -> distances.getOrDefault(id, 0.0)).reversed()).limit(ROWS)
                .toList();
        return tools.byIds(furthest).stream().sorted(Comparator.comparing(tool -> furthest.indexOf(tool.id())))
                .map(tool -> new StartView.Disagreement(tool, verdicts.getOrDefault(tool.id(), PanelVerdict.NONE),
                        tallies.getOrDefault(tool.id(), Tally.NONE),
                        Math.toIntExact(Math.round(100 * distances.getOrDefault(tool.id(), 0.0)))))
                .toList();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

package io.shiporskip.votes;

import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

/** Reads how held votes came, as far as that is known: a held vote bears no network. */
@Component
class HeldVotesQuery {

    private static final String HELD = """
            select t.id, t.slug, t.name, is_published(t.published_on) as published,
                   coalesce(y.ships, 0) as counted_ships, coalesce(y.skips, 0) as counted_skips,
                   coalesce(y.held, 0) as held, h.ships, h.skips, h.only, h.first, h.last
              from tool t
              left join tally y on y.tool_id = t.id
             cross join lateral (
                   select count(*) filter (where v.choice = 'SHIP') as ships,
                          count(*) filter (where v.choice = 'SKIP') as skips,
                          count(*) filter (where not exists
                              (select from vote o where o.visitor_id = v.visitor_id and o.tool_id <> v.tool_id)) as only,
                          min(v.cast_at) as first, max(v.cast_at) as last
                     from vote v where v.tool_id = t.id and v.held) h
            """;

    private final JdbcClient jdbc;
    private final VoteProperties properties;

    HeldVotesQuery(JdbcClient jdbc, VoteProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** The tools with held votes, those with the most first. */
    List<HeldVotes> tools(int limit) {
        return jdbc.sql(HELD + """
                where t.id in (select tool_id from tally where held > 0 order by held desc, tool_id limit :limit)
                order by y.held desc, t.id
                """).param("limit", limit).query((row, _) -> held(row)).list();
    }

    HeldTotals totals() {
        return jdbc.sql("select count(*) as tools, coalesce(sum(held), 0) as votes from tally where held > 0")
                .query(HeldTotals.class).single();
    }

    Optional<HeldVotes> of(Slug tool) {
        return jdbc.sql(HELD + "where t.slug = :slug").param("slug", tool.value()).query((row, _) -> held(row))
                .optional();
    }

    int networksAtTheirLimit(UUID tool) {
        return jdbc.sql("""
                select count(*) from (
                    select network from network_vote
                     where tool_id = :tool and counted_at > now() - make_interval(secs => :window)
                     group by network having count(*) >= :allowed) full_networks
                """).param("tool", tool).param("window", seconds(properties.window()))
                .param("allowed", properties.countedPerNetwork()).query(Integer.class).single();
    }

    List<Burst> bursts(UUID tool, int limit) {
        List<Burst> plain = jdbc.sql("""
                with spaced as (
                    select v.visitor_id, v.choice, v.cast_at,
                           extract(epoch from v.cast_at - lag(v.cast_at) over (order by v.cast_at, v.visitor_id)) as pause
                      from vote v where v.tool_id = :tool and v.held),
                numbered as (
                    select *, count(*) filter (where pause is null or pause > :window)
                                  over (order by cast_at, visitor_id) as burst
                      from spaced)
                select min(cast_at) as first, max(cast_at) as last, count(*) filter (where choice = 'SHIP') as ships,
                       count(*) filter (where choice = 'SKIP') as skips,
                       count(*) filter (where not exists
                           (select from vote o where o.visitor_id = n.visitor_id and o.tool_id <> :tool)) as only,
                       count(*) filter (where pause < :p0) as p0,
                       count(*) filter (where pause >= :p0 and pause < :p1) as p1,
                       count(*) filter (where pause >= :p1 and pause < :p2) as p2,
                       count(*) filter (where pause >= :p2 and pause < :p3) as p3,
                       count(*) filter (where pause >= :p3 and pause <= :window) as p4
                  from numbered n
                 group by burst
                 order by burst desc
                 limit :limit
                """).param("tool", tool).param("window", seconds(properties.window()))
                .param("p0", Burst.PAUSES.get(0)).param("p1", Burst.PAUSES.get(1)).param("p2", Burst.PAUSES.get(2))
                .param("p3", Burst.PAUSES.get(3)).param("limit", limit).query((row, _) -> burst(row)).list();
        return withTimes(tool, plain);
    }

    /** The bursts with the votes around them, for all of them in one statement. */
    private List<Burst> withTimes(UUID tool, List<Burst> bursts) {
        List<Duration> steps = bursts.stream().map(burst -> Burst.Times.step(start(burst), burst.last())).toList();
        Map<Integer, Map<Instant, Burst.Slot>> filled = new HashMap<>();
        jdbc.sql("""
                select b.place, date_bin(b.step, v.cast_at, timestamptz 'epoch') as slot,
                       count(*) filter (where v.held) as held,
                       count(*) filter (where not v.held and v.choice = 'SHIP') as ships,
                       count(*) filter (where not v.held and v.choice = 'SKIP') as skips
                  from (select place, start, until, make_interval(secs => seconds) as step
                          from unnest(:starts::timestamptz[], :untils::timestamptz[], :seconds::double precision[])
                                   with ordinality as w (start, until, seconds, place)) b
                  join vote v on v.tool_id = :tool and v.cast_at >= b.start and v.cast_at < b.until
                 group by b.place, slot
                """).param("tool", tool)
                .param("starts", texts(bursts, place -> floor(start(bursts.get(place)), steps.get(place))))
                .param("untils", texts(bursts,
                        place -> floor(bursts.get(place).last(), steps.get(place)).plus(steps.get(place))))
                .param("seconds", steps.stream().map(step -> (double) step.toSeconds()).toArray(Double[]::new))
                .query((ResultSet row) -> {
                    Burst.Slot slot = new Burst.Slot(instant(row, "slot"), row.getInt("held"), row.getInt("ships"),
                            row.getInt("skips"));
                    filled.computeIfAbsent(row.getInt("place") - 1, _ -> new HashMap<>()).put(slot.start(), slot);
                });
        List<Burst> whole = new ArrayList<>();
        for (int place = 0; place < bursts.size(); place++) {
            Burst burst = bursts.get(place);
            whole.add(new Burst(burst.first(), burst.last(), burst.ships(), burst.skips(), burst.only(),
                    burst.pauses(),
                    times(start(burst), burst.last(), steps.get(place), filled.getOrDefault(place, Map.of()))));
        }
        return whole;
    }

    private Instant start(Burst burst) {
        return burst.first().minus(properties.window());
    }

    private static Burst.Times times(Instant from, Instant to, Duration step, Map<Instant, Burst.Slot> filled) {
        List<Burst.Slot> slots = new ArrayList<>();
        for (Instant start = floor(from, step); !start.isAfter(to); start = start.plus(step)) {
            slots.add(filled.getOrDefault(start, new Burst.Slot(start, 0, 0, 0)));
        }
        return new Burst.Times(step, slots);
    }

    private static Instant floor(Instant instant, Duration step) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }

    private static String[] texts(List<Burst> bursts, IntFunction<Instant> moment) {
        String[] texts = new String[bursts.size()];
        for (int place = 0; place < texts.length; place++) {
            texts[place] = moment.apply(place).toString();
        }
        return texts;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static HeldVotes held(ResultSet row) throws SQLException {
        return new HeldVotes(row.getObject("id", UUID.class), row.getString("slug"), row.getString("name"),
                row.getBoolean("published"),
                new Tally(row.getInt("counted_ships"), row.getInt("counted_skips"), row.getInt("held")),
                row.getInt("ships"), row.getInt("skips"), row.getInt("only"),
                row.getObject("first") == null ? null : instant(row, "first"),
                row.getObject("last") == null ? null : instant(row, "last"));
    }

    private static Burst burst(ResultSet row) throws SQLException {
        return new Burst(instant(row, "first"), instant(row, "last"), row.getInt("ships"), row.getInt("skips"),
                row.getInt("only"),
                List.of(row.getInt("p0"), row.getInt("p1"), row.getInt("p2"), row.getInt("p3"), row.getInt("p4")),
                new Burst.Times(Duration.ofMinutes(1), List.of()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

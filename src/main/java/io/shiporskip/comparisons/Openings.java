package io.shiporskip.comparisons;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shiporskip.visitors.Network;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * How often the comparison of two tools is opened: a number for each day (UTC) and pair, and nothing about who opens it. An
 * opening is noted in memory and written some seconds afterwards, so that a reader never waits for it and a crash loses those
 * seconds. A write whose answer was lost is written again, so that a pair may gain what was written twice.
 */
@Component
class Openings {

    /** Of how many days, today included, the comparisons of the week are. */
    static final int WEEK = 7;

    /** A pair that was opened less often is not said to be what readers open. */
    static final int LEAST = 3;

    /** For how many days an opening is known. */
    static final int KEPT_DAYS = 60;

    /** Within this time a network counts once for a pair. */
    static final Duration ONCE_IN = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(Openings.class);
    /** Bounds what waits to be written, as while the database is away: what comes on top is not counted. */
    private static final int MOST_WAITING = 10_000;
    /** More than are shown, because some may be of tools that are no longer published. */
    private static final int MOST_OF_THE_WEEK = 20;
    private static final int MOST_REMEMBERED = 100_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<DayOf, Long> waiting = new ConcurrentHashMap<>();
    private final Cache<Seen, Boolean> seen = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(ONCE_IN).build();
    private volatile List<Opened> week = List.of();

    @Autowired
    Openings(JdbcClient jdbc) {
        this(jdbc, Clock.systemUTC());
    }

    Openings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Two tools in the order in which the database keeps them.
     *
     * @param first the one whose id is the lesser as text, which is how PostgreSQL orders ids
     * @param second the other
     */
    record Pair(UUID first, UUID second) {

        static Pair of(UUID one, UUID other) {
            return one.toString().compareTo(other.toString()) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /**
     * How often a pair was opened.
     *
     * @param pair the two tools
     * @param times how often, at least {@link #LEAST} times
     */
    record Opened(Pair pair, long times) {}

    private record DayOf(LocalDate day, Pair pair) {}

    private record Seen(Network network, Pair pair) {}

    /** Notes that a pair was opened, unless it was from the same network within {@link #ONCE_IN}. It asks no database. */
    void note(Pair pair, Network network) {
        if (seen.asMap().putIfAbsent(new Seen(network, pair), true) == null) {
            add(new DayOf(LocalDate.now(clock), pair), 1);
        }
    }

    /** The pairs opened most often in the last {@link #WEEK} days, most often first; they are counted every minute. */
    List<Opened> ofTheWeek() {
        return week;
    }

    /** Counts the week anew. A page does not do it itself, because a week may have very many pairs. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "${shiporskip.comparisons.count-week:PT1M}",
            initialDelayString = "${shiporskip.comparisons.count-week:PT1M}")
    void countWeek() {
        try {
            week = jdbc.sql("""
                    select o.first_tool, o.second_tool, sum(o.times) as times
                      from comparison_opening o
                     where o.day > :after
                     group by o.first_tool, o.second_tool
                    having sum(o.times) >= :least
                     order by sum(o.times) desc, o.first_tool, o.second_tool
                     limit :limit
                    """).param("after", LocalDate.now(clock).minusDays(WEEK)).param("least", LEAST)
                    .param("limit", MOST_OF_THE_WEEK)
                    .query((row, _) -> new Opened(new Pair(row.getObject("first_tool", UUID.class),
                            row.getObject("second_tool", UUID.class)), row.getLong("times")))
                    .list();
        } catch (DataAccessException | TransactionException e) {
            log.debug("The week is counted at the next opportunity", e);
        }
    }

    /** The pairs with one of these tools that were opened most often in all the days that are kept, most often first. */
    List<Opened> with(Collection<UUID> tools, int limit) {
        return jdbc.sql("""
                select first_tool, second_tool, sum(times) as times
                  from comparison_opening
                 where first_tool in (:tools) or second_tool in (:tools)
                 group by first_tool, second_tool
                having sum(times) >= :least
                 order by sum(times) desc, first_tool, second_tool
                 limit :limit
                """).param("tools", tools).param("least", LEAST).param("limit", limit)
                .query((row, _) -> new Opened(new Pair(row.getObject("first_tool", UUID.class),
                        row.getObject("second_tool", UUID.class)), row.getLong("times")))
                .list();
    }

    /** Writes what was noted since the last time, in one statement; what could not be written waits for the next time. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void write() {
        Map<DayOf, Long> taken = new HashMap<>();
        for (DayOf key : List.copyOf(waiting.keySet())) {
            Long times = waiting.remove(key);
            if (times != null) {
                taken.put(key, times);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            insert(taken);
        } catch (DataAccessException e) {
            taken.forEach(this::add);
            throw e;
        }
    }

    /** Rows in one order, so that two copies of the site never wait for each other; a tool may be gone in the meantime. */
    private void insert(Map<DayOf, Long> openings) {
        List<Map.Entry<DayOf, Long>> rows = new ArrayList<>(openings.entrySet());
        rows.sort(Comparator.comparing((Map.Entry<DayOf, Long> row) -> row.getKey().day())
                .thenComparing(row -> row.getKey().pair().first().toString())
                .thenComparing(row -> row.getKey().pair().second().toString()));
        jdbc.sql("""
                insert into comparison_opening as o (day, first_tool, second_tool, times)
                select n.day, n.first, n.second, n.times
                  from unnest(:days, :firsts, :seconds, :times)
                       as n (day, first, second, times)
                  join tool a on a.id = n.first
                  join tool b on b.id = n.second
                 order by n.day, n.first, n.second
                on conflict (day, first_tool, second_tool) do update set times = o.times + excluded.times
                """).param("days", array("date", rows, row -> row.getKey().day()))
                .param("firsts", array("uuid", rows, row -> row.getKey().pair().first()))
                .param("seconds", array("uuid", rows, row -> row.getKey().pair().second()))
                .param("times", array("bigint", rows, Map.Entry::getValue)).update();
    }

    private static SqlArrayValue array(String type, List<Map.Entry<DayOf, Long>> rows,
            Function<Map.Entry<DayOf, Long>, Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    /** Deletes the days that are over for long enough. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
    void forgetOldDays() {
        jdbc.sql("delete from comparison_opening where day <= :before")
                .param("before", LocalDate.now(clock).minusDays(KEPT_DAYS)).update();
    }

    @PreDestroy
    void close() {
        try {
            write();
        } catch (DataAccessException e) {
            log.debug("The openings of the last seconds are lost", e);
        }
    }

    private void add(DayOf key, long times) {
        waiting.compute(key, (_, before) -> before == null ? waiting.size() < MOST_WAITING ? Long.valueOf(times) : null
                : Long.valueOf(before + times));
    }
}

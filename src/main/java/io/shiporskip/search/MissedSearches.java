package io.shiporskip.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shiporskip.visitors.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** For which terms nothing was found, and how often: for the editors, and with nothing about who asked. */
@Component
class MissedSearches {

    /** So many terms are kept; while there are as many, no new one is added. */
    static final int MOST_TERMS = 5000;

    /** A term that nobody has asked for in so many days is deleted. */
    static final int KEPT_DAYS = 90;

    /** Within this time a network counts once for a term. */
    static final Duration ONCE_IN = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(MissedSearches.class);
    private static final int MOST_REMEMBERED = 100_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<Seen, Boolean> seen = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(ONCE_IN).build();

    @Autowired
    MissedSearches(JdbcClient jdbc) {
        this(jdbc, Clock.systemUTC());
    }

    MissedSearches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Seen(Network network, String term) {}

    /** Counts a term, unless it came from the same network within {@link #ONCE_IN}. Two letters are no term yet. */
    void note(String q, Network network) {
        if (seen.asMap().putIfAbsent(new Seen(network, comparable(q)), true) != null) {
            return;
        }
        try {
            // The update stands apart, so that a term that is known costs no look at how many there are.
            if (jdbc.sql(
                    "update missed_search set times = times + 1, last_on = :today where term = left(plain(:q), 80)")
                    .param("q", q).param("today", LocalDate.now(clock)).update() == 0) {
                add(q);
            }
        } catch (DataAccessException e) {
            log.debug("A search that found nothing was not counted", e);
        }
    }

    private void add(String q) {
        jdbc.sql("""
                insert into missed_search as m (term, times, last_on)
                select left(plain(:q), 80), 1, :today
                 where length(plain(:q)) > 2 and (select count(*) from missed_search) < :most
                on conflict (term) do update set times = m.times + 1, last_on = excluded.last_on
                """).param("q", q).param("today", LocalDate.now(clock)).param("most", MOST_TERMS).update();
    }

    /** The terms, the most frequent first; so many at most. */
    List<MissedTerm> most(int limit) {
        return jdbc.sql(
                "select term, times, last_on from missed_search order by times desc, last_on desc, term limit :limit")
                .param("limit", limit).query(MissedTerm.class).list();
    }

    /** Deletes the terms that nobody asks for any more. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT6M")
    void forgetOldTerms() {
        jdbc.sql("delete from missed_search where last_on < :before")
                .param("before", LocalDate.now(clock).minusDays(KEPT_DAYS)).update();
    }

    /** Nearly what the database makes of a term; where the two differ, a network may count twice. */
    private static String comparable(String q) {
        return Normalizer.normalize(q, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}

package io.shiporskip.search;

import io.shiporskip.panel.Panel;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.votes.Contest;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the index up with what it is made of. Triggers note which tools are out of date; every second this takes the notes away
 * and writes the rows anew, with the rules that the pages use. What votes change is found by comparing, so that a vote pays
 * nothing for it. One copy of the site works at a time, because of two that write one tool the older could come last.
 */
@Component
class IndexKeeper {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);
    private static final String CATCHING_UP = "bringing the index up to date";
    private static final int AT_ONCE = 200;
    /** Any number will do, as long as all copies of the site ask for the same one. */
    private static final long ONE_KEEPER_AT_A_TIME = 20261121_1500L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Panel panel;
    private final Votes votes;
    private final Set<Failure> failing = ConcurrentHashMap.newKeySet();

    IndexKeeper(JdbcClient jdbc, TransactionTemplate transaction, Panel panel, Votes votes) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.panel = panel;
        this.votes = votes;
    }

    private record Failure(String work, String kind) {}

    /** Some tools could not be written, and the others were. */
    static final class NotIndexed extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotIndexed(List<UUID> tools, RuntimeException first) {
            super("could not be indexed: " + tools, first);
        }
    }

    /** What an older version of the site has indexed is counted as this one counts. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void countWhatWasIndexedBefore() {
        quietly("counting what was indexed before", () -> transaction.executeWithoutResult(_ -> {
            if (alone()) {
                jdbc.sql("select count_tools_indexed_before()").query().singleRow();
            }
        }));
    }

    /** Tools that have no row yet get one: those of a catalogue that is older than the index, and those whose day has come. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "${shiporskip.search.look-again:PT1M}",
            initialDelayString = "${shiporskip.search.look-again:PT1M}")
    void noteUnindexed() {
        quietly("looking for tools without a row", () -> jdbc.sql("""
                insert into index_due (tool_id)
                select t.id from tool t
                 where is_published(t.published_on) and not exists (select from tool_index i where i.tool_id = t.id)
                """).update());
        quietly(CATCHING_UP, this::catchUp);
    }

    @Scheduled(fixedDelayString = "${shiporskip.search.catch-up:PT1S}",
            initialDelayString = "${shiporskip.search.catch-up:PT1S}")
    void catchUpQuietly() {
        quietly(CATCHING_UP, this::catchUp);
    }

    @Scheduled(fixedDelayString = "${shiporskip.search.count-votes:PT10S}",
            initialDelayString = "${shiporskip.search.count-votes:PT10S}")
    void countVotesQuietly() {
        quietly("counting votes", this::countVotes);
    }

    /**
     * Writes every row anew that is out of date, and returns when none is, or when another copy of the site is at work.
     *
     * @throws NotIndexed when some could not be written; they are tried again behind the others
     */
    void catchUp() {
        untilDone(this::writeSome, this::due, this::writeOne, this::putBack);
    }

    /** Brings the orders by votes up to the tallies. */
    void countVotes() {
        untilDone(this::countSome, this::behind, tool -> writeFigures(List.of(tool)), _ -> {});
    }

    private void untilDone(BooleanSupplier some, Supplier<List<UUID>> left, Consumer<UUID> one, Consumer<UUID> failed) {
        try {
            while (Boolean.TRUE.equals(transaction.execute(_ -> alone() && some.getAsBoolean()))) {
                log.debug("More of the index is out of date");
            }
        } catch (RuntimeException e) {
            log.debug("Together some tools could not be indexed; each is now tried alone", e);
            oneByOne(left.get(), one, failed);
        }
    }

    /** One tool that cannot be written must not keep the others out of the index. */
    private void oneByOne(List<UUID> tools, Consumer<UUID> one, Consumer<UUID> failed) {
        List<UUID> bad = new ArrayList<>();
        RuntimeException first = null;
        for (UUID tool : tools) {
            try {
                transaction.executeWithoutResult(_ -> {
                    if (alone()) {
                        one.accept(tool);
                    }
                });
            } catch (RuntimeException e) {
                failed.accept(tool);
                bad.add(tool);
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw new NotIndexed(bad, first);
        }
    }

    private List<UUID> due() {
        return jdbc.sql("select distinct tool_id from (select tool_id from index_due order by id limit :limit) noted")
                .param("limit", AT_ONCE).query(UUID.class).list();
    }

    private void writeOne(UUID tool) {
        jdbc.sql("delete from index_due where tool_id = :tool").param("tool", tool).update();
        write(List.of(tool));
    }

    /** Behind the others, or as many bad ones as are written at once would be all that is ever tried. */
    private void putBack(UUID tool) {
        jdbc.sql("""
                with gone as (delete from index_due where tool_id = :tool returning id)
                insert into index_due (tool_id) select :tool where exists (select from gone)
                """).param("tool", tool).update();
    }

    private boolean alone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)").param("key", ONE_KEEPER_AT_A_TIME)
                .query(Boolean.class).single();
    }

    /** Whether there may be more to do. */
    private boolean writeSome() {
        List<UUID> due = jdbc.sql("""
                delete from index_due where id in (select id from index_due order by id limit :limit) returning tool_id
                """).param("limit", AT_ONCE).query(UUID.class).list();
        if (!due.isEmpty()) {
            write(due.stream().distinct().toList());
        }
        return due.size() == AT_ONCE;
    }

    private boolean countSome() {
        List<UUID> behind = behind();
        if (!behind.isEmpty()) {
            writeFigures(behind);
        }
        return behind.size() == AT_ONCE;
    }

    private List<UUID> behind() {
        return jdbc.sql("""
                select i.tool_id from tool_index i join tally t using (tool_id)
                 where i.ships <> t.ships or i.skips <> t.skips limit :limit
                """).param("limit", AT_ONCE).query(UUID.class).list();
    }

    private void write(List<UUID> due) {
        for (String table : List.of("tool_index", "tool_words")) {
            jdbc.sql("delete from " + table + """
                     i where i.tool_id in (:due)
                       and not exists (select from tool t where t.id = i.tool_id and is_published(t.published_on))
                    """).param("due", due).update();
        }
        jdbc.sql("""
                insert into tool_words (tool_id, names, heading, words)
                select t.id, n.names, h.heading,
                       h.heading || setweight(shipping_words(concat_ws(' ', t.best_for, c.name, f.facts)), 'C')
                           || setweight(to_tsvector('shipping', concat_ws(' ', t.description, x.takes)), 'D')
                  from tool t
                  join maker m on m.id = t.maker_id
                  join kind k on k.id = t.kind_id
                  join category c on c.id = t.category_id
                  cross join lateral (
                      select string_agg(name, ' ') as former from former_name where former_name.tool_id = t.id) w
                  cross join lateral (
                      select plain(concat_ws(' ', t.name, w.former, t.product, t.release, m.name)) as names) n
                  cross join lateral (
                      select setweight(shipping_words(concat_ws(' ', t.name, w.former, t.product, t.release)), 'A')
                                 || setweight(shipping_words(concat_ws(' ', m.name, k.name, t.tagline)), 'B') as heading) h
                  cross join lateral (select string_agg(value, ' ') as facts from fact where fact.tool_id = t.id) f
                  cross join lateral (select string_agg(text, ' ') as takes from take where take.tool_id = t.id) x
                 where t.id in (:due) and is_published(t.published_on)
                on conflict (tool_id) do update
                   set names = excluded.names, heading = excluded.heading, words = excluded.words
                """).param("due", due).update();
        writeFigures(due);
    }

    private void writeFigures(List<UUID> due) {
        Map<UUID, PanelVerdict> verdicts = panel.verdicts(due);
        Map<UUID, Tally> tallies = votes.tallies(due);
        List<PanelVerdict> panels = due.stream().map(id -> verdicts.getOrDefault(id, PanelVerdict.NONE)).toList();
        List<Tally> communities = due.stream().map(id -> tallies.getOrDefault(id, Tally.NONE)).toList();
        Double[] contests = new Double[due.size()];
        for (int i = 0; i < contests.length; i++) {
            contests[i] = -Contest.between(panels.get(i), communities.get(i));
        }
        jdbc.sql("""
                insert into tool_index (tool_id, slug, name, category, kind, maker, entry, verdict, ships, skips,
                                        by_new, by_score, by_votes, by_contested, by_checked)
                select t.id, t.slug, plain(t.name), c.slug, k.slug, m.slug, t.entry, r.verdict, r.ships, r.skips,
                       -(t.published_on - date '2000-01-01'), r.score, r.rank, r.contest,
                       coalesce(-((select max(checked_on) from fact where fact.tool_id = t.id) - date '2000-01-01'), 1)
                  from unnest(:ids, :verdicts, :ships, :skips, :scores, :ranks, :contests)
                           as r (id, verdict, ships, skips, score, rank, contest)
                  join tool t on t.id = r.id and is_published(t.published_on)
                  join maker m on m.id = t.maker_id
                  join kind k on k.id = t.kind_id
                  join category c on c.id = t.category_id
                on conflict (tool_id) do update
                   set slug = excluded.slug, name = excluded.name, category = excluded.category, kind = excluded.kind,
                       maker = excluded.maker, entry = excluded.entry, verdict = excluded.verdict,
                       ships = excluded.ships, skips = excluded.skips, by_new = excluded.by_new,
                       by_score = excluded.by_score, by_votes = excluded.by_votes,
                       by_contested = excluded.by_contested, by_checked = excluded.by_checked
                """)
                .param("ids", due.toArray(UUID[]::new), Types.ARRAY)
                .param("verdicts", panels.stream().map(panel -> panel.outcome().name()).toArray(String[]::new),
                        Types.ARRAY)
                .param("ships", communities.stream().map(Tally::ships).toArray(Integer[]::new), Types.ARRAY)
                .param("skips", communities.stream().map(Tally::skips).toArray(Integer[]::new), Types.ARRAY)
                .param("scores", panels.stream().map(IndexKeeper::score).toArray(Double[]::new), Types.ARRAY)
                .param("ranks", communities.stream().map(tally -> -tally.rank()).toArray(Double[]::new), Types.ARRAY)
                .param("contests", contests, Types.ARRAY).update();
    }

    /** Ascending from the highest; what is not scored comes after a score of 0. */
    private static double score(PanelVerdict verdict) {
        return verdict.score() == null ? 1 : -verdict.score().mean();
    }

    /** While the database is away the notes wait in it. A failure is said once, until the same work succeeds. */
    private void quietly(String work, Runnable task) {
        try {
            task.run();
            if (failing.removeIf(failure -> failure.work().equals(work))) {
                log.info("Search     {} works again", work);
            }
        } catch (DataAccessException | TransactionException | NotIndexed e) {
            Throwable reason = e instanceof NotIndexed && e.getCause() != null ? e.getCause() : e;
            if (failing.add(new Failure(work, reason.getClass().getName()))) {
                log.warn("Search     {} failed and is tried again until it works; it is said once", work, e);
            } else {
                log.debug("{} failed again", work, e);
            }
        }
    }
}

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
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps the index up with what it is made of. Triggers note which tools are out of date; every second this takes the notes away
 * and writes the rows anew, with the rules that the pages use. Copies of the site share the work: a note that one of them has
 * taken is skipped by the others.
 */
@Component
class IndexKeeper {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final Panel panel;
    private final Votes votes;

    IndexKeeper(JdbcClient jdbc, JdbcTemplate template, TransactionTemplate transaction, Panel panel, Votes votes) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = transaction;
        this.panel = panel;
        this.votes = votes;
    }

    /** Tools that have no row yet get one: those of a catalogue that is older than the index, and those whose day has come. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void noteUnindexed() {
        quietly(() -> jdbc.sql("""
                insert into index_due
                select t.id from tool t
                 where is_published(t.published_on) and not exists (select from tool_index i where i.tool_id = t.id)
                on conflict do nothing
                """).update());
        catchUpQuietly();
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void catchUpQuietly() {
        quietly(this::catchUp);
    }

    /** Writes every row anew that is out of date, and returns when none is. */
    void catchUp() {
        while (Boolean.TRUE.equals(transaction.execute(_ -> writeSome()))) {
            log.debug("More of the index is out of date");
        }
    }

    /** Whether there may be more to do. */
    private boolean writeSome() {
        List<UUID> due = jdbc.sql("""
                delete from index_due where tool_id in
                    (select tool_id from index_due order by tool_id limit :limit for update skip locked)
                returning tool_id
                """).param("limit", AT_ONCE).query(UUID.class).list();
        if (!due.isEmpty()) {
            write(due);
        }
        return due.size() == AT_ONCE;
    }

    private void write(List<UUID> due) {
        jdbc.sql("""
                delete from tool_index i where i.tool_id in (:due)
                   and not exists (select from tool t where t.id = i.tool_id and is_published(t.published_on))
                """).param("due", due).update();
        Map<UUID, PanelVerdict> verdicts = panel.verdicts(due);
        Map<UUID, Tally> tallies = votes.tallies(due);
        template.batchUpdate("""
                insert into tool_index (tool_id, slug, name, names, words, category_id, kind_id, maker_id, entry, verdict,
                                        by_new, by_score, by_votes, by_contested, by_checked)
                select t.id, t.slug, plain(t.name), n.names,
                       setweight(to_tsvector('shipping', concat_ws(' ', t.name, n.former, t.product, t.release)), 'A')
                           || setweight(to_tsvector('shipping', concat_ws(' ', m.name, k.name, t.tagline)), 'B')
                           || setweight(to_tsvector('shipping', concat_ws(' ', t.best_for, c.name, f.facts)), 'C')
                           || setweight(to_tsvector('shipping', concat_ws(' ', t.description, x.takes)), 'D'),
                       t.category_id, t.kind_id, t.maker_id, t.entry, ?,
                       -(t.published_on - date '2000-01-01'), ?, ?, ?, coalesce(-(f.checked_on - date '2000-01-01'), 1)
                  from tool t
                  join maker m on m.id = t.maker_id
                  join kind k on k.id = t.kind_id
                  join category c on c.id = t.category_id
                  cross join lateral (
                      select string_agg(former_name.name, ' ') as former,
                             plain(concat_ws(' ', t.name, string_agg(former_name.name, ' '), t.product, m.name)) as names
                        from former_name where former_name.tool_id = t.id) n
                  cross join lateral (
                      select string_agg(value, ' ') as facts, max(checked_on) as checked_on
                        from fact where fact.tool_id = t.id) f
                  cross join lateral (select string_agg(text, ' ') as takes from take where take.tool_id = t.id) x
                 where t.id = ? and is_published(t.published_on)
                on conflict (tool_id) do update
                   set slug = excluded.slug, name = excluded.name, names = excluded.names, words = excluded.words,
                       category_id = excluded.category_id, kind_id = excluded.kind_id, maker_id = excluded.maker_id,
                       entry = excluded.entry, verdict = excluded.verdict, by_new = excluded.by_new,
                       by_score = excluded.by_score, by_votes = excluded.by_votes,
                       by_contested = excluded.by_contested, by_checked = excluded.by_checked
                """, due.stream().map(id -> {
            PanelVerdict verdict = verdicts.getOrDefault(id, PanelVerdict.NONE);
            Tally tally = tallies.getOrDefault(id, Tally.NONE);
            return new Object[]{ verdict.outcome().name(), verdict.score() == null ? 1 : -verdict.score().mean(),
                -tally.rank(), -Contest.between(verdict, tally), id };
        }).toList(), new int[]{ Types.VARCHAR, Types.DOUBLE, Types.DOUBLE, Types.DOUBLE, Types.OTHER });
    }

    /** While the database is away the notes wait in it. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            log.debug("The index is brought up to date at the next opportunity", e);
        }
    }
}

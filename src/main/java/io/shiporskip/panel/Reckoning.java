package io.shiporskip.panel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Collection;

/**
 * Sees to it that what is added up of whole tables is added up again when they have changed, and by one copy of the site at a
 * time. How many rows were written PostgreSQL counts itself. Because it may lose count in a crash, an hour is a change as well;
 * and so is another day, because tools are published as days pass.
 */
@Component
public class Reckoning {

    private static final Logger log = LoggerFactory.getLogger(Reckoning.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Reckoning(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Reckons in one transaction, unless nothing has changed or another copy of the site is at it. Where the database is away,
     * the next call makes up for it.
     *
     * @param sum what is reckoned
     * @param tables what it is reckoned of
     * @param reckon does it
     */
    public void keepUp(String sum, Collection<String> tables, Runnable reckon) {
        try {
            transaction.executeWithoutResult(_ -> {
                if (alone(sum) && changed(sum, tables)) {
                    reckon.run();
                }
            });
        } catch (DataAccessException | TransactionException e) {
            log.debug("{} is reckoned at the next opportunity", sum, e);
        }
    }

    private boolean alone(String sum) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:sum, 0))").param("sum", sum)
                .query(Boolean.class).single();
    }

    /** The count is read before the tables are: what is written in between counts as a change the next time. */
    private boolean changed(String sum, Collection<String> tables) {
        return jdbc.sql("""
                insert into reckoning as last (sum, written, reckoned_at)
                select :sum, coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0), now()
                  from pg_stat_user_tables where schemaname = current_schema() and relname in (:tables)
                on conflict (sum) do update set written = excluded.written, reckoned_at = excluded.reckoned_at
                 where last.written <> excluded.written or last.reckoned_at <= now() - interval '1 hour'
                    or (last.reckoned_at at time zone 'utc')::date <> (now() at time zone 'utc')::date
                """).param("sum", sum).param("tables", tables).update() > 0;
    }
}

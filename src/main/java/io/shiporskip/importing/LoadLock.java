package io.shiporskip.importing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one load of files follow the other, whichever copy of the site does it. */
@Component
class LoadLock {

    /** Any number will do, as long as all instances of the site ask for the same one. */
    private static final long ONE_LOAD_AT_A_TIME = 20261121_0001L;

    private final JdbcClient jdbc;

    LoadLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits until no other load is under way, and keeps others waiting until the caller's transaction ends. It asks again and
     * again, because a statement that waits for longer than a page may is taken for a hung database.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void await() {
        while (!jdbc.sql("select pg_try_advisory_xact_lock(:key)").param("key", ONE_LOAD_AT_A_TIME)
                .query(Boolean.class).single()) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the load was interrupted", e);
            }
        }
    }
}

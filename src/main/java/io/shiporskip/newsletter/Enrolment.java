package io.shiporskip.newsletter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Who is to get an edition. */
@Component
class Enrolment {

    /** So many subscribers are enrolled in one statement: it takes a fraction of the time that a statement may take. */
    static final int CHUNK = 5_000;

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    Enrolment(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Enrols the next subscribers for a composed edition, in the order of their ids and after those who are enrolled: whoever
     * was interrupted is continued by anybody. When none is left, the edition is being sent.
     *
     * @return whether to come back for more
     */
    @Transactional
    boolean enrol(UUID edition) {
        Optional<OffsetDateTime> composed = jdbc.sql("""
                select composed_at from edition where id = :edition and state = 'COMPOSED' for update skip locked
                """).param("edition", edition).query(OffsetDateTime.class).optional();
        if (composed.isEmpty()) {
            return false;
        }
        UUID last = jdbc.sql("""
                select subscriber_id from delivery where edition_id = :edition and subscriber_id is not null
                 order by subscriber_id desc limit 1
                """).param("edition", edition).query(UUID.class).optional().orElse(FIRST);
        int enrolled = jdbc.sql("""
                insert into delivery (edition_id, subscriber_id, state, due_at, changed_at)
                select :edition, id, 'WAITING', now(), now()
                  from subscriber where state = 'CONFIRMED' and confirmed_at < :composed and id > :last
                 order by id limit :chunk
                """).param("edition", edition).param("composed", composed.get()).param("last", last)
                .param("chunk", CHUNK).update();
        if (enrolled < CHUNK) {
            jdbc.sql("""
                    update edition set state = 'SENDING', version = version + 1 where id = :id and state = 'COMPOSED'
                    """).param("id", edition).update();
            return false;
        }
        return true;
    }
}

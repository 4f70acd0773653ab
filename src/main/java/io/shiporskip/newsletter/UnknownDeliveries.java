package io.shiporskip.newsletter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The deliveries of which nobody knows whether the mail server took them, and what an editor decides about them. */
@Component
class UnknownDeliveries {

    private final JdbcClient jdbc;

    UnknownDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets unknown deliveries be sent again, whatever that means for a reader who got it.
     *
     * @return how many of them were unknown and have a reader who still gets the weekly e-mail
     */
    @Transactional
    int sendAgain(Collection<UUID> deliveries) {
        List<UUID> editions = lockEditions(deliveries);
        int changed = jdbc.sql("""
                update delivery d set state = 'WAITING', due_at = now(), changed_at = now()
                 where d.id in (:deliveries) and d.state = 'UNKNOWN'
                   and exists (select from subscriber s where s.id = d.subscriber_id and s.state = 'CONFIRMED')
                """).param("deliveries", deliveries).update();
        if (changed > 0) {
            jdbc.sql("""
                    update edition e set state = 'SENDING', sent_at = null, version = version + 1
                     where id in (:editions) and state = 'SENT'
                       and exists (select from delivery d where d.edition_id = e.id and d.state = 'WAITING')
                    """).param("editions", editions).update();
        }
        return changed;
    }

    /** Takes unknown deliveries as sent; how many of them were unknown. */
    @Transactional
    int takeAsSent(Collection<UUID> deliveries) {
        lockEditions(deliveries);
        return jdbc.sql("""
                with taken as (
                    update delivery set state = 'SENT', changed_at = now()
                     where id in (:deliveries) and state = 'UNKNOWN' returning edition_id),
                counted as (
                    update edition e set sent_to = sent_to + t.number
                      from (select edition_id, count(*) as number from taken group by edition_id) t
                     where e.id = t.edition_id)
                select count(*) from taken
                """).param("deliveries", deliveries).query(Integer.class).single();
    }

    /** The editions of these deliveries; nobody ends one of them meanwhile. */
    private List<UUID> lockEditions(Collection<UUID> deliveries) {
        return jdbc.sql("""
                select id from edition where id in (select edition_id from delivery where id in (:deliveries))
                 order by id for update
                """).param("deliveries", deliveries).query(UUID.class).list();
    }
}

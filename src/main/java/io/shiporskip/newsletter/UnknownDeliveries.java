package io.shiporskip.newsletter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The deliveries of which nobody knows whether the mail server took them, and what an operator decides about them. */
@Component
class UnknownDeliveries {

    private final JdbcClient jdbc;

    UnknownDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<UnknownDelivery> latest(int limit) {
        return jdbc.sql("""
                select d.id, e.number as edition, d.subscriber_id as subscriber, d.changed_at as at,
                       coalesce(d.answer, '') as answer
                  from delivery d join edition e on e.id = d.edition_id
                 where d.state = 'UNKNOWN' order by d.changed_at desc, d.id limit :limit
                """).param("limit", limit).query(UnknownDelivery.class).list();
    }

    /** Lets an unknown delivery be sent again, whatever that means for a reader who got it; whether it was unknown. */
    @Transactional
    boolean sendAgain(UUID delivery) {
        Optional<UUID> edition = jdbc.sql("""
                select id from edition where id = (select edition_id from delivery where id = :delivery) for update
                """).param("delivery", delivery).query(UUID.class).optional();
        int changed = jdbc.sql("""
                update delivery set state = 'WAITING', due_at = now(), changed_at = now()
                 where id = :delivery and state = 'UNKNOWN'
                """).param("delivery", delivery).update();
        if (edition.isPresent() && changed == 1) {
            jdbc.sql("""
                    update edition set state = 'SENDING', sent_at = null, version = version + 1
                     where id = :edition and state = 'SENT'
                    """).param("edition", edition.get()).update();
        }
        return changed == 1;
    }

    /** Takes an unknown delivery as sent; whether it was unknown. */
    boolean takeAsSent(UUID delivery) {
        return jdbc.sql("update delivery set state = 'SENT', changed_at = now() where id = :id and state = 'UNKNOWN'")
                .param("id", delivery).update() == 1;
    }
}

package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;
import io.shiporskip.platform.LinkSecret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The tokens in the links to confirm, each a {@link LinkSecret}: the database has their hashes alone, so that whoever reads it
 * cannot confirm for anybody.
 */
@Component
class ConfirmationTokens {

    /** For how many hours a link can be used. */
    static final int HOURS = 72;

    /** For how many hours after somebody asked the mail is tried. */
    static final int TRIED_HOURS = 24;

    private final JdbcClient jdbc;

    ConfirmationTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A token that was just made.
     *
     * @param number names the mail that bears it
     * @param token goes into its link
     * @param address where the mail goes
     * @param waited how long ago somebody asked for it
     */
    record Fresh(UUID number, String token, EmailAddress address, Duration waited) {}

    private record Due(EmailAddress address, Duration waited) {}

    /**
     * A token for the mail that a subscriber asked for. It is given once for each time of asking: its row tells that a mail
     * may have gone out, whatever happens to this process from here on. Nothing where the mail may have gone out, where too
     * much time has passed, or where nobody waits for it.
     */
    @Transactional
    Optional<Fresh> begin(UUID subscriber) {
        Optional<Due> waiting = jdbc.sql("""
                select address, extract(epoch from now() - asked_at)::bigint as seconds from subscriber s
                where id = :id and state = 'WAITING' and asked_at > now() - make_interval(hours => :triedHours)
                  and not exists (select from confirmation c where c.subscriber_id = s.id
                                  and c.expires_at - make_interval(hours => :hours) >= s.asked_at)
                for update
                """).param("id", subscriber).param("triedHours", TRIED_HOURS).param("hours", HOURS)
                .query((row, _) -> new Due(new EmailAddress(row.getString("address")),
                        Duration.ofSeconds(row.getLong("seconds"))))
                .optional();
        return waiting.map(due -> {
            LinkSecret token = LinkSecret.random();
            UUID number = jdbc.sql("""
                    insert into confirmation (subscriber_id, token_hash, expires_at)
                    values (:subscriber, :hash, now() + make_interval(hours => :hours)) returning id
                    """).param("subscriber", subscriber).param("hash", token.hash()).param("hours", HOURS)
                    .query(UUID.class).single();
            return new Fresh(number, token.text(), due.address(), due.waited());
        });
    }

    /** Takes back a token whose mail certainly did not go out. */
    void takeBack(Fresh fresh) {
        jdbc.sql("delete from confirmation where id = :number").param("number", fresh.number()).update();
    }

    /** The subscriber whom a token is for; nothing for one that is invalid or has expired. */
    Optional<UUID> open(String token) {
        if (token.length() != LinkSecret.LENGTH) {
            return Optional.empty();
        }
        return jdbc.sql("select subscriber_id from confirmation where token_hash = :hash and expires_at > now()")
                .param("hash", new LinkSecret(token).hash()).query(UUID.class).optional();
    }

    /** Deletes all tokens of a subscriber. */
    void forget(UUID subscriber) {
        jdbc.sql("delete from confirmation where subscriber_id = :id").param("id", subscriber).update();
    }

    /** Deletes some of the tokens that have expired; how many. */
    int purge(int most) {
        return jdbc.sql("""
                delete from confirmation where id in (select id from confirmation where expires_at <= now()
                                                      limit :most for update skip locked)
                """).param("most", most).update();
    }
}

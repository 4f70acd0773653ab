package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;

/**
 * The addresses that get no mail, for ever: their readers left, or their mail servers refused for good. Only keyed hashes are
 * kept, so that the list tells whether an address is on it, and never which addresses are.
 */
@Component
public class SuppressionList {

    private static final String PURPOSE = "suppressed";

    /** Why an address is on the list. */
    enum Reason {
        LEFT, REFUSED
    }

    private final JdbcClient jdbc;
    private final NewsletterKey key;

    SuppressionList(JdbcClient jdbc, NewsletterKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Whether no mail may go to an address. */
    public boolean holds(EmailAddress address) {
        return jdbc.sql("select exists (select from suppression where address_hash = :hash)")
                .param("hash", hash(address)).query(Boolean.class).single();
    }

    /** Puts an address on the list. That its server refused outweighs that its reader left. */
    void add(EmailAddress address, Reason reason) {
        jdbc.sql("""
                insert into suppression (address_hash, reason, suppressed_at) values (:hash, :reason, now())
                on conflict (address_hash) do update set reason = excluded.reason where excluded.reason = 'REFUSED'
                """).param("hash", hash(address)).param("reason", reason.name()).update();
    }

    /** Takes an address off the list because its reader came back; whether mail may go there now. */
    boolean release(EmailAddress address) {
        jdbc.sql("delete from suppression where address_hash = :hash and reason = 'LEFT'")
                .param("hash", hash(address)).update();
        return !holds(address);
    }

    /** HMAC-SHA256 of an address; the same for all ways of writing it. */
    byte[] hash(EmailAddress address) {
        return key.mac(PURPOSE, address.key().getBytes(StandardCharsets.US_ASCII));
    }
}

package io.shiporskip.newsletter;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of the weekly e-mail, shared by all copies of the site and kept with the data that rests on it. It is made when it
 * is first needed.
 */
@Component
class NewsletterKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private volatile @Nullable SecretKey known;

    NewsletterKey(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * HMAC-SHA256 (RFC 2104) over what is said.
     *
     * @param purpose keeps what is made for one purpose from being of use for another
     * @return 32 bytes
     */
    byte[] mac(String purpose, byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private SecretKey key() {
        SecretKey key = known;
        if (key == null) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            // Two copies of the site may ask at once: what was there first is what both read.
            jdbc.sql("insert into newsletter_key (key) values (:key) on conflict do nothing").param("key", random)
                    .update();
            key = new SecretKeySpec(jdbc.sql("select key from newsletter_key").query(byte[].class).single(), ALGORITHM);
            remember(key);
        }
        return key;
    }

    /** A key that was made in a transaction is known only once that is committed: rolled back, it would seal for nobody. */
    private void remember(SecretKey key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            known = key;
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                known = key;
            }
        });
    }
}

package io.shiporskip.visitors;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells networks apart without knowing them: by HMAC-SHA256 over the address's {@link NetworkPrefix}, with a random key that
 * all copies of the site share for one day (UTC) and that is deleted with it.
 */
@Component
public class Networks {

    private static final Logger log = LoggerFactory.getLogger(Networks.class);
    private static final String ALGORITHM = "HmacSHA256";
    /** PostgreSQL forgets the key in a crash, and another copy of the site may have made a new one since. */
    private static final Duration BELIEVED_FOR = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile KeyOfDay key = new KeyOfDay(LocalDate.MIN, Instant.MIN, new byte[32]);
    private final byte[] ownKey = randomKey();
    private final AtomicBoolean saidProxy = new AtomicBoolean();

    @Autowired
    Networks(JdbcClient jdbc) {
        this(jdbc, Clock.systemUTC());
    }

    Networks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record KeyOfDay(LocalDate day, Instant readAt, byte[] bytes) {}

    /** The network that the request comes from. Once a minute at most the database is asked for the day's key. */
    public Network of(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null && NetworkPrefix.isNear(request.getRemoteAddr())
                && !saidProxy.getAndSet(true)) {
            log.warn("Visitors   a proxy reports whom it speaks for (X-Forwarded-For) and is not believed, so that all"
                    + " readers behind it count as one network; see server.forward-headers-strategy in"
                    + " docs/operations.md");
        }
        return of(request.getRemoteAddr());
    }

    /**
     * The same for what is only kept in memory: it asks no database, and its key is this process's own. It must be written
     * nowhere.
     */
    public Network inMemory(HttpServletRequest request) {
        return hash(ownKey, request.getRemoteAddr());
    }

    Network of(String address) {
        return hash(today().bytes(), address);
    }

    private static Network hash(byte[] key, String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            ByteBuffer hash = ByteBuffer
                    .wrap(mac.doFinal(NetworkPrefix.of(address).hex().getBytes(StandardCharsets.US_ASCII)));
            return new Network(new UUID(hash.getLong(), hash.getLong()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Deletes the keys of days that are over, also where nobody votes any more. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void forgetKeysOfOtherDays() {
        jdbc.sql("delete from network_key where day < :today").param("today", LocalDate.now(clock)).update();
    }

    private static byte[] randomKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private KeyOfDay today() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        KeyOfDay known = key;
        if (known.day().equals(today) && known.readAt().isAfter(now.minus(BELIEVED_FOR))) {
            return known;
        }
        byte[] random = randomKey();
        jdbc.sql("insert into network_key (day, key) values (:day, :key) on conflict do nothing")
                .param("day", today).param("key", random).update();
        KeyOfDay shared = new KeyOfDay(today, now,
                jdbc.sql("select key from network_key where day = :day").param("day", today).query(byte[].class)
                        .single());
        key = shared;
        return shared;
    }
}

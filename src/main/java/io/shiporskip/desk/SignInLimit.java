package io.shiporskip.desk;

import io.shiporskip.platform.LinkSecret;
import io.shiporskip.visitors.Network;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Five failures to sign in with one address from one network within 15 minutes, whether there is such an account or not; then
 * that pair waits. All copies of the site count together, in PostgreSQL.
 */
@Component
class SignInLimit {

    /** So many failures are free. */
    static final int FREE = 5;

    /** A failure counts for so long. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    SignInLimit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes one of the free places before the password is looked at, so that attempts at the same moment cannot share one.
     *
     * @return how long to wait where none is left, and nothing is tried then
     */
    @Transactional
    public Optional<Duration> take(String email, Network network) {
        byte[] address = address(email);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:who, 0))")
                .param("who", email.toLowerCase(Locale.ROOT) + " " + network.hash()).query((_, _) -> 0).single();
        Optional<Duration> wait = jdbc.sql("""
                select ceil(extract(epoch from min(at) + make_interval(secs => :window) - clock_timestamp())) as seconds
                  from (select at from sign_in_failure
                         where address = :address and network = :network
                           and at > clock_timestamp() - make_interval(secs => :window)
                         order by at desc
                         limit :free) latest
                having count(*) = :free
                """).param("window", (double) WINDOW.toSeconds()).param("address", address)
                .param("network", network.hash()).param("free", FREE).query(Long.class).optional()
                .map(seconds -> Duration.ofSeconds(Math.max(1, seconds)));
        if (wait.isEmpty()) {
            jdbc.sql(
                    "insert into sign_in_failure (address, network, at) values (:address, :network, clock_timestamp())")
                    .param("address", address).param("network", network.hash()).update();
        }
        return wait;
    }

    /** Gives the places back to who has signed in. */
    public void giveBack(String email, Network network) {
        jdbc.sql("delete from sign_in_failure where address = :address and network = :network")
                .param("address", address(email)).param("network", network.hash()).update();
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT2M")
    void forget() {
        jdbc.sql("delete from sign_in_failure where at < now() - make_interval(secs => :window)")
                .param("window", (double) WINDOW.toSeconds()).update();
    }

    private static byte[] address(String email) {
        return LinkSecret.sha256(email.toLowerCase(Locale.ROOT));
    }
}

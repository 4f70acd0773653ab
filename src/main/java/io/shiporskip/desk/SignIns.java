package io.shiporskip.desk;

import io.shiporskip.platform.LinkSecret;
import io.shiporskip.visitors.Network;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Says whether somebody may come in. An address that nobody has costs the same as one with a wrong password: the same statements,
 * and one hash.
 */
@Component
class SignIns {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final SignInLimit limit;
    /** Of no password that anybody could type. */
    private final String nobodysHash;

    SignIns(JdbcClient jdbc, PasswordEncoder encoder, SignInLimit limit) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.limit = limit;
        this.nobodysHash = encoder.encode(LinkSecret.random().text());
    }

    /** What came of it. */
    sealed interface Answer {

        /** Right: this account, at this generation of its sessions. */
        record In(UUID account, int generation) implements Answer {}

        /** The address or the password is wrong, or the account is disabled: nobody learns which. */
        record Wrong() implements Answer {}

        /** Too many failures; nothing was tried. */
        record Wait(Duration time) implements Answer {}
    }

    private record Known(UUID id, String passwordHash, boolean active, int generation) {}

    /** Tries an address and a password. */
    Answer attempt(String email, String password, Network network) {
        String typed = email.strip();
        Optional<Duration> wait = limit.take(typed, network);
        if (wait.isPresent()) {
            return new Answer.Wait(wait.get());
        }
        Optional<Known> known = jdbc.sql("""
                select id, password_hash, active, generation from account where lower(email) = lower(:email)
                """).param("email", typed).query(Known.class).optional();
        // Hashed before anything is decided, so that the time says nothing.
        boolean right = encoder.matches(password, known.map(Known::passwordHash).orElse(nobodysHash));
        if (!right || known.isEmpty() || !known.get().active()) {
            return new Answer.Wrong();
        }
        limit.giveBack(typed, network);
        jdbc.sql("update account set signed_in_at = now() where id = :id").param("id", known.get().id()).update();
        return new Answer.In(known.get().id(), known.get().generation());
    }
}

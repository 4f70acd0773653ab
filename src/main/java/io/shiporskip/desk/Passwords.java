package io.shiporskip.desk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.util.Map;

/**
 * How passwords are kept: as Argon2id (RFC 9106) with 19 MiB, two passes and one lane, the first choice of the
 * <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP Password Storage Cheat
 * Sheet</a>. Each hash names its algorithm, so that another one can follow.
 */
@Configuration(proxyBeanMethods = false)
class Passwords {

    private static final String ARGON2ID = "argon2id";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(ARGON2ID,
                Map.of(ARGON2ID, new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)));
    }
}

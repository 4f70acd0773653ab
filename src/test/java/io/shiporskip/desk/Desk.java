package io.shiporskip.desk;

import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes accounts and lets people come in, as the pages do. */
@TestComponent
public class Desk {

    /** The password of everybody here. */
    public static final String PASSWORD = "four loose words here";

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;

    Desk(JdbcClient jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.encoder = encoder;
    }

    /** A new account, with an address that no other has. */
    public String account(String name, Role role) {
        String email = name.toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID() + "@example.org";
        jdbc.sql("insert into account (email, name, role, password_hash) values (:email, :name, :role, :hash)")
                .param("email", email).param("name", name).param("role", role.name())
                .param("hash", encoder.encode(PASSWORD)).update();
        return email;
    }

    /** The id of an account. */
    public UUID id(String email) {
        return jdbc.sql("select id from account where email = :email").param("email", email).query(UUID.class).single();
    }

    /** Somebody who has signed in with a new account. */
    public SignedIn somebody(Pages pages, String name, Role role) {
        String email = account(name, role);
        Person person = new Person(pages);
        Page answer = person.press("/desk/sign-in", "email", email, "password", PASSWORD);
        if (answer.status() != 303) {
            throw new AssertionError("not signed in: " + answer.source());
        }
        return new SignedIn(person, email);
    }

    /** Somebody at the desk, who presses buttons with the token of the page. */
    public record SignedIn(Person person, String email) {

        /** Opens a page. */
        public Page open(String path) {
            return person.open(path);
        }

        /** The token of this session's forms. */
        public String token() {
            return person.open("/desk/account").html().select("input[name=_csrf]").val();
        }

        /** Presses a button without JavaScript: names and values in turn. */
        public Page press(String path, String... fields) {
            return person.press(path, withToken(fields));
        }

        /** Presses a button by HTMX: names and values in turn. */
        public Page pressByHtmx(String path, String... fields) {
            return person.pressByHtmx(path, withToken(fields));
        }

        private String[] withToken(String... fields) {
            List<String> all = new ArrayList<>(List.of(fields));
            all.add("_csrf");
            all.add(token());
            return all.toArray(String[]::new);
        }
    }
}

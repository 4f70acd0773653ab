package io.shiporskip.desk;

import io.shiporskip.platform.LinkSecret;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

@VisitorTest
@Import(SignInTests.Counting.class)
@SuppressWarnings("NullAway.Init")
class SignInTests {

    private static final AtomicInteger HASHES = new AtomicInteger();

    /** Counts how often a password is hashed. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static BeanPostProcessor hashesAreCounted() {
            return new BeanPostProcessor() {

                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof PasswordEncoder encoder ? new PasswordEncoder() {

                        @Override
                        public @Nullable String encode(@Nullable CharSequence password) {
                            HASHES.incrementAndGet();
                            return encoder.encode(password);
                        }

                        @Override
                        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                            HASHES.incrementAndGet();
                            return encoder.matches(password, hash);
                        }
                    } : bean;
                }
            };
        }
    }

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoKnowsThePasswordComesIn() {
        String email = desk.account("Anna", Role.EDITOR);
        Person anna = new Person(pages);
        Page answer = anna.press("/desk/sign-in", "email", " " + email.toUpperCase(java.util.Locale.ROOT) + " ",
                "password", Desk.PASSWORD);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/desk");
        assertThat(answer.headers().getFirst(HttpHeaders.SET_COOKIE)).startsWith("desk=").contains("Path=/desk")
                .contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Domain");
        assertThat(anna.open("/desk").text(".desk-own a")).isEqualTo("Anna");
        assertThat(anna.open("/desk/sign-in").location()).as("nobody signs in twice").isEqualTo("/desk");
    }

    @Test
    void oneGoesBackToWhereOneWantedToGoAndNeverElsewhere() {
        String email = desk.account("Anna", Role.EDITOR);
        assertThat(signIn(email, "/desk/account?changed=name").location()).isEqualTo("/desk/account?changed=name");
        assertThat(signIn(email, "https://evil.example/").location()).isEqualTo("/desk");
        assertThat(signIn(email, "//evil.example").location()).isEqualTo("/desk");
        assertThat(pages.get("/desk/sign-in?back=https://evil.example/").html().select("input[name=back]").val())
                .isEqualTo("/desk");
        assertThat(pages.get("/desk/audit?before=7").location())
                .isEqualTo("/desk/sign-in?back=%2Fdesk%2Faudit%3Fbefore%3D7");
    }

    private Page signIn(String email, String back) {
        return new Person(pages).press("/desk/sign-in", "email", email, "password", Desk.PASSWORD, "back", back);
    }

    @Test
    void nobodyLearnsWhetherThereIsSuchAnAccount() {
        String email = desk.account("Anna", Role.EDITOR);
        String disabled = desk.account("Ben", Role.EDITOR);
        jdbc.sql("update account set active = false where email = :email").param("email", disabled).update();

        Page known = measured(email, "wrong but long enough");
        Page unknown = measured("nobody-" + UUID.randomUUID() + "@example.org", "wrong but long enough");
        Page off = measured(disabled, Desk.PASSWORD);

        assertThat(known.status()).isEqualTo(422);
        for (Page other : List.of(unknown, off)) {
            assertThat(other.status()).isEqualTo(known.status());
            assertThat(withoutAddress(other)).isEqualTo(withoutAddress(known));
            assertThat(other.statements()).isEqualTo(known.statements());
        }
    }

    /** One hash, whoever asks. */
    private Page measured(String email, String password) {
        HASHES.set(0);
        Page page = new Person(pages).press("/desk/sign-in", "email", email, "password", password);
        assertThat(HASHES.get()).as("hashes for %s", email).isEqualTo(1);
        return page;
    }

    private static String withoutAddress(Page page) {
        return page.source().replaceAll("[a-z]+-[0-9a-f-]{36}@example[.]org", "ADDRESS");
    }

    @Test
    void theSixthFailureWaits() {
        for (String email : List.of(desk.account("Anna", Role.EDITOR),
                "nobody-" + UUID.randomUUID() + "@example.org")) {
            Person guesser = new Person(pages).at("203.0.113.7");
            for (int i = 0; i < SignInLimit.FREE; i++) {
                assertThat(guesser.press("/desk/sign-in", "email", email, "password", "guess " + i).status())
                        .isEqualTo(422);
            }
            HASHES.set(0);
            Page refused = guesser.press("/desk/sign-in", "email", email, "password", Desk.PASSWORD);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(String.valueOf(refused.headers().getFirst(HttpHeaders.RETRY_AFTER))))
                    .isBetween(800, 900);
            assertThat(refused.text("#problem")).isEqualTo("Too many attempts. Wait 15 minutes and try again.");
            assertThat(refused.html().select("#email").val()).as("what was typed").isEqualTo(email);
            assertThat(HASHES).as("nothing is tried").hasValue(0);
        }
    }

    @Test
    void anotherNetworkAndAnotherAccountHavePlacesOfTheirOwn() {
        String email = desk.account("Anna", Role.EDITOR);
        String other = desk.account("Ben", Role.EDITOR);
        Person guesser = new Person(pages).at("203.0.113.8");
        for (int i = 0; i <= SignInLimit.FREE; i++) {
            guesser.press("/desk/sign-in", "email", email, "password", "guess");
        }
        assertThat(guesser.press("/desk/sign-in", "email", other, "password", Desk.PASSWORD).status()).isEqualTo(303);
        assertThat(new Person(pages).at("198.51.100.8").press("/desk/sign-in", "email", email, "password",
                Desk.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void afterAQuarterOfAnHourThereAreNewPlaces() {
        String email = desk.account("Anna", Role.EDITOR);
        Person guesser = new Person(pages).at("203.0.113.9");
        for (int i = 0; i <= SignInLimit.FREE; i++) {
            guesser.press("/desk/sign-in", "email", email, "password", "guess");
        }
        jdbc.sql("update sign_in_failure set at = at - interval '15 minutes'").update();
        assertThat(guesser.press("/desk/sign-in", "email", email, "password", Desk.PASSWORD).status()).isEqualTo(303);
        assertThat(jdbc.sql("select count(*) from sign_in_failure where address = :address")
                .param("address", LinkSecret.sha256(email)).query(Integer.class).single())
                .as("who has signed in has all places again").isZero();
    }

    @Test
    void guessesAtTheSameMomentShareNoPlace() throws Exception {
        String email = desk.account("Anna", Role.EDITOR);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> guesses = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(i -> () -> new Person(pages).at("203.0.113.10")
                            .press("/desk/sign-in", "email", email, "password", "guess " + i).status())
                    .toList();
            int tried = 0;
            for (Future<Integer> guess : threads.invokeAll(guesses)) {
                tried += guess.get() == 422 ? 1 : 0;
            }
            assertThat(tried).isEqualTo(SignInLimit.FREE);
        }
    }

    @Test
    void aPlantedSessionIsNotTheOneAfterwards() {
        Desk.SignedIn mallory = desk.somebody(pages, "Mallory", Role.EDITOR);
        String planted = mallory.person().cookie();
        String email = desk.account("Anna", Role.ADMINISTRATOR);
        Person anna = new Person(pages).withCookie(planted);

        assertThat(anna.press("/desk/sign-in", "email", email, "password", Desk.PASSWORD).status()).isEqualTo(303);

        assertThat(anna.cookie()).startsWith("desk=").isNotEqualTo(planted);
        assertThat(anna.open("/desk").text(".desk-own a")).isEqualTo("Anna");
        assertThat(new Person(pages).withCookie(planted).open("/desk").location()).startsWith("/desk/sign-in");
    }

    @Test
    void whoSignsOutIsOutWithThatVeryCookie() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.EDITOR);
        String cookie = anna.person().cookie();
        assertThat(anna.press("/desk/sign-out").location()).isEqualTo("/desk/sign-in?left");
        assertThat(new Person(pages).withCookie(cookie).open("/desk").location()).startsWith("/desk/sign-in");
        assertThat(pages.get("/desk/sign-out").status()).as("not by a link").isIn(303, 405);
    }

    @Test
    void aSessionThatNobodyUsedForHalfADayIsOver() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.EDITOR);
        assertThat(jdbc.sql("select max_inactive_interval from desk_session").query(Integer.class).list())
                .containsOnly((int) DeskSessions.IDLE.toSeconds());
        jdbc.sql("update desk_session set last_access_time = last_access_time - max_inactive_interval * 1000::bigint")
                .update();
        assertThat(anna.open("/desk").location()).startsWith("/desk/sign-in");
    }

    @Test
    void aFormSentAfterTheSessionHasEndedIsKeptAndCanBeSentOnceMore() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.EDITOR);
        anna.person().withCookie("");

        Page asked = anna.person().press("/desk/account/name", "name", "Anna <b>Lind</b>", "_csrf", "stale");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.text(".desk-typed dd")).isEqualTo("Anna <b>Lind</b>");
        assertThat(asked.html().select("input[name^=typed-]").eachAttr("name"))
                .containsExactly("typed-action", "typed-field.name");

        Page wrong = anna.person().press("/desk/sign-in", "email", anna.email(), "password", "not that one",
                "typed-action", "/desk/account/name", "typed-field.name", "Anna <b>Lind</b>");
        assertThat(wrong.text(".desk-typed dd")).as("after a mistake too").isEqualTo("Anna <b>Lind</b>");

        Page resumed = anna.person().press("/desk/sign-in", "email", anna.email(), "password", Desk.PASSWORD,
                "typed-action", "/desk/account/name", "typed-field.name", "Anna <b>Lind</b>");
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.html().select("main form").attr("action")).isEqualTo("/desk/account/name");
        String token = resumed.html().select("main form input[name=_csrf]").val();
        String name = resumed.html().select("main form input[name=name]").val();

        assertThat(anna.person().press("/desk/account/name", "name", name, "_csrf", token).location())
                .isEqualTo("/desk/account?changed=name");
        assertThat(anna.open("/desk").text(".desk-own a")).isEqualTo("Anna <b>Lind</b>");
    }

    @Test
    void aPasswordIsNeverCarriedAlong() {
        Page asked = new Person(pages).press("/desk/account/password", "old-password", "four loose words", "password",
                "five other loose words here");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.source()).doesNotContain("loose words");
    }

    @Test
    void whatIsCarriedGoesToTheDeskAlone() {
        String email = desk.account("Anna", Role.EDITOR);
        assertThat(new Person(pages).press("/desk/sign-in", "email", email, "password", Desk.PASSWORD, "typed-action",
                "https://evil.example/", "typed-field.a", "b").location()).isEqualTo("/desk");
    }
}

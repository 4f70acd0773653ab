package io.shiporskip.newsletter;

import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** The form of the weekly e-mail: what it answers, and what it stores. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class SignUpPageTests {

    private static final String ANNA = "anna@example.org";
    private static int networks;

    @Autowired
    Newsletter newsletter;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasSignedUp() {
        newsletter.clear();
    }

    @Test
    void theAnswerIsTheSameForWhateverAddress() {
        newsletter.waiting("waiting@example.org");
        newsletter.confirmed("confirmed@example.org");
        newsletter.confirmed("left@example.org");
        subscribers.leave(newsletter.id("left@example.org"));
        newsletter.confirmed("refused@example.org");
        subscribers.refusedForGood(newsletter.id("refused@example.org"));
        newsletter.confirmed("erased@example.org");
        subscribers.erase(newsletter.id("erased@example.org"));
        List<String> names = List.of("new", "waiting", "confirmed", "left", "refused", "erased",
                "with-much-longer-name");

        List<Page> answers = names.stream().map(name -> signUp(name + "@example.org")).toList();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("h1")).isEqualTo("Check your inbox");
            assertThat(answer.source()).isEqualTo(answers.getFirst().source());
            assertThat(answer.headers()).isEqualTo(answers.getFirst().headers());
            assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
            assertThat(answer.headers().get(HttpHeaders.SET_COOKIE)).isNull();
        });
        List<Page> fragments = names.stream()
                .map(name -> somebody().pressByHtmx("/newsletter", "email", name + "@example.org")).toList();
        assertThat(fragments).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.source()).isEqualTo(fragments.getFirst().source()).doesNotContain("<html");
            assertThat(answer.text("[data-hx-swap-oob]")).contains("Check your inbox");
        });
        newsletter.postman().forget();
        newsletter.workOff();
        assertThat(newsletter.postman().mails()).extracting(mail -> mail.to())
                .containsExactlyInAnyOrder("new@example.org", "with-much-longer-name@example.org");
    }

    /** A NUL is no text, in whatever field: it is turned away before anybody looks for an address in it. */
    @Test
    void aNulIsABadRequestAndSendsNothing() {
        newsletter.postman().forget();
        assertThat(signUp("anna@example.org\u0000").status()).isEqualTo(400);
        newsletter.workOff();
        assertThat(newsletter.postman().mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "anna", "anna@localhost", "Anna <anna@example.org>",
        "anna@example.org, ben@example.org",
        "anna@example.org\r\nBcc: ben@example.org", "anna@example.org\nSubject: pills", "anna@example.org\r",
        "<script>alert(1)</script>@example.org" })
    void whatIsNoAddressIs422AndKeepsWhatWasTyped(String typed) {
        Page page = signUp(typed);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("[role=alert]")).isEqualTo("Enter a valid e-mail address.");
        if (typed.chars().noneMatch(Character::isISOControl)) {
            assertThat(page.html().select("#email").attr("value")).isEqualTo(typed);
        }
        assertThat(page.html().select("#email").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.html().select("#email[autofocus]")).hasSize(1);
        assertThat(page.html().select("script:not([src])")).isEmpty();
        assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
        Page fragment = somebody().pressByHtmx("/newsletter", "email", typed);
        assertThat(fragment.status()).isEqualTo(422);
        assertThat(fragment.source().strip())
                .isEqualTo("<p class=\"form-error\">Enter a valid e-mail address.</p>");
        assertNothingStored();
    }

    @Test
    void anAddressOf255CharactersIs422AndOneOf254IsTaken() {
        String label = "d".repeat(63);
        String domain = "@" + label + "." + label + "." + label + ".";

        assertThat(signUp("a".repeat(59) + domain + "abc").status()).isEqualTo(422);
        assertNothingStored();
        assertThat(signUp("a".repeat(58) + domain + "abc").status()).isEqualTo(200);
        assertThat(newsletter.workOff()).isEqualTo(1);
        assertThat(newsletter.postman().mails().getFirst().to()).hasSize(254);
    }

    @Test
    void twoAddressesAndNoneAre422() {
        assertThat(somebody().press("/newsletter").status()).isEqualTo(422);
        assertThat(somebody().press("/newsletter", "email", ANNA, "email", "ben@example.org").status()).isEqualTo(422);
        assertThat(somebody().press("/newsletter", "email", ANNA, "email", ANNA).status()).isEqualTo(422);
        assertNothingStored();
    }

    @Test
    void whoFillsInTheTrapGetsTheSameAnswerAndNothingIsStored() {
        Page trapped = somebody().press("/newsletter", "email", ANNA, "website", "https://spam.example");
        assertNothingStored();

        assertThat(trapped.status()).isEqualTo(200);
        assertThat(trapped.source()).isEqualTo(somebody().press("/newsletter", "email", ANNA, "website", "").source());
        assertThat(newsletter.state(ANNA)).isEqualTo("WAITING");
    }

    @Test
    void aPageOfAnotherSiteSignsNobodyUp() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        headers.set("Sec-Fetch-Site", "cross-site");

        assertThat(pages.send("POST", "/newsletter", headers, "email=anna%40example.org").status()).isEqualTo(403);
        assertNothingStored();
    }

    @Test
    void theTwentyFirstSignUpOfANetworkWithinAnHourIsRefused() {
        Person network = somebody();
        for (int i = 0; i < 20; i++) {
            assertThat(network.press("/newsletter", "email", "reader" + i + "@example.org").status()).isEqualTo(200);
        }
        assertThat(network.press("/newsletter", "email", "no-address").status()).isEqualTo(422);

        Page refused = network.press("/newsletter", "email", ANNA);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(refused.headers().getFirst("Retry-After")))).isBetween(3000, 3600);
        assertThat(refused.text("[role=alert]")).startsWith("Too many sign-ups came from your network.");
        assertThat(refused.html().select("#email").attr("value")).isEqualTo(ANNA);
        Page fragment = network.pressByHtmx("/newsletter", "email", ANNA);
        assertThat(fragment.status()).isEqualTo(429);
        assertThat(fragment.html().select("p.form-error").text()).startsWith("Too many sign-ups");
        assertThat(fragment.headers().getFirst("Retry-After")).isNotNull();
        assertThat(newsletter.state(ANNA)).isEmpty();
        assertThat(signUp(ANNA).status()).as("from another network").isEqualTo(200);
    }

    @Test
    void manySignUpsForOneAddressFromManyNetworksBringOneMail() {
        IntStream.range(0, 200).parallel()
                .forEach(i -> assertThat(new Person(pages).at("10.9." + i + ".1").press("/newsletter", "email",
                        i % 2 == 0 ? ANNA : "ANNA@EXAMPLE.org").status()).isEqualTo(200));

        assertThat(newsletter.workOff()).isEqualTo(1);
        assertThat(newsletter.postman().mails()).hasSize(1);
    }

    @Test
    void aDomainInOtherLettersIsWrittenToInAscii() {
        signUp("anna@b\u00fccher.example");
        newsletter.workOff();

        assertThat(newsletter.postman().mails().getFirst().to()).isEqualTo("anna@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/tools/devin", "/compare/aider-vs-devin", "/newsletter" })
    void theFormStandsOnThePage(String address) {
        Page page = pages.get(address);

        assertThat(page.html().select("form[action='/newsletter'][method=post]")).hasSize(1);
        assertThat(page.text("#letter")).isEqualTo("Get the next comparison in your inbox");
        assertThat(page.text(".page-eyebrow, h1").isEmpty()).isFalse();
        assertThat(page.html().text()).contains("Weekly AI Tool Verdicts");
        assertThat(page.html().select("label[for=email]")).hasSize(1);
        assertThat(page.html().select("#email[type=email][name=email][autocomplete=email][required]")).hasSize(1);
        assertThat(page.html().select(".letter-trap[aria-hidden=true] input[name=website][tabindex=-1]")).hasSize(1);
        assertThat(page.html().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        int begin = page.source().indexOf("<form class=\"letter-form\"");
        assertThat(page.source().indexOf("</form>", begin) - begin).as("bytes of the form").isLessThan(1100);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/tools/devin", "/compare/aider-vs-devin", "/newsletter" })
    void whereNoMailGoesOutThePageSaysSoAndHasNoForm(String address) {
        newsletter.postman().delivers(false);
        Page page = pages.get(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("form[action='/newsletter']")).isEmpty();
        assertThat(page.html().text()).contains("Sign-up by e-mail is not open on this site.");
    }

    @Test
    void whereNoMailGoesOutASignUpIs503() {
        newsletter.postman().delivers(false);
        Page page = signUp(ANNA);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("main")).contains("Sign-up by e-mail is not open on this site.");
        assertThat(somebody().pressByHtmx("/newsletter", "email", ANNA).text(".form-error"))
                .isEqualTo("Sign-up by e-mail is not open on this site. Nothing was stored.");
        assertNothingStored();
    }

    private Page signUp(String address) {
        return somebody().press("/newsletter", "email", address);
    }

    /** Somebody in a network of their own. */
    private Person somebody() {
        networks++;
        return new Person(pages).at("10." + (20 + networks / 250) + "." + networks % 250 + ".7");
    }

    private void assertNothingStored() {
        assertThat(jdbc.sql("select count(*) from subscriber").query(Integer.class).single()).isZero();
        assertThat(newsletter.workOff()).isZero();
        assertThat(newsletter.postman().mails()).isEmpty();
    }
}

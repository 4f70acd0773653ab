package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages that links in mails open: to confirm, to leave, to come back and to be erased. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class MailedPageTests {

    private static final String ANNA = "anna@example.org";
    private static final String INVALID = "This link is invalid or has expired.";

    @Autowired
    Newsletter newsletter;

    @Autowired
    Subscribers subscribers;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    LeaveTokens tokens;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasSignedUp() {
        newsletter.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "HEAD", "OPTIONS" })
    void aScannerThatOpensALinkChangesNothing(String method) {
        String confirm = "/newsletter/confirm/" + newsletter.waiting("ben@example.org");
        String leave = "/newsletter/leave/" + newsletter.confirmed(ANNA);
        for (int i = 0; i < 3; i++) {
            assertThat(pages.send(method, confirm, new HttpHeaders()).status()).isEqualTo(200);
            assertThat(pages.send(method, leave, new HttpHeaders()).status()).isEqualTo(200);
        }

        assertThat(newsletter.state("ben@example.org")).isEqualTo("WAITING");
        assertThat(newsletter.state(ANNA)).isEqualTo("CONFIRMED");
    }

    @Test
    void oneButtonConfirmsOnce() {
        String link = "/newsletter/confirm/" + newsletter.waiting(ANNA);
        Page asks = open(link);
        assertThat(asks.text("h1")).isEqualTo("Confirm your address");
        assertThat(asks.html().select("main button")).hasSize(1);
        assertThat(asks.html().select("main form[method=post]").attr("action")).isEqualTo(link);
        assertForOneReader(asks);

        Page confirmed = press(link);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.text("h1")).isEqualTo("You are in");
        assertForOneReader(confirmed);
        assertThat(newsletter.state(ANNA)).isEqualTo("CONFIRMED");
        assertThat(press(link).text("h1")).isEqualTo("Already confirmed");
        assertThat(open(link).text("h1")).isEqualTo("Already confirmed");
        assertThat(open(link).html().select("main button")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "devin", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%F0%9F%98%80",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "'or'1'='1" })
    void aBadTokenIs404Everywhere(String token) {
        for (String act : new String[]{ "confirm", "leave" }) {
            assertInvalid(open("/newsletter/" + act + "/" + token));
        }
        for (String act : new String[]{ "confirm", "leave", "return", "erasure" }) {
            assertInvalid(press("/newsletter/" + act + "/" + token, "sure", "yes"));
        }
    }

    @Test
    void anExpiredTokenIs404() {
        String link = "/newsletter/confirm/" + newsletter.waiting(ANNA);
        newsletter.later(ANNA, 73);

        assertInvalid(open(link));
        assertInvalid(press(link));
        assertThat(newsletter.state(ANNA)).isEqualTo("WAITING");
    }

    @Test
    void aTokenForOnePurposeOpensNoOther() {
        String confirm = newsletter.waiting(ANNA);
        String leave = newsletter.leaveToken(ANNA);

        assertInvalid(open("/newsletter/leave/" + confirm));
        assertInvalid(open("/newsletter/confirm/" + leave));
        char last = leave.charAt(leave.length() - 1);
        assertInvalid(press("/newsletter/leave/" + leave.substring(0, leave.length() - 1) + (last == 'A' ? 'B' : 'A')));
    }

    @Test
    void oneButtonLeavesAndCanBeUndone() {
        String token = newsletter.confirmed(ANNA);
        Page asks = open("/newsletter/leave/" + token);
        assertThat(asks.text("h1")).isEqualTo("Leave the weekly e-mail?");
        assertThat(asks.html().select("main button")).hasSize(1);
        assertForOneReader(asks);

        Page left = press("/newsletter/leave/" + token);
        assertThat(left.text("h1")).isEqualTo("You have left");
        assertForOneReader(left);
        assertThat(left.html().select("main form").eachAttr("action")).containsExactly("/newsletter/return/" + token,
                "/newsletter/erasure/" + token);
        assertThat(newsletter.state(ANNA)).isEqualTo("LEFT");
        assertThat(press("/newsletter/leave/" + token).text("h1")).isEqualTo("You have left already");
        assertThat(open("/newsletter/leave/" + token).text("h1")).isEqualTo("You have left already");

        Page back = press("/newsletter/return/" + token);
        assertThat(back.text("h1")).isEqualTo("You are back");
        assertForOneReader(back);
        assertThat(newsletter.state(ANNA)).isEqualTo("CONFIRMED");
        assertThat(suppressions.holds(new EmailAddress(ANNA))).isFalse();
    }

    @Test
    void whereTheServerRefusedForGoodThePageSaysThatThereIsNoWayBack() {
        String token = newsletter.confirmed(ANNA);
        subscribers.refusedForGood(newsletter.id(ANNA));

        assertThat(press("/newsletter/return/" + token).text("h1")).isEqualTo("No mail reaches you there");
        assertThat(newsletter.state(ANNA)).isEqualTo("LEFT");
    }

    @Test
    void erasingNeedsTheTickAndLeavesNothing() {
        String token = newsletter.confirmed(ANNA);
        press("/newsletter/leave/" + token);
        Page refused = press("/newsletter/erasure/" + token);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(newsletter.state(ANNA)).isEqualTo("LEFT");

        Page erased = press("/newsletter/erasure/" + token, "sure", "yes");
        assertThat(erased.text("h1")).isEqualTo("Your data is erased");
        assertForOneReader(erased);
        assertThat(newsletter.state(ANNA)).isEmpty();
        for (Page page : new Page[]{ open("/newsletter/leave/" + token), press("/newsletter/leave/" + token),
            press("/newsletter/return/" + token), press("/newsletter/erasure/" + token, "sure", "yes") }) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text("h1")).isEqualTo("Nothing is stored");
        }
        assertThat(suppressions.holds(new EmailAddress(ANNA))).isTrue();
    }

    @Test
    void aTokenOfASubscriberWhoIsPurgedSaysThatNothingIsStored() {
        assertThat(open("/newsletter/leave/" + tokens.of(UUID.randomUUID())).text("h1")).isEqualTo("Nothing is stored");
    }

    @ParameterizedTest
    @CsvSource({ "Origin, https://mail.example", "Origin, null", "Sec-Fetch-Site, cross-site",
        "Referer, https://mail.example/inbox" })
    void aMailProviderLeavesWithOneClickFromAnywhere(String header, String value) {
        String token = newsletter.confirmed(ANNA);
        HttpHeaders headers = new HttpHeaders();
        headers.set(header, value);
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);

        Page answer = pages.send("POST", "/newsletter/leave/" + token, headers, "List-Unsubscribe=One-Click");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.location()).isEmpty();
        assertThat(newsletter.state(ANNA)).isEqualTo("LEFT");
    }

    @Test
    void aOneClickMayComeAsAFormWithParts() {
        String token = newsletter.confirmed(ANNA);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=x");

        Page answer = pages.send("POST", "/newsletter/leave/" + token, headers,
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(newsletter.state(ANNA)).isEqualTo("LEFT");
    }

    @ParameterizedTest
    @ValueSource(strings = { "return", "erasure", "confirm" })
    void everythingElseIsRefusedToOtherSites(String act) {
        String token = act.equals("confirm") ? newsletter.waiting(ANNA) : newsletter.confirmed(ANNA);
        String state = newsletter.state(ANNA);
        HttpHeaders headers = new HttpHeaders();
        headers.set("Origin", "https://mail.example");
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);

        assertThat(pages.send("POST", "/newsletter/" + act + "/" + token, headers, "sure=yes").status()).isEqualTo(403);
        assertThat(newsletter.state(ANNA)).isEqualTo(state);
    }

    private Page open(String path) {
        return new Person(pages).open(path);
    }

    private Page press(String path, String... fields) {
        return new Person(pages).press(path, fields);
    }

    private static void assertForOneReader(Page page) {
        assertThat(page.headers().getCacheControl()).contains("no-store").doesNotContain("public");
        assertThat(page.headers().getFirst("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(page.html().select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.headers().get(HttpHeaders.SET_COOKIE)).isNull();
        assertThat(page.source()).doesNotContain("example.org");
    }

    private static void assertInvalid(Page page) {
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text("main")).contains(INVALID);
        assertThat(page.headers().getCacheControl()).contains("no-store").doesNotContain("public");
    }
}

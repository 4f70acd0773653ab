package io.shiporskip.desk;

import io.shiporskip.mail.Postman;
import io.shiporskip.platform.LinkSecret;
import io.shiporskip.platform.SiteAddress;
import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PageTest
@TestPropertySource(properties = { "shiporskip.visitors.changes-a-minute=1000000", "db-scheduler.enabled=true",
    "db-scheduler.polling-interval=100ms" })
@SuppressWarnings("NullAway.Init")
class AccountsTests {

    private static final Pattern LINK = Pattern
            .compile("http://localhost:[0-9]+(/desk/(?:invitation|reset)/[\\w-]{43})\\b");

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    DeskMail mail;

    @Autowired
    FirstAdministrator first;

    @Autowired
    Accounts accounts;

    @Autowired
    Invitations invitations;

    @Autowired
    Resets resets;

    @Autowired
    Postman postman;

    @Autowired
    SiteAddress site;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoIsInvitedMakesAnAccountOnce() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        String email = unique();
        Page asked = anna.press("/desk/invitations", "email", email, "role", "EDITOR");
        assertThat(asked.location()).isEqualTo("/desk/accounts");
        String link = linkMailedTo(email);
        assertThat(anna.open("/desk/accounts").text(".desk-people:has(form[action$=revoke])")).contains(email)
                .contains("To be an editor, invited by Anna.");

        Page page = pages.get(link);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("#email").val()).isEqualTo(email);
        assertThat(pages.send("HEAD", link, new org.springframework.http.HttpHeaders()).status()).isEqualTo(200);
        Page short_ = new Person(pages).press(link, "name", "Ben", "password", "too short");
        assertThat(short_.status()).isEqualTo(422);
        assertThat(short_.text("#problem")).isEqualTo("The password needs at least 12 characters; this one has 9.");
        assertThat(short_.html().select("#name").val()).as("what was typed").isEqualTo("Ben");

        Person ben = new Person(pages);
        assertThat(ben.press(link, "name", " Ben ", "password", Desk.PASSWORD, "email", "other@example.org",
                "role", "ADMINISTRATOR").location()).isEqualTo("/desk");
        assertThat(ben.open("/desk").text(".desk-own a")).isEqualTo("Ben");
        assertThat(ben.open("/desk/accounts").status()).as("the invitation decides, not the form").isEqualTo(403);
        assertThat(audited(email)).containsExactly("Anna invited", "Ben joined the desk");

        assertInvalid(pages.get(link));
        assertInvalid(new Person(pages).press(link, "name", "Eve", "password", Desk.PASSWORD));
    }

    @Test
    void aLinkThatIsOverTakenBackReplacedOrMadeUpLeadsNowhere() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        String over = unique();
        String back = unique();
        String replaced = unique();
        for (String email : List.of(over, back, replaced)) {
            anna.press("/desk/invitations", "email", email, "role", "EDITOR");
        }
        String overLink = linkMailedTo(over);
        jdbc.sql("update invitation set expires_at = now() where email = :email").param("email", over).update();
        String backLink = linkMailedTo(back);
        UUID id = jdbc.sql("select id from invitation where email = :email").param("email", back).query(UUID.class)
                .single();
        assertThat(anna.press("/desk/invitations/" + id + "/revoke").status()).isEqualTo(303);
        assertThat(audited(back)).contains("Anna took back the invitation");
        String replacedLink = linkMailedTo(replaced);
        anna.press("/desk/invitations", "email", replaced, "role", "ADMINISTRATOR");

        for (String link : List.of(overLink, backLink, replacedLink, "/desk/invitation/" + LinkSecret.random().text(),
                "/desk/invitation/x", "/desk/reset/x", overLink.replace("invitation", "reset"))) {
            assertInvalid(pages.get(link));
            assertInvalid(new Person(pages).press(link, "name", "Eve", "password", Desk.PASSWORD));
        }
    }

    private static void assertInvalid(Page page) {
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text(".page-intro")).startsWith("This link is invalid or has expired.");
    }

    @Test
    void anAddressThatIsNoneOrHasAnAccountIsNotInvited() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        Page bad = anna.press("/desk/invitations", "email", "anna@", "role", "ADMINISTRATOR");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text("#problem")).isEqualTo("Enter a valid e-mail address.");
        assertThat(bad.html().select("#email").val()).isEqualTo("anna@");
        assertThat(bad.html().select("#role option[selected]").val()).isEqualTo("ADMINISTRATOR");
        Page htmx = anna.pressByHtmx("/desk/invitations", "email", "anna@", "role", "EDITOR");
        assertThat(htmx.status()).isEqualTo(422);
        assertThat(htmx.text(".form-error")).contains("Enter a valid e-mail address.");
        Page taken = anna.press("/desk/invitations", "email", anna.email(), "role", "EDITOR");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text(".page-intro")).isEqualTo("There is an account with this e-mail address already.");
    }

    @Test
    void theLastAdministratorStays() {
        jdbc.sql("update account set role = 'EDITOR'").update();
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        String own = "/desk/accounts/" + desk.id(anna.email());

        Page role = anna.pressByHtmx(own + "/role", "role", "EDITOR");
        assertThat(role.status()).isEqualTo(422);
        assertThat(role.text(".form-error")).contains("Anna is the last administrator.");
        assertThat(anna.press(own + "/active", "active", "false").status()).isEqualTo(422);
        assertThat(anna.open("/desk/accounts").status()).isEqualTo(200);

        Desk.SignedIn ben = desk.somebody(pages, "Ben", Role.EDITOR);
        UUID bens = desk.id(ben.email());
        assertThat(anna.press("/desk/accounts/" + bens + "/role", "role", "ADMINISTRATOR").status()).isEqualTo(303);
        assertThat(ben.open("/desk/accounts").status()).as("from the next request on").isEqualTo(200);
        assertThat(anna.press(own + "/role", "role", "EDITOR").status()).isEqualTo(303);
        assertThat(anna.open("/desk/accounts").status()).isEqualTo(403);
        assertThat(audited(anna.email())).containsExactly("Anna made an editor");
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        Desk.SignedIn ben = desk.somebody(pages, "Ben", Role.EDITOR);
        String bens = "/desk/accounts/" + desk.id(ben.email());

        assertThat(anna.pressByHtmx(bens + "/active", "active", "false").text("[role=status]"))
                .contains("The account is disabled");
        assertThat(ben.open("/desk").location()).startsWith("/desk/sign-in");
        assertThat(new Person(pages).press("/desk/sign-in", "email", ben.email(), "password", Desk.PASSWORD).status())
                .isEqualTo(422);

        anna.press(bens + "/active", "active", "true");
        assertThat(ben.open("/desk").location()).as("the old session stays over").startsWith("/desk/sign-in");
        assertThat(new Person(pages).press("/desk/sign-in", "email", ben.email(), "password", Desk.PASSWORD).status())
                .isEqualTo(303);
        assertThat(audited(ben.email())).containsExactly("Anna disabled the account", "Anna enabled the account");
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.EDITOR);
        Person elsewhere = new Person(pages);
        elsewhere.press("/desk/sign-in", "email", anna.email(), "password", Desk.PASSWORD);
        assertThat(elsewhere.open("/desk").status()).isEqualTo(200);

        Page wrong = anna.press("/desk/account/password", "old-password", "not this one", "password",
                "five other loose words here");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("#password-problem")).isEqualTo("That is not your present password.");
        assertThat(anna.press("/desk/account/password", "old-password", Desk.PASSWORD, "password",
                "annas own loose words").status()).as("holds the name").isEqualTo(422);
        assertThat(anna.press("/desk/account/password", "old-password", Desk.PASSWORD, "password",
                "five other loose words here").location()).isEqualTo("/desk/account?changed=password");

        assertThat(anna.open("/desk").status()).isEqualTo(200);
        assertThat(elsewhere.open("/desk").location()).startsWith("/desk/sign-in");
        assertThat(audited(anna.email())).containsExactly("Anna changed their password");
    }

    @Test
    void aForgottenPasswordIsReplacedThroughTheMailAndNobodyLearnsWhoHasAnAccount() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.EDITOR);
        Page known = new Person(pages).press("/desk/forgotten", "email", anna.email());
        Page unknown = new Person(pages).press("/desk/forgotten", "email", unique());
        assertThat(known.status()).isEqualTo(200);
        assertThat(unknown.source()).isEqualTo(known.source());
        assertThat(new Person(pages).press("/desk/forgotten", "email", "anna@").status()).isEqualTo(422);

        String link = linkMailedTo(anna.email());
        mail.reset(anna.email(), false);
        assertThat(mailsTo(anna.email())).as("one mail an hour").hasSize(1);
        assertThat(pages.get(link).status()).isEqualTo(200);
        assertThat(anna.open("/desk").status()).as("nothing has changed yet").isEqualTo(200);
        assertThat(new Person(pages).press(link, "password", "too short").status()).isEqualTo(422);

        Person annaAgain = new Person(pages);
        assertThat(annaAgain.press(link, "password", "five other loose words here").location()).isEqualTo("/desk");
        assertThat(annaAgain.open("/desk").status()).isEqualTo(200);
        assertThat(anna.open("/desk").location()).startsWith("/desk/sign-in");
        assertInvalid(pages.get(link));
        assertThat(audited(anna.email())).containsExactly("Anna chose a new password by mail");

        jdbc.sql("update password_reset set created_at = created_at - interval '1 hour'").update();
        mail.reset(anna.email(), false);
        assertThat(mailsTo(anna.email())).hasSize(2);
    }

    @Test
    void aLinkToANewPasswordIsOverAfterTwoHours() {
        String email = desk.account("Anna", Role.EDITOR);
        mail.reset(email, false);
        String link = linkMailedTo(email);
        jdbc.sql("update password_reset set expires_at = expires_at - interval '2 hours'").update();
        assertInvalid(pages.get(link));
        assertInvalid(new Person(pages).press(link, "password", "five other loose words here"));
    }

    @Test
    void onceSomebodyHasAnAccountAStartMakesNoWayIn() {
        desk.account("Anna", Role.ADMINISTRATOR);
        first.open();
        assertThat(jdbc.sql("select count(*) from invitation where invited_by is null").query(Integer.class).single())
                .isZero();
    }

    @Test
    void theFirstLinkGoesToTheAddressThatIsSetAndOnce() {
        jdbc.sql("delete from invitation").update();
        jdbc.sql("delete from account").update();
        String email = unique();
        started(new DeskProperties(email, "")).open();
        String link = linkMailedTo(email);
        started(new DeskProperties(email, "")).open();
        assertThat(pages.get(link).html().select("#email[readonly]").val()).isEqualTo(email);

        Person admin = new Person(pages);
        assertThat(admin.press(link, "name", "Boss", "password", Desk.PASSWORD).status()).isEqualTo(303);
        assertThat(admin.open("/desk/accounts").status()).isEqualTo(200);
        assertThat(mailsTo(email)).hasSize(1);
    }

    @Test
    void aNewStartMakesTheOldLinkVoid() {
        jdbc.sql("delete from invitation").update();
        jdbc.sql("delete from account").update();
        LinkSecret old = LinkSecret.random();
        invitations.first(null, old);
        assertThat(pages.get("/desk/invitation/" + old.text()).status()).isEqualTo(200);
        started(new DeskProperties("", "")).open();
        assertInvalid(pages.get("/desk/invitation/" + old.text()));
        assertThat(jdbc.sql("select count(*) from invitation").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void anOperatorGetsALinkForALostPassword() {
        String email = desk.account("Anna", Role.ADMINISTRATOR);
        started(new DeskProperties("", email)).open();
        assertThat(jdbc.sql("select count(*) from password_reset where account_id = :id").param("id", desk.id(email))
                .query(Integer.class).single()).isEqualTo(1);
    }

    private FirstAdministrator started(DeskProperties properties) {
        return new FirstAdministrator(properties, accounts, invitations, resets, postman, site, jdbc);
    }

    private static String unique() {
        return "ben-" + UUID.randomUUID() + "@example.org";
    }

    private List<String> audited(String email) {
        return jdbc.sql("select who || ' ' || what from audit where about_label = :email order by id")
                .param("email", email).query(String.class).list();
    }

    private List<String> mailsTo(String email) {
        return pages.get("/mailbox").html().select(".mailbox-list li").stream()
                .filter(line -> line.text().contains(email)).map(line -> line.select("a").attr("href")).toList();
    }

    /** The path of the link in the newest mail to an address, as soon as it is there. */
    private String linkMailedTo(String email) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> mailsTo(email).stream().findFirst().flatMap(path -> {
            Matcher link = LINK.matcher(pages.get(path).text(".mailbox-text"));
            return link.find() ? Optional.of(link.group(1)) : Optional.empty();
        }), Optional::isPresent).orElseThrow();
    }
}

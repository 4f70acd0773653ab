package io.shiporskip.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The desk as its people use it, from the link in the log on. */
@BrowserTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = { "db-scheduler.enabled=true", "db-scheduler.polling-interval=200ms" })
@SuppressWarnings("NullAway.Init")
class DeskTests {

    private static final String PASSWORD = "four loose words here";
    private static final Pattern FIRST_LINK = Pattern
            .compile("make the first one within 72 hours: \\S+(/desk/invitation/\\S+)");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    org.springframework.context.ApplicationContext context;

    @BeforeEach
    void nobodyHasAnAccount() {
        jdbc.sql("delete from invitation").update();
        jdbc.sql("delete from account").update();
        jdbc.sql("delete from desk_session").update();
    }

    @Test
    void fromTheFirstLinkToAnEditorWhoSignsOut(Visit visit, CapturedOutput output) {
        String link = linkOfANewStart(output);
        visit.open(link);
        visit.assertAccessibleInEachShape();
        Page page = visit.page();
        page.getByLabel("Name").fill("Anna");
        page.getByLabel("E-mail address").fill("anna@example.org");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("password1234");
        page.getByText("Make my account").click();
        assertThat(page.locator("#problem")).containsText("among the first");
        visit.assertAccessibleInEachShape();
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("Show the password").click();
        assertThat(page.locator("#password")).hasAttribute("type", "text");
        page.getByText("Make my account").click();
        assertThat(page.locator("h1")).hasText("What needs a hand today");
        visit.assertAccessibleInEachShape();
        visit.open(link);
        assertThat(page.locator("h1")).hasText("This link does not work");
        visit.assertAccessibleInEachShape();

        visit.open("/desk");
        signOut(page);
        assertThat(page.locator(".notice")).hasText("You are signed out.");
        visit.assertAccessibleInEachShape();
        signIn(page, "anna@example.org", "not the password");
        assertThat(page.locator("#problem")).containsText("do not go together");
        visit.assertAccessibleInEachShape();
        signIn(page, "anna@example.org", PASSWORD);

        page.getByRole(com.microsoft.playwright.options.AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Accounts")).click();
        page.getByLabel("E-mail address").fill("ben@example.org");
        page.getByText("Send the invitation").click();
        assertThat(page.locator("#accounts .notice")).hasText("ben@example.org is invited. The mail is on its way.");
        assertThat(page.getByLabel("E-mail address")).hasValue("");
        visit.assertAccessibleInEachShape();

        Browser browser = Objects.requireNonNull(page.context().browser());
        try (BrowserContext bens = browser.newContext()) {
            Page ben = bens.newPage();
            ben.navigate(origin(page) + mailedTo(ben, origin(page), "ben@example.org"));
            ben.getByLabel("Name").fill("Ben");
            ben.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
            ben.getByText("Make my account").click();
            assertThat(ben.locator(".desk-own a")).hasText("Ben");
            assertThat(ben.locator("nav[aria-label=Desk] a"))
                    .hasCount(5);
            ben.navigate(origin(page) + "/desk/accounts");
            assertThat(ben.locator("h1")).hasText("This page is for administrators");
            ben.getByText("Sign out").click();
            assertThat(ben.locator(".notice")).hasText("You are signed out.");
            ben.navigate(origin(page) + "/desk/account");
            assertThat(ben.locator("h1")).hasText("Sign in");
        }

        page.reload();
        page.getByLabel("Make editor: Anna").click();
        assertThat(page.locator(".form-error")).containsText("Anna is the last administrator.");
        visit.assertAccessibleInEachShape();
        page.getByLabel("Disable Ben").click();
        assertThat(page.locator(".desk-off")).containsText("Ben");
        visit.assertAccessibleInEachShape();
        page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit"))
                .click();
        assertThat(page.locator("tbody tr"))
                .hasCount((int) (long) jdbc.sql("select count(*) from audit").query(Long.class).single());
        visit.assertAccessibleInEachShape();
        visit.open("/desk/account");
        visit.assertAccessibleInEachShape();
        signOut(page);
        visit.open("/desk/forgotten");
        visit.assertAccessibleInEachShape();
        page.getByLabel("E-mail address").fill("anna@example.org");
        page.getByText("Send the link").click();
        assertThat(page.locator(".notice")).containsText("a mail is on its way");
        visit.assertAccessibleInEachShape();
        visit.open(mailedTo(page, origin(page), "anna@example.org"));
        assertThat(page.locator("h1")).hasText("A new password");
        visit.assertAccessibleInEachShape();
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheSessionEnded(Visit visit, CapturedOutput output) {
        Page page = annaAtTheDesk(visit, output);
        visit.open("/desk/accounts");
        page.getByLabel("E-mail address").fill("carl@example.org");
        page.getByLabel("Role").selectOption("ADMINISTRATOR");
        jdbc.sql("delete from desk_session").update();

        page.getByText("Send the invitation").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        signIn(page, "anna@example.org", PASSWORD);

        assertThat(page.locator("h1")).hasText("Accounts");
        assertThat(page.locator(".notice")).containsText("What you typed is back");
        assertThat(page.getByLabel("E-mail address")).hasValue("carl@example.org");
        assertThat(page.getByLabel("Role")).hasValue("ADMINISTRATOR");
        visit.assertAccessibleInEachShape();
        page.getByText("Send the invitation").click();
        assertThat(page.locator("#accounts .notice")).containsText("carl@example.org is invited");
        assertThat((Object) page.evaluate("sessionStorage.getItem('desk-typed')")).isNull();

        visit.open("/desk/new-tool");
        page.locator("#name").fill("Inkwell");
        page.locator("#maker").fill("Some maker");
        jdbc.sql("delete from desk_session").update();
        page.locator("#save").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        signIn(page, "anna@example.org", PASSWORD);
        assertThat(page.locator("#name")).hasValue("Inkwell");
        assertThat(page.locator("#maker")).hasValue("Some maker");
        assertThat(page.locator("[data-state]")).containsText("Saved");
        assertThat(page.locator("h1")).hasText("Inkwell");
        page.reload();
        assertThat(page.locator("#maker")).hasValue("Some maker");
    }

    @Test
    void aFormThatIsOutOfDateSaysSoWhereTheHandWas(Visit visit, CapturedOutput output) {
        Page page = annaAtTheDesk(visit, output);
        visit.open("/desk/accounts");
        page.evaluate("document.querySelectorAll('input[name=_csrf]').forEach(field => field.value = 'stale')");
        page.getByLabel("E-mail address").fill("carl@example.org");
        page.getByText("Send the invitation").click();
        assertThat(page.locator("form [data-problem] .form-error").first()).containsText("This form is out of date");
        assertThat(page.getByLabel("E-mail address")).hasValue("carl@example.org");
        visit.assertAccessibleInEachShape();
    }

    @Test
    void theKeyboardAloneWillDo(Visit visit, CapturedOutput output) {
        Page page = annaAtTheDesk(visit, output);
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open] h2")).hasText("Keys");
        visit.assertAccessible();
        page.keyboard().press("Escape");
        page.keyboard().press("g");
        page.keyboard().press("a");
        assertThat(page.locator("h1")).hasText("Accounts");
        page.getByLabel("E-mail address").focus();
        page.keyboard().type("ga?dana@example.org");
        assertThat(page.getByLabel("E-mail address")).hasValue("ga?dana@example.org");
        page.getByLabel("E-mail address").fill("");
        page.keyboard().type("dana@example.org");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#accounts .notice")).containsText("dana@example.org is invited");
        page.keyboard().press("Tab");
        assertThat((String) page.evaluate("document.activeElement.getAttribute('aria-label')"))
                .isEqualTo("Take back the invitation of dana@example.org");
        page.keyboard().press("Enter");
        assertThat(page.locator("#accounts .notice")).containsText("taken back");

        page.keyboard().press("?");
        page.getByText("Use these keys in this browser").click();
        page.keyboard().press("Escape");
        page.keyboard().press("g");
        page.keyboard().press("t");
        assertThat(page.locator("h1")).hasText("Accounts");
    }

    @Test
    void withoutJavaScriptAllOfItWorks(Visit visit, CapturedOutput output) {
        String link = linkOfANewStart(output);
        visit.withoutJavaScript().open(link);
        Page page = visit.page();
        join(page);
        page.getByText("Accounts").first().click();
        page.getByLabel("E-mail address").fill("carl@example.org");
        jdbc.sql("delete from desk_session").update();
        page.getByText("Send the invitation").click();
        assertThat(page.locator(".desk-typed")).containsText("carl@example.org");
        signIn(page, "anna@example.org", PASSWORD);
        assertThat(page.locator("h1")).hasText("You are signed in again");
        page.getByText("Send it now").click();
        assertThat(page.locator(".desk-people").first()).containsText("carl@example.org");
    }

    @Test
    void anEditorDecidesOnHeldVotesAndReadersReadWhy(Visit visit, CapturedOutput output) {
        Page page = annaAtTheDesk(visit, output);
        holdVotes(20);
        visit.open("/desk/votes");
        visit.assertAccessibleInEachShape();
        page.getByText("Aider").click();
        visit.assertAccessibleInEachShape();
        holdVotes(1);
        Locator reason = page.getByLabel("Reason");
        reason.fill("A class voted together.");
        page.getByText("Release all 20").click();
        assertThat(page.locator("form [data-problem] .form-error")).containsText("now: 21 votes, 21 ship / 0 skip");
        assertThat(reason).hasValue("A class voted together.");
        visit.assertAccessibleInEachShape();
        page.getByText("Look again").click();
        assertThat(reason).hasValue("A class voted together.");
        page.getByText("Release all 21").click();
        assertThat(page.locator("#held .notice")).hasText("21 votes are released.");
        visit.assertAccessibleInEachShape();
        visit.open("/method/moderation");
        assertThat(page.locator("main .list"))
                .containsText("An editor released 21 held votes: 21 ship / 0 skip.");
        visit.assertAccessibleInEachShape();
    }

    private void holdVotes(int votes) {
        jdbc.sql("""
                insert into vote (tool_id, visitor_id, choice, held)
                select t.id, gen_random_uuid(), 'SHIP', true from tool t, generate_series(1, :votes)
                 where t.slug = 'aider'
                """).param("votes", votes).update();
    }

    private Page annaAtTheDesk(Visit visit, CapturedOutput output) {
        visit.open(linkOfANewStart(output));
        join(visit.page());
        assertThat(visit.page().locator("h1")).hasText("What needs a hand today");
        return visit.page();
    }

    private static void join(Page page) {
        page.getByLabel("Name").fill("Anna");
        page.getByLabel("E-mail address").fill("anna@example.org");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByText("Make my account").click();
    }

    private static void signIn(Page page, String email, String password) {
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.locator("main form button.page-button").click();
    }

    private static void signOut(Page page) {
        page.locator("form[action='/desk/sign-out'] button").click();
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    /** As if the site were started again. */
    private String linkOfANewStart(CapturedOutput output) {
        int before = output.getAll().length();
        ((Runnable) () -> org.springframework.test.util.ReflectionTestUtils
                .invokeMethod(context.getBean("firstAdministrator"), "open")).run();
        Matcher link = FIRST_LINK.matcher(output.getAll().substring(before));
        assertThat(link.find()).as("a link in the log").isTrue();
        return link.group(1);
    }

    /** The path of the link in the newest mail to an address, read as the operator would. */
    private static String mailedTo(Page page, String origin, String email) {
        Locator mail = page.locator(".mailbox-list li:has-text('" + email + "') a").first();
        page.navigate(origin + "/mailbox");
        for (int i = 0; i < 100 && mail.count() == 0; i++) {
            page.waitForTimeout(100);
            page.reload();
        }
        mail.click();
        Matcher link = Pattern.compile("/desk/(?:invitation|reset)/[\\w-]{43}")
                .matcher(page.locator(".mailbox-text").textContent());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static String origin(Page page) {
        return String.valueOf(page.evaluate("location.origin"));
    }
}

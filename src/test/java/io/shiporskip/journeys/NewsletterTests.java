package io.shiporskip.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shiporskip.newsletter.Newsletter;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader asks for the weekly e-mail on a comparison, confirms, leaves, changes their mind and is erased. */
@BrowserTest
@Import(Newsletter.Setup.class)
@TestPropertySource(
        properties = { "shiporskip.visitors.changes-a-minute=1000", "shiporskip.newsletter.sign-ups-an-hour=1000" })
@SuppressWarnings("NullAway.Init")
class NewsletterTests {

    private static final String COMPARISON = "/compare/aider-vs-devin";

    @Autowired
    Newsletter newsletter;

    @BeforeEach
    void nobodyHasSignedUp() {
        newsletter.clear();
    }

    @Test
    void signsUpInPlaceOnAComparison(Visit visit) {
        visit.open(COMPARISON);
        Page page = visit.page();
        field(page).fill("anna@example.org");
        page.keyboard().press("Enter");

        assertThat(page.locator("#letter")).hasText("Check your inbox");
        assertThat(page.locator("#letter")).isFocused();
        assertThat(page.locator("#said")).hasText("Check your inbox for a link to confirm your address.");
        assertThat(visit.path()).isEqualTo(COMPARISON);
        assertThat(page.context().cookies()).isEmpty();
        visit.assertAccessibleInEachShape();
        assertThat(newsletter.workOff()).isEqualTo(1);
    }

    @Test
    void whatIsNoAddressIsSaidInPlaceAndTheHandIsBackInTheField(Visit visit) {
        visit.open(COMPARISON);
        Page page = visit.page();
        // The browser takes this one for an address; the site does not.
        field(page).fill("anna@localhost");
        button(page, "Sign up").click();

        assertThat(page.locator("#letter-problem")).hasText("Enter a valid e-mail address.");
        assertThat(field(page)).isFocused();
        assertThat(field(page)).hasValue("anna@localhost");
        assertThat(field(page)).hasAttribute("aria-invalid", "true");
        visit.assertAccessibleInEachShape();

        field(page).fill("anna@example.org");
        page.keyboard().press("Enter");
        assertThat(page.locator("#letter")).hasText("Check your inbox");
    }

    @Test
    void signsUpWithoutJavaScript(Visit visit) {
        visit.withoutJavaScript().open(COMPARISON);
        Page page = visit.page();
        field(page).fill("anna@localhost");
        button(page, "Sign up").click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Enter a valid e-mail address.");
        assertThat(field(page)).hasValue("anna@localhost");
        assertThat(field(page)).isFocused();

        field(page).fill("anna@example.org");
        button(page, "Sign up").click();
        assertThat(page.locator("h1")).hasText("Check your inbox");
        assertThat(newsletter.workOff()).isEqualTo(1);
    }

    @Test
    void peopleNeitherSeeNorReachTheTrap(Visit visit) {
        visit.open("/newsletter");
        Page page = visit.page();
        visit.assertAccessibleInEachShape();
        Locator trap = page.locator("input[name=website]");
        assertThat(((Number) trap.evaluate("input => input.closest('p').getBoundingClientRect().width")).doubleValue())
                .isLessThanOrEqualTo(1);
        field(page).focus();
        page.keyboard().press("Tab");
        assertThat(button(page, "Sign up")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#letter-hint a")).isFocused();
        page.keyboard().press("Tab");
        assertThat(trap).not().isFocused();
    }

    @Test
    void confirmsLeavesReturnsAndIsErased(Visit visit) {
        String confirm = "/newsletter/confirm/" + newsletter.waiting("anna@example.org");
        visit.open(confirm);
        Page page = visit.page();
        visit.assertAccessibleInEachShape();
        button(page, "Confirm").click();
        assertThat(page.locator("h1")).hasText("You are in");
        visit.assertAccessibleInEachShape();
        visit.open(confirm);
        assertThat(page.locator("h1")).hasText("Already confirmed");
        visit.assertAccessibleInEachShape();

        visit.open("/newsletter/leave/" + newsletter.leaveToken("anna@example.org"));
        visit.assertAccessibleInEachShape();
        button(page, "Leave").click();
        assertThat(page.locator("h1")).hasText("You have left");
        visit.assertAccessibleInEachShape();
        button(page, "Undo, keep it coming").click();
        assertThat(page.locator("h1")).hasText("You are back");
        visit.assertAccessibleInEachShape();
        button(page, "Leave after all").click();
        assertThat(page.locator("h1")).hasText("You have left");

        page.getByLabel("I know that nobody can undo this").check();
        button(page, "Erase my data").click();
        assertThat(page.locator("h1")).hasText("Your data is erased");
        visit.assertAccessibleInEachShape();
        visit.open("/newsletter/leave/AAAA");
        visit.assertAccessibleInEachShape();
        assertThat(newsletter.state("anna@example.org")).isEmpty();
    }

    @Test
    void withoutJavaScriptOneConfirmsAndLeavesAsWell(Visit visit) {
        visit.withoutJavaScript().open("/newsletter/confirm/" + newsletter.waiting("anna@example.org"));
        Page page = visit.page();
        button(page, "Confirm").click();
        assertThat(page.locator("h1")).hasText("You are in");
        visit.open("/newsletter/leave/" + newsletter.leaveToken("anna@example.org"));
        button(page, "Leave").click();
        button(page, "Undo, keep it coming").click();
        assertThat(page.locator("h1")).hasText("You are back");
    }

    @Test
    void theMailReadsInEachShape(Visit visit) {
        newsletter.waiting("anna@example.org");
        visit.open("/about");
        visit.page().route("**/mail", route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                .setContentType("text/html;charset=UTF-8").setBody(newsletter.postman().mails().getFirst().html())));
        visit.open("/mail");
        visit.assertAccessibleInEachShape();
    }

    private static Locator field(Page page) {
        return page.getByLabel("E-mail address");
    }

    private static Locator button(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name)
                .setExact(true));
    }
}

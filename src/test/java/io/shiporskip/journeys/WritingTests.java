package io.shiporskip.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.shiporskip.desk.Desk;
import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.HostileTool;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Writing at the desk as editors do it: nothing typed is lost, and what is published is on the public pages. */
@BrowserTest
@TestPropertySource(properties = { "db-scheduler.enabled=true", "db-scheduler.polling-interval=200ms" })
@SuppressWarnings("NullAway.Init")
class WritingTests {

    private static final Pattern SAVED = Pattern.compile("Saved [0-9:]{8} UTC by Anna");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Publications publications;

    @Test
    void hostileTextsDoNothingInABrowser(Visit visit) {
        Reason why = Reason.of(new Author(null, HostileTool.line(0)), HostileTool.line(1));
        publications.add(HostileTool.dossier(new Slug("hostile-one"), 0), why);
        publications.add(HostileTool.dossier(new Slug("hostile-two"), 1), why);
        signIn(visit, "Eve");
        for (String address : new String[]{ "/tools/hostile-one", "/compare/hostile-one-vs-hostile-two",
            "/desk/tools/hostile-one", "/desk/tools/hostile-one/takes/builder", "/desk/tools/hostile-one/preview",
            "/desk/tools/hostile-one/history/1" }) {
            // What a text did, or was kept from doing by the policy, the browser tells, and the visit has failed.
            visit.open(address);
            assertThat(visit.page().locator("main")).containsText("pwned");
        }
    }

    @Test
    void aToolWithThreeTakesFromTheFirstWordToACorrection(Visit visit) {
        Page page = signIn(visit, "Anna");
        visit.open("/desk/tools");
        AtTheDesk.axe(visit);
        page.getByText("New tool").click();
        fill(page, "name", "Inkwell");
        assertThat(page.locator("#slug")).hasValue("inkwell");
        fill(page, "tagline", "Turns a ticket into a change to review");
        fill(page, "bestFor", "Turns a ticket into a change to review");
        fill(page, "maker", "Cursor");
        fill(page, "category", "Developer Tools");
        fill(page, "kind", "Coding agent");
        page.locator("#entry").selectOption("FREE");
        fill(page, "website", "https://example.org/inkwell");
        fill(page, "description", "A **careful** agent.");
        assertThat(page.locator("#rendered strong")).hasText("careful");
        page.getByText("Add a plan").click();
        assertThat(page.locator("#plan-0-name")).isFocused();
        page.keyboard().type("Pro");
        fill(page, "plan-0-amount", "20");
        assertThat(page.locator("[data-state]")).hasText(SAVED);
        assertThat(page.locator("#notes")).containsText("every plan costs something");
        AtTheDesk.axe(visit);

        page.locator("#publish").click();
        assertThat(page.locator("section[aria-labelledby=problems]")).containsText("it repeats the tagline");
        AtTheDesk.axe(visit);
        page.locator("section[aria-labelledby=problems] a").first().click();
        assertThat(page.locator("#bestFor-problem")).isVisible();
        AtTheDesk.axe(visit);
        fill(page, "bestFor", "Teams that review more than they write");

        take(page, "Builder", "Ship", "84", "I would ship it at $25.");
        assertThat(page.locator("#notes")).containsText("$25");
        AtTheDesk.axe(visit);
        take(page, "Skeptic", "Skip", "41", "I would wait.");
        take(page, "Futurist", "Ship", "77", "It will grow.");
        assertThat(page.locator("#parts a:has-text('Skeptic') span")).hasText("skip 41");

        page.locator("#preview").click();
        assertThat(page.locator(".page-preview")).containsText("Not published.");
        assertThat(page.locator("h1")).hasText("Inkwell");
        AtTheDesk.axe(visit);
        page.getByText("Back to writing").click();
        page.locator("#publish").click();
        page.getByText("Publish now").click();
        assertThat(page.locator(".notice-good")).containsText("Inkwell is published.");
        page.getByText("See it as readers do").click();
        assertThat(page.locator("#take-skeptic")).hasText("Skeptic");
        visit.open("/compare/devin-vs-inkwell");
        assertThat(page.locator("main")).containsText("I would wait.");

        visit.open("/desk/tools/inkwell/takes/skeptic");
        fill(page, "score", "48");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("h1")).hasText("Publish Inkwell");
        page.getByLabel("Why").fill("The first score was a slip.");
        page.getByText("This corrects something").click();
        page.getByText("Publish now").click();
        visit.open("/corrections");
        assertThat(page.locator("main")).containsText("The first score was a slip.");
    }

    @Test
    void twoEditorsAtOnePartAndATabThatIsClosed(Visit visit) {
        Page page = signIn(visit, "Anna");
        visit.open("/desk/tools/aider");
        Browser browser = Objects.requireNonNull(page.context().browser());
        try (BrowserContext bens = browser.newContext()) {
            Page ben = bens.newPage();
            String origin = String.valueOf(page.evaluate("location.origin"));
            ben.navigate(origin + "/desk/sign-in");
            enter(ben, "Ben");
            ben.navigate(origin + "/desk/tools/aider");
            fill(page, "tagline", "What Anna says of it");
            assertThat(page.locator("[data-state]")).hasText(SAVED);
            fill(ben, "tagline", "What Ben says of it");
            assertThat(ben.locator("#conflict")).containsText("Anna saved this");
            assertThat(ben.locator("#conflict ins")).hasText("Ben");
            assertThat(ben.locator("#tagline")).hasValue("What Ben says of it");
            assertThat(ben.locator("[data-state]")).containsText("Not saved");
            ben.getByText("Keep mine").click();
            assertThat(ben.locator("[data-state]")).containsText("by Ben");
            assertThat(ben.locator("#conflict")).hasCount(0);

            fill(page, "tagline", "Anna once more");
            assertThat(page.locator("#conflict")).containsText("Ben saved this");
            AtTheDesk.axe(visit);
            page.getByText("Take theirs").click();
            assertThat(page.locator("#tagline")).hasValue("What Ben says of it");

            fill(ben, "tagline", "The last word before closing");
            ben.close(new Page.CloseOptions().setRunBeforeUnload(true));
            page.waitForCondition(() -> jdbc.sql("select fields->>'tagline' from draft where fields->>'slug' = 'aider'")
                    .query(String.class).single().equals("The last word before closing"));
        }
        visit.open("/desk/tools/aider");
        assertThat(page.locator("#tagline")).hasValue("The last word before closing");
        page.getByText("Discard this draft").click();
        page.getByText("Discard it").click();
        assertThat(page.locator("h1")).hasText("Tools");
    }

    @Test
    void whatIsRefusedWhileNobodyLooksIsThereToBeSeenAndLeavingAsks(Visit visit) {
        Page page = signIn(visit, "Anna");
        visit.open("/desk/tools/aider");
        fill(page, "tagline", "Left and come back to");
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        assertThat(page.locator("[data-state]")).hasText("Not saved yet");
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        assertThat(page.locator("[data-state]")).hasText(SAVED);

        Page other = page.context().newPage();
        other.navigate(page.url());
        fill(other, "tagline", "From another tab");
        assertThat(other.locator("[data-state]")).hasText(SAVED);
        other.close();
        page.locator("#tagline").click();
        fill(page, "tagline", "Typed and looked away from");
        look(page, "hidden");
        assertThat(page.locator("#conflict")).containsText("Anna saved this");
        look(page, "visible");
        assertThat(page.locator("[data-state]")).hasText("Not saved: somebody else saved this meanwhile");
        assertThat(page.locator("#tagline")).hasValue("Typed and looked away from");
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        page.waitForCondition(() -> asked.contains("beforeunload"));
        assertThat(page.locator("#tagline")).hasValue("Typed and looked away from");
        page.getByText("Keep mine").click();
        assertThat(page.locator("[data-state]")).hasText(SAVED);

        // No word is lost to an answer that is none.
        page.route("**/desk/tools/aider", route -> route.fulfill(new Route.FulfillOptions().setStatus(413)));
        fill(page, "tagline", "Refused on its way");
        look(page, "hidden");
        assertThat(page.locator("[data-state]")).hasText("Not saved");
        look(page, "visible");
        asked.clear();
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        page.waitForCondition(() -> asked.contains("beforeunload"));
        page.unroute("**/desk/tools/aider");
        page.keyboard().press("Control+s");
        assertThat(page.locator("[data-state]")).hasText(SAVED);
        visit.open("/desk/tools/aider");
        assertThat(page.locator("#tagline")).hasValue("Refused on its way");
        page.getByText("Discard this draft").click();
        page.getByText("Discard it").click();
        assertThat(page.locator("h1")).hasText("Tools");
    }

    /** A window that is looked at, or not. */
    private static void look(Page page, String state) {
        page.evaluate("""
                state => {
                  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
                  document.dispatchEvent(new Event("visibilitychange"));
                }""", state);
    }

    @Test
    void theKeyboardAloneWillDoAndWithoutJavaScriptItIsSavedByAButton(Visit visit) {
        Page page = signIn(visit, "Anna");
        visit.open("/desk/tools/devin/takes/builder");
        page.locator("#text").focus();
        page.keyboard().press("Control+End");
        page.keyboard().type(" More.");
        page.keyboard().press("Control+s");
        assertThat(page.locator("[data-state]")).hasText(SAVED);
        assertThat(page.locator("#said")).hasText("Saved.");
        assertThat(page.locator("#text")).isFocused();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("h1")).hasText("Publish Devin");
        page.getByLabel("Why").focus();
        page.keyboard().type("More was said.");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice-good")).containsText("Devin is published.");

        visit.withoutJavaScript();
        Page plain = signIn(visit, "Anna");
        visit.open("/desk/tools/devin");
        fill(plain, "product", "Devin");
        plain.getByText("Add a plan").click();
        assertThat(plain.locator("#product")).hasValue("Devin");
        plain.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(plain.locator("[data-state]")).hasText(SAVED);
        plain.getByText("Discard this draft").click();
        plain.getByText("Discard it").click();
        assertThat(plain.locator("h1")).hasText("Tools");
    }

    private static void take(Page page, String reviewer, String verdict, String score, String text) {
        page.locator("#parts a:has-text('" + reviewer + "')").click();
        assertThat(page.locator("h1")).containsText(": " + reviewer);
        page.getByLabel(verdict, new Page.GetByLabelOptions().setExact(true)).check();
        fill(page, "score", score);
        fill(page, "text", text);
        assertThat(page.locator("[data-state]")).hasText(SAVED);
    }

    private static void fill(Page page, String field, String text) {
        page.locator("#" + field).fill(text);
    }

    private Page signIn(Visit visit, String name) {
        visit.open("/desk/sign-in");
        enter(visit.page(), name);
        assertThat(visit.page().locator("h1")).hasText("What needs a hand today");
        return visit.page();
    }

    private void enter(Page page, String name) {
        String email = name.toLowerCase(java.util.Locale.ROOT) + "-" + java.util.UUID.randomUUID() + "@example.org";
        jdbc.sql("insert into account (email, name, role, password_hash) values (:email, :name, 'EDITOR', :hash)")
                .param("email", email).param("name", name).param("hash", encoder.encode(Desk.PASSWORD)).update();
        AtTheDesk.enter(page, email);
    }
}

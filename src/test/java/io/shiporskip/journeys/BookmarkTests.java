package io.shiporskip.journeys;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.ReducedMotion;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A visitor keeps tools for later, on the page of the bookmarks and in the drawer. */
@BrowserTest
@TestPropertySource(properties = "shiporskip.visitors.changes-a-minute=100000")
class BookmarkTests {

    private static final String EMPTY = "No bookmarks yet";

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void onThePageByMouse(boolean javaScript, Visit visit) throws IOException {
        if (!javaScript) {
            visit.withoutJavaScript();
        }
        for (String slug : List.of("devin", "aider", "cline")) {
            keep(visit, slug);
        }
        count(visit, "3");
        visit.open("/bookmarks");
        assertThat(visit.page().locator(".bookmarks-row .list-name"))
                .hasText(new String[]{ "Cline", "Aider", "Devin" });
        if (javaScript) {
            visit.assertAccessibleInEachShape();
        }

        press(visit.page(), "Remove Aider");
        assertThat(visit.page().getByText("Removed Aider.").first()).isVisible();
        count(visit, "2");
        press(visit.page(), "Undo removing Aider");
        assertThat(visit.page().locator(".bookmarks-row .list-name"))
                .hasText(new String[]{ "Cline", "Aider", "Devin" });
        count(visit, "3");

        press(visit.page(), "Clear all bookmarks");
        assertThat(visit.page().locator(".bookmarks-said")).containsText("Cleared 3 bookmarks.");
        assertThat(visit.page().getByText(EMPTY)).isVisible();
        count(visit, "");
        if (javaScript) {
            visit.assertAccessibleInEachShape();
        }
        press(visit.page(), "Undo clearing the bookmarks");
        assertThat(visit.page().locator(".bookmarks-row .list-name"))
                .hasText(new String[]{ "Cline", "Aider", "Devin" });

        Download file = visit.page()
                .waitForDownload(() -> visit.page().getByRole(AriaRole.LINK, link("Export as JSON")).click());
        assertThat(file.suggestedFilename()).isEqualTo("ship-or-skip-bookmarks.json");
        byte[] json;
        try (InputStream in = file.createReadStream()) {
            json = in.readAllBytes();
        }
        press(visit.page(), "Clear all bookmarks");
        assertThat(visit.page().getByText(EMPTY)).isVisible();
        visit.page().locator("summary").click();
        visit.page().getByLabel("File of bookmarks")
                .setInputFiles(new FilePayload("bookmarks.json", "application/json", json));
        press(visit.page(), "Import");
        assertThat(visit.page().locator(".bookmarks-said")).hasText("Added 3 bookmarks.");
        assertThat(visit.page().locator(".bookmarks-row .list-name"))
                .hasText(new String[]{ "Cline", "Aider", "Devin" });

        visit.page().getByLabel("Compare Cline").uncheck();
        press(visit.page(), "Compare these");
        assertThat(visit.page()).hasTitle("Aider vs Devin: Which AI Tool Should You Ship? — Ship or Skip");
    }

    /** The forms are sent as they are without HTMX, by a browser that axe-core can run in. */
    @Test
    void thePagesThatAnswerPlainFormsAreAccessible(Visit visit) {
        keep(visit, "devin");
        keep(visit, "aider");
        visit.open("/bookmarks");
        visit.page().locator("summary").click();
        visit.page().getByLabel("File of bookmarks")
                .setInputFiles(new FilePayload("picture.json", "application/json", new byte[]{ 1, 2 }));
        visit.page().locator(".bookmarks-import form").evaluate("form => form.submit()");
        assertThat(visit.page().locator("#bookmarks > [role=alert]")).containsText("This is not a bookmarks file.");
        assertThat(visit.page().locator(".bookmarks-row")).hasCount(2);
        visit.assertAccessibleInEachShape();

        visit.open("/bookmarks?removed=cline");
        assertThat(visit.page().locator(".bookmarks-said")).containsText("Removed Cline.");
        visit.assertAccessibleInEachShape();
        visit.page().locator("form[action='/bookmarks/clear']").evaluate("form => form.submit()");
        assertThat(visit.page().locator(".bookmarks-said")).containsText("Cleared 2 bookmarks.");
        visit.assertAccessibleInEachShape();
    }

    @Test
    void inTheDrawerByMouse(Visit visit) {
        keep(visit, "devin");
        keep(visit, "aider");
        Locator drawer = open(visit);
        assertThat(drawer.locator(".bookmarks-row .list-name")).hasText(new String[]{ "Aider", "Devin" });
        visit.assertAccessibleInEachShape();

        press(drawer, "Remove Aider");
        assertThat(drawer.locator("#kept-aider")).containsText("Removed Aider.");
        assertThat(drawer.locator("#unkeep-aider")).isFocused();
        assertThat(drawer.locator("#said")).hasText("Removed Aider.");
        assertThat(visit.page().locator("#keep-aider")).hasAttribute("aria-pressed", "false");
        count(visit, "1");
        visit.assertAccessibleInEachShape();
        press(drawer, "Undo removing Aider");
        assertThat(drawer.locator(".bookmarks-row .list-name")).hasText(new String[]{ "Aider", "Devin" });
        assertThat(visit.page().locator("#keep-aider")).hasAttribute("aria-pressed", "true");
        count(visit, "2");

        press(drawer, "Clear all bookmarks");
        assertThat(drawer.locator(".bookmarks-said")).containsText("Cleared 2 bookmarks.");
        assertThat(drawer.locator("#bookmarks-all")).isFocused();
        assertThat(drawer.locator("#said")).hasText("Cleared 2 bookmarks.");
        assertThat(visit.page().locator("#keep-aider")).hasAttribute("aria-pressed", "false");
        count(visit, "");
        visit.assertAccessibleInEachShape();
        press(drawer, "Undo clearing the bookmarks");
        assertThat(drawer.locator(".bookmarks-row .list-name")).hasText(new String[]{ "Aider", "Devin" });
        assertThat(visit.page().locator("#keep-aider")).hasAttribute("aria-pressed", "true");
        count(visit, "2");

        press(drawer, "Compare these");
        assertThat(visit.page()).hasTitle("Aider vs Devin: Which AI Tool Should You Ship? — Ship or Skip");
    }

    @Test
    void inTheDrawerByKeyboard(Visit visit) {
        keep(visit, "devin");
        Locator link = visit.page().locator("[data-drawer-open]");
        link.focus();
        visit.page().keyboard().press("Enter");
        Locator drawer = visit.page().getByRole(AriaRole.DIALOG, dialog());
        assertThat(drawer.locator(".bookmarks-row")).hasCount(1);
        assertThat(drawer.locator("[data-drawer-close]")).isFocused();
        drawer.locator("#unkeep-devin").focus();
        visit.page().keyboard().press("Enter");
        assertThat(drawer.locator("#kept-devin")).containsText("Removed Devin.");
        assertThat(drawer.getByText(EMPTY)).isVisible();
        assertThat(drawer.locator("#unkeep-devin")).isFocused();
        visit.page().keyboard().press("Enter");
        assertThat(drawer.locator("#kept-devin .list-name")).hasText("Devin");
        assertThat(drawer.locator("#unkeep-devin")).isFocused();

        visit.page().keyboard().press("Escape");
        assertThat(drawer).not().isVisible();
        assertThat(link).isFocused();
        assertThat(visit.page().locator("body > #said")).hasCount(1);
    }

    @Test
    void theDrawerShutsByItsButtonAndBesideItAndLoadsAnewEachTime(Visit visit) {
        keep(visit, "devin");
        Locator drawer = open(visit);
        assertThat(drawer.locator(".bookmarks-row")).hasCount(1);
        press(drawer, "Close the bookmarks");
        assertThat(drawer).not().isVisible();
        assertThat(visit.page().locator("[data-drawer-open]")).isFocused();

        visit.page().locator("#keep-devin").click();
        count(visit, "");
        open(visit);
        assertThat(drawer.getByText(EMPTY)).isVisible();
        drawer.getByText(EMPTY).click();
        assertThat(drawer).isVisible();
        visit.assertAccessibleInEachShape();
        visit.page().setViewportSize(1280, 800);
        visit.page().mouse().click(100, 400);
        assertThat(drawer).not().isVisible();
        assertThat(visit.page().locator("[data-drawer-open]")).isFocused();
    }

    @Test
    void loadingIsSaidOnlyWhileItLoads(Visit visit) {
        visit.open("/tools/devin");
        assertThat(visit.page().getByText("Loading bookmarks...")).hasCount(0);
        Route[] waiting = new Route[1];
        visit.page().route("**/bookmarks", route -> waiting[0] = route);
        Locator drawer = openOnly(visit);
        assertThat(drawer.getByText("Loading bookmarks...")).isVisible();
        visit.assertAccessible();
        visit.page().waitForCondition(() -> waiting[0] != null);
        waiting[0].resume();
        assertThat(drawer.getByText(EMPTY)).isVisible();
        assertThat(visit.page().getByText("Loading bookmarks...")).hasCount(0);
    }

    @Test
    void aDrawerThatCannotBeFilledSaysSoAndTriesAgain(Visit visit) {
        visit.open("/tools/devin");
        visit.page().route("**/bookmarks",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("<p>Away</p>")));
        Locator drawer = openOnly(visit);
        assertThat(drawer.getByRole(AriaRole.ALERT)).containsText("The bookmarks did not arrive.");
        assertThat(drawer.getByRole(AriaRole.LINK)).hasAttribute("href", "/bookmarks");
        visit.assertAccessibleInEachShape();

        visit.page().unroute("**/bookmarks");
        press(drawer, "Try again");
        assertThat(drawer.getByText(EMPTY)).isVisible();
    }

    @Test
    void withAModifierTheLinkOpensThePage(Visit visit) {
        visit.open("/tools/devin");
        Page other = visit.page().context().waitForPage(() -> visit.page().locator("[data-drawer-open]")
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL))));

        assertThat(other).hasTitle("Bookmarks — Ship or Skip");
        assertThat(visit.page().locator("dialog")).not().isVisible();
    }

    @Test
    void onANarrowPageTheDrawerTakesItsWholeWidth(Visit visit) {
        visit.wide(639);
        keep(visit, "cursor-v0-50-background-agent-codebase-refactoring");
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        Locator drawer = open(visit);
        assertThat(drawer.boundingBox().width).isEqualTo(639);
        visit.page().setViewportSize(900, 800);
        assertThat(drawer.boundingBox().width).isLessThan(600);
        assertThat(drawer.evaluate("it => getComputedStyle(it).transitionDuration")).isEqualTo("0s");
    }

    private static void keep(Visit visit, String slug) {
        visit.open("/tools/" + slug);
        visit.page().locator("#keep-" + slug).click();
        assertThat(visit.page().locator("#keep-" + slug)).hasAttribute("aria-pressed", "true");
    }

    private static Locator openOnly(Visit visit) {
        visit.page().locator("[data-drawer-open]").click();
        Locator drawer = visit.page().getByRole(AriaRole.DIALOG, dialog());
        assertThat(drawer).isVisible();
        return drawer;
    }

    private static Locator open(Visit visit) {
        Locator drawer = openOnly(visit);
        drawer.locator("#bookmarks").waitFor();
        return drawer;
    }

    private static Page.GetByRoleOptions dialog() {
        return new Page.GetByRoleOptions().setName("Bookmarks").setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static void press(Locator within, String button) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static void count(Visit visit, String shown) {
        assertThat(visit.page().locator("#bookmark-count")).hasText(shown);
    }
}

package io.shiporskip.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.util.List;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader becomes a voter: votes, changes it, takes it back and keeps tools, wherever the buttons stand. */
@BrowserTest
@TestPropertySource(properties = "shiporskip.visitors.changes-a-minute=100000")
class VoteTests {

    private static final String OFFLINE = "You seem to be offline. Try again when you are connected; your choice counts once.";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasVoted() {
        jdbc.sql("delete from vote").update();
        jdbc.sql("delete from network_vote").update();
        jdbc.sql("delete from bookmark").update();
    }

    @Test
    void votesChangesTakesBackAndUndoesOnTheToolsPage(Visit visit) {
        visit.open("/tools/devin");
        Page page = visit.page();
        assertThat(page.locator("#vote-devin .vote-own")).hasText("No account needed.");

        button(page, "ship", "devin").click();
        assertState(page, "devin", "ship");
        assertThat(page.locator("#vote-devin .vote-own")).containsText("You say ship.");
        assertThat(page.locator("#vote-devin .vote-tally")).hasText("1 ship / 0 skip, early");
        assertThat(page.locator("#vote-devin .vote-stance"))
                .hasText("9 more votes, and the page shows a share beside the panel’s.");
        assertThat(page.locator(".card-figures dd[data-tally=devin]")).hasText("1 ship / 0 skip, early");
        assertThat(page.locator("#said")).hasText("You say ship on Devin. 1 ship / 0 skip, early."
                + " 9 more votes, and the page shows a share beside the panel’s.");

        button(page, "skip", "devin").click();
        assertState(page, "devin", "skip");
        assertThat(page.locator("#said")).hasText("You say skip on Devin. 0 ship / 1 skip, early."
                + " 9 more votes, and the page shows a share beside the panel’s.");

        button(page, "back", "devin").click();
        assertState(page, "devin", "none");
        assertThat(page.locator("#vote-devin .vote-own")).containsText("Your vote is taken back.");
        assertThat(page.locator("#said")).hasText("Your vote on Devin is taken back. No community votes yet.");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo and vote skip on Devin again"))
                .click();
        assertState(page, "devin", "skip");

        visit.open("/tools/devin");
        assertState(page, "devin", "skip");
    }

    @Test
    void onAComparisonAllPlacesOfTheToolChangeAndTheOtherColumnDoesNot(Visit visit) {
        visit.open("/compare/aider-vs-devin");
        Page page = visit.page();
        double height = page.locator("#vote-devin").boundingBox().height;
        button(page, "skip", "devin").click();

        assertState(page, "devin", "skip");
        assertThat(page.locator("#vote-devin").boundingBox().height).as("a vote moves nothing").isEqualTo(height);
        assertThat(page.locator("[data-tally=devin]")).hasText(new String[]{ "0 ship / 1 skip, early",
            "0 ship / 1 skip, early", "0 ship / 1 skip, early" });
        assertThat(page.locator("[data-tally=aider]")).hasText(new String[]{ "No community votes yet",
            "No community votes yet", "No community votes yet" });
        assertState(page, "aider", "none");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tools", "/categories/developer-tools", "/" })
    void votesAndKeepsInARowOfAList(String address, Visit visit) {
        visit.open(address);
        Page page = visit.page();
        Locator row = page.locator(".list-row").filter(new Locator.FilterOptions().setHas(page.locator(".vote")))
                .first();
        String slug = String.valueOf(row.locator(".vote").getAttribute("id")).substring("vote-".length());
        double height = row.boundingBox().height;

        button(page, "ship", slug).click();
        assertState(page, slug, "ship");
        assertThat(page.locator("#vote-" + slug + " .vote-tally")).hasText("1 ship / 0 skip, early");

        button(page, "keep", slug).click();
        assertThat(button(page, "keep", slug)).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#bookmark-count")).hasText("1");
        assertThat(row.boundingBox().height).as("a vote moves nothing").isEqualTo(height);
    }

    @Test
    void byKeyboardTheFocusStaysOnTheButton(Visit visit) {
        visit.open("/compare/aider-vs-devin");
        Page page = visit.page();
        for (String pressed : List.of("ship", "skip", "back", "back", "keep")) {
            button(page, pressed, "devin").focus();
            page.waitForResponse(Pattern.compile("/tools/devin/"), () -> page.keyboard().press("Enter"));
            page.waitForFunction("() => !document.querySelector('[aria-busy]')");

            assertThat(button(page, pressed, "devin")).isFocused();
        }
        assertState(page, "devin", "skip");
        assertThat(button(page, "keep", "devin")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void withoutJavaScriptTheFormLeadsBackToTheState(Visit visit) {
        visit.withoutJavaScript().open("/tools/devin");
        Page page = visit.page();

        button(page, "ship", "devin").click();
        assertState(page, "devin", "ship");
        assertThat(visit.path()).startsWith("/tools/devin");
        button(page, "back", "devin").click();
        assertState(page, "devin", "none");
        button(page, "keep", "devin").click();
        assertThat(button(page, "keep", "devin")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void firstVotesOnSeveralToolsAtOnceMakeOneVisitor(Visit visit) {
        visit.open("/tools");
        Page page = visit.page();
        page.evaluate("""
                () => ['ship-devin', 'skip-aider', 'ship-cline', 'keep-devin'].forEach(
                    id => document.getElementById(id).click())""");

        assertState(page, "devin", "ship");
        assertState(page, "aider", "skip");
        assertState(page, "cline", "ship");
        assertThat(button(page, "keep", "devin")).hasAttribute("aria-pressed", "true");
        assertThat(visitors()).isEqualTo(1);
    }

    @Test
    void firstVotesInTwoTabsAtOnceMakeOneVisitor(Visit visit) {
        visit.open("/tools/devin");
        Page page = visit.page();
        Page other = page.context().newPage();
        other.navigate(page.url().replace("devin", "aider"));
        page.evaluate("() => document.getElementById('ship-devin').click()");
        other.evaluate("() => document.getElementById('ship-aider').click()");

        assertState(page, "devin", "ship");
        assertState(other, "aider", "ship");
        assertThat(visitors()).isEqualTo(1);
    }

    @Test
    void whoeverChangesTheirMindWhileTheVoteIsOnItsWayHasTheLastWord(Visit visit) {
        visit.open("/tools/devin");
        Page page = visit.page();
        page.evaluate("""
                () => ['ship-devin', 'ship-devin', 'skip-devin'].forEach(
                    id => document.getElementById(id).click())""");

        assertState(page, "devin", "skip");
        assertThat(page.locator("#vote-devin .vote-tally")).hasText("0 ship / 1 skip, early");
    }

    @Test
    void aDoubleClickIsOnePress(Visit visit) {
        visit.open("/tools/devin");
        Page page = visit.page();
        button(page, "ship", "devin").click();
        assertState(page, "devin", "ship");

        button(page, "back", "devin").dblclick();
        assertState(page, "devin", "none");
        button(page, "keep", "devin").dblclick();
        assertThat(button(page, "keep", "devin")).hasAttribute("aria-pressed", "true");
        assertState(page, "devin", "none");
    }

    @ParameterizedTest
    @ValueSource(ints = { 2, 3, 12 })
    void theStateOfTheCommunityStandsInWordsAndAsAPlotFromTenVotesOn(int others, Visit visit) {
        jdbc.sql("""
                insert into vote (tool_id, visitor_id, choice, held)
                select t.id, gen_random_uuid(), 'SHIP', n = 1 from tool t, generate_series(1, ?) n where t.slug = 'devin'
                """).param(others).update();
        visit.open("/tools/devin");
        Page page = visit.page();
        button(page, "ship", "devin").click();

        assertState(page, "devin", "ship");
        boolean enough = others >= 10;
        assertThat(page.locator("#vote-devin .vote-tally")).containsText(enough
                ? "100% ship (95% interval 76% to 100%, 12 votes). 1 more vote is held and not counted."
                : others + " ship / 0 skip, early. 1 more vote is held and not counted.");
        assertThat(page.locator("#vote-devin .plot-share rect")).hasCount(enough ? 2 : 0);
        assertThat(page.locator("#vote-devin .vote-stance")).containsText(enough
                ? "The community agrees with the panel: ship."
                : 10 - others + " more votes");
    }

    @Test
    void aPressShowsAtOnceAndTheButtonKeepsTheFocus(Visit visit) {
        visit.open("/tools/devin");
        Page page = visit.page();
        Route[] held = new Route[1];
        page.route("**/vote", route -> held[0] = route);
        page.waitForRequest("**/vote", () -> button(page, "ship", "devin").click());

        assertThat(button(page, "ship", "devin")).hasAttribute("aria-busy", "true");
        assertThat(button(page, "ship", "devin")).isFocused();
        assertThat(button(page, "ship", "devin")).isEnabled();
        held[0].resume();
        assertState(page, "devin", "ship");
        assertThat(button(page, "ship", "devin")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(ints = { 403, 404, 413, 422, 429, 500, 503 })
    void whatIsRefusedIsSaidWhereTheHandWas(int status, Visit visit) {
        visit.open("/compare/aider-vs-devin");
        Page page = visit.page();
        button(page, "ship", "devin").click();
        assertState(page, "devin", "ship");
        page.route("**/tools/devin/*", route -> route.fulfill(new Route.FulfillOptions().setStatus(status)
                .setContentType("text/html;charset=UTF-8")
                .setBody("<p class=\"form-error\">Nothing was changed.</p>")));

        button(page, "skip", "devin").click();
        assertThat(page.locator("#vote-devin [data-problem]")).hasText("Nothing was changed.");
        assertState(page, "devin", "ship");
        assertThat(button(page, "skip", "devin")).not().hasAttribute("aria-busy", "true");
        button(page, "keep", "devin").click();
        assertThat(page.locator("#bookmark-devin [data-problem]")).hasText("Nothing was changed.");
        assertThat(button(page, "keep", "devin")).hasAttribute("aria-pressed", "false");
        visit.assertAccessible();

        page.unroute("**/tools/devin/*");
        button(page, "skip", "devin").click();
        assertState(page, "devin", "skip");
        assertThat(page.locator("#vote-devin [data-problem]")).isEmpty();
    }

    @Test
    void aForeignErrorPageIsNotPutIntoOurs(Visit visit) {
        visit.open("/tools/devin");
        Page page = visit.page();
        page.route("**/vote", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)
                .setContentType("text/html")
                .setBody("<!DOCTYPE html><html><title>Proxy</title><h1>Bad gateway</h1></html>")));
        button(page, "ship", "devin").click();

        assertThat(page.locator("#vote-devin [data-problem]")).hasText("That did not work. Try again in a moment.");
        assertState(page, "devin", "none");
    }

    @Test
    void offlineIsSaidWhereTheHandWas(Visit visit) {
        visit.open("/tools");
        Page page = visit.page();
        visit.offline();
        button(page, "ship", "devin").click();

        assertThat(page.locator("#vote-devin [data-problem]")).hasText(OFFLINE);
        assertState(page, "devin", "none");
        assertThat(button(page, "ship", "devin")).isFocused();

        visit.online();
        button(page, "ship", "devin").click();
        assertState(page, "devin", "ship");
        assertThat(page.locator("#vote-devin [data-problem]")).isEmpty();
    }

    @Test
    void goingBackShowsWhatWasChangedSince(Visit visit) {
        visit.open("/tools");
        Page page = visit.page();
        page.locator(".list-name a[href='/tools/devin']").click();
        button(page, "ship", "devin").click();
        assertState(page, "devin", "ship");
        button(page, "keep", "devin").click();
        assertThat(page.locator("#bookmark-count")).hasText("1");

        page.goBack();
        assertState(page, "devin", "ship");
        assertThat(page.locator("#bookmark-count")).hasText("1");
        page.goForward();
        assertState(page, "devin", "ship");
        assertThat(button(page, "keep", "devin")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void readingAloneLeavesNothingInTheBrowser(Visit visit) {
        for (String address : new String[]{ "/", "/tools", "/compare/aider-vs-devin" }) {
            visit.open(address);
        }
        visit.page().goBack();

        assertThat(visit.page().evaluate("sessionStorage.length + localStorage.length")).isEqualTo(0);
        assertThat(visit.page().context().cookies()).isEmpty();
    }

    @Test
    void everyStateIsAccessibleWideAndNarrowLightAndDark(Visit visit) {
        visit.open("/tools/devin");
        Page page = visit.page();
        for (String pressed : List.of("ship", "skip", "back", "keep")) {
            page.waitForResponse(Pattern.compile("/tools/devin/"), () -> button(page, pressed, "devin").click());
            page.waitForFunction("() => !document.querySelector('[aria-busy]')");
            visit.assertAccessibleInEachShape();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tools", "/tools/devin", "/compare/aider-vs-devin" })
    void everyButtonIsLargeEnoughForAFinger(String address, Visit visit) {
        visit.wide(360).open(address);
        Page page = visit.page();
        button(page, "ship", "devin").click();
        assertState(page, "devin", "ship");

        Object smallest = page.evaluate("""
                () => Math.min(...[...document.querySelectorAll('.vote button, .bookmark button')].flatMap(button => {
                    const box = button.getBoundingClientRect();
                    return [box.width, box.height];
                }))""");
        assertThat(((Number) smallest).doubleValue()).isGreaterThanOrEqualTo(24);
    }

    private int visitors() {
        return jdbc.sql("select count(distinct visitor_id) from (select visitor_id from vote union all"
                + " select visitor_id from bookmark) changes").query(Integer.class).single();
    }

    private static Locator button(Page page, String what, String slug) {
        return page.locator("#" + what + "-" + slug);
    }

    /** Waits until the buttons say ship, skip or none. */
    private static void assertState(Page page, String slug, String choice) {
        for (String word : List.of("ship", "skip")) {
            assertThat(button(page, word, slug)).hasAttribute("aria-pressed", String.valueOf(word.equals(choice)));
        }
    }
}

package io.shiporskip.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader chooses what to compare, with a script and without one. */
@BrowserTest
class PickerTests {

    @ParameterizedTest
    @CsvSource({ "/, 1280", "/compare, 360" })
    void byKeyboard(String address, int width, Visit visit) {
        visit.wide(width).open(address);
        Locator first = visit.page().getByRole(AriaRole.COMBOBOX,
                new Page.GetByRoleOptions().setName("First tool").setExact(true));
        first.focus();
        visit.page().keyboard().type("claude c");
        Locator options = visit.page().locator("#tool-1-options [role=option]");
        assertThat(options.first()).isVisible();
        assertThat(options.first()).containsText("Claude Code");
        assertThat(first).hasAttribute("aria-expanded", "true");
        visit.assertAccessible();
        visit.assertNoSidewaysScrolling(width);
        visit.page().keyboard().press("Escape");
        assertThat(options.first()).isHidden();
        visit.page().keyboard().press("ArrowDown");
        visit.page().keyboard().press("ArrowDown");
        visit.page().keyboard().press("ArrowUp");
        visit.page().keyboard().press("Enter");
        assertThat(first).hasValue("Claude Code");
        assertThat(first).isFocused();
        assertThat(first).hasAttribute("aria-expanded", "false");
        assertThat(visit.path()).isEqualTo(address);

        visit.page().keyboard().press("Tab");
        visit.page().keyboard().type("Devin");
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**/compare/claude-code-vs-devin");
        assertThat(visit.path()).isEqualTo("/compare/claude-code-vs-devin");
    }

    @Test
    void theFormAnswersWhileOneStillChooses(Visit visit) {
        visit.open("/compare?tool=aider");
        assertThat(visit.page().getByLabel("First tool")).hasValue("Aider");
        visit.page().getByLabel("Second tool").focus();
        visit.page().keyboard().type("smollm3");
        assertThat(visit.page().locator("#tool-2-options [role=option]")).hasCount(2);
        visit.page().locator("#tool-2-options [role=option]").first().click();

        assertThat(visit.page().locator("#answer")).containsText("these two do different jobs");
        assertThat(visit.page().getByLabel("Second tool")).isFocused();
        assertThat(visit.page().getByLabel("Second tool")).hasValue(Pattern.compile("^SmolLM3 \\(.*"));
        visit.assertAccessible();

        visit.page().keyboard().press("ControlOrMeta+a");
        visit.page().keyboard().type("SmolLM3");
        visit.page().keyboard().press("Tab");
        assertThat(visit.page().locator("#answer .form-doubt a")).hasCount(2);
        visit.assertAccessible();
        visit.page().locator("#answer .form-doubt a").first().click();
        visit.page().waitForURL("**/compare/aider-vs-smollm3-*");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1280, 360 })
    void anEmptyFieldShowsWhatThereIsAndThenTheRivals(int width, Visit visit) {
        visit.wide(width).open("/compare");
        Locator first = field(visit, "First tool");
        assertThat(first).hasAttribute("aria-expanded", "false");
        first.click();
        Locator offered = visit.page().getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION);
        assertThat(offered.first()).isVisible();
        assertThat(visit.page().locator("#said")).hasText(Pattern.compile("[0-9]+ suggestions."));
        assertThat(offered.count()).isGreaterThanOrEqualTo(30);
        assertThat(first).hasAttribute("aria-expanded", "true");
        visit.assertAccessible();
        visit.assertNoSidewaysScrolling(width);
        offered.filter(new Locator.FilterOptions().setHasText("Aider")).click();
        assertThat(first).hasValue("Aider");

        Locator second = field(visit, "Second tool");
        second.focus();
        visit.page().keyboard().press("ArrowDown");
        assertThat(offered).hasCount(7);
        assertThat(offered.first()).containsText("Devin");
        visit.page().keyboard().press("ArrowDown");
        assertThat(second).hasAttribute("aria-activedescendant", "tool-2-options-0");
        assertThat(offered.first()).hasAttribute("aria-selected", "true");
        visit.page().keyboard().press("Enter");
        assertThat(second).hasValue("Devin");
        assertThat(visit.page().locator("#answer strong")).isVisible();
        visit.assertAccessible();

        visit.page().keyboard().press("ControlOrMeta+a");
        visit.page().keyboard().press("Delete");
        assertThat(offered).hasCount(7);
        visit.page().keyboard().press("Escape");
        assertThat(offered).hasCount(0);
        visit.page().keyboard().type("cline");
        visit.page().keyboard().press("Escape");
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**/compare/aider-vs-cline");
    }

    @Test
    void aNameThatNothingHasIsAskedAboutWhereTheHandIs(Visit visit) {
        visit.wide(360).open("/compare?tool=aider");
        Locator second = field(visit, "Second tool");
        second.focus();
        visit.page().keyboard().type("smolm4");
        visit.page().keyboard().press("Tab");

        assertThat(visit.page().locator("#answer .form-error")).hasText("No tool goes by that name.");
        assertThat(visit.page().locator("#answer .form-doubt a").first()).isVisible();
        assertThat(second).hasValue("smolm4");
        visit.assertAccessible();
        visit.assertNoSidewaysScrolling(360);
    }

    @Test
    void aLabelThatIsTouchedAndMendedIsTheToolStill(Visit visit) {
        visit.open("/compare?tool=smollm3-on-device");
        Locator first = field(visit, "First tool");
        first.press("End");
        first.pressSequentially("x");
        first.press("Backspace");
        Locator second = field(visit, "Second tool");
        second.click();
        visit.page().keyboard().type("smollm3");
        // The one that is chosen already is not offered again.
        assertThat(visit.page().locator("#tool-2-options [role=option]")).hasCount(1);
        visit.page().keyboard().press("ArrowDown");
        visit.page().keyboard().press("Enter");
        assertThat(second).hasValue(Pattern.compile("^SmolLM3 \\(.*"));
        second.press("x");
        second.press("Backspace");
        second.press("Enter");

        visit.page().waitForURL("**/compare/smollm3-*-vs-smollm3-on-device");
    }

    @Test
    void whatIsChosenIsAskedOnce(Visit visit) {
        visit.open("/compare?tool=aider");
        List<String> asked = new ArrayList<>();
        visit.page().onRequest(request -> {
            if (request.url().contains("/compare?")) {
                asked.add(request.url());
            }
        });
        Locator second = field(visit, "Second tool");
        second.click();
        visit.page().keyboard().type("devi");
        visit.page().locator("#tool-2-options [role=option]").first().click();
        assertThat(visit.page().locator("#answer strong")).isVisible();
        visit.page().keyboard().press("Tab");
        visit.page().keyboard().type("cline");
        visit.page().keyboard().press("Tab");
        assertThat(visit.page().locator("#answer")).containsText("Cline");

        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({ "/compare, #tool-1, #tool-1-options, /compare/suggestions",
        "/, #search-words, #search-options, /search/suggestions" })
    void escapeHoldsWhileAnAnswerIsUnderWay(String address, String input, String list, String asked, Visit visit) {
        visit.open(address);
        List<Route> held = new ArrayList<>();
        visit.page().route("**" + asked + "?*", held::add);
        Locator field = visit.page().locator(input);
        field.focus();
        visit.page().waitForRequest("**" + asked + "?*q=cline*", () -> field.pressSequentially("cline"));
        field.press("Escape");
        visit.page().waitForResponse("**" + asked + "?*q=cline*", () -> held.forEach(Route::resume));

        assertThat(visit.page().locator(list + " [role=option]")).not().hasCount(0);
        assertThat(visit.page().locator(list)).isHidden();
        assertThat(visit.page().locator("#said")).isEmpty();
        assertThat(field).hasValue("cline");
        field.press("ArrowDown");
        assertThat(visit.page().locator(list)).isVisible();
    }

    @Test
    void whatSuggestionsThereAreIsSaidEachTimeAlsoWhereThereAreNone(Visit visit) {
        visit.open("/compare");
        Locator said = visit.page().locator("#said");
        Locator first = field(visit, "First tool");
        first.focus();
        first.pressSequentially("cline");
        assertThat(said).hasText("1 suggestion.");
        first.press("Escape");
        assertThat(said).isEmpty();
        first.fill("😀");
        assertThat(said).hasText("No suggestions.");
        assertThat(first).hasAttribute("aria-expanded", "false");
        first.fill("smollm3");
        assertThat(said).hasText("2 suggestions.");
    }

    @ParameterizedTest
    @ValueSource(ints = { 360, 1280 })
    void aLongWordBreaks(int width, Visit visit) {
        visit.wide(width).open("/compare?tool=" + "x".repeat(119) + "&tool=y");
        assertThat(visit.page().locator(".form-doubt").first()).isVisible();
        visit.assertNoSidewaysScrolling(width);
        visit.open("/tools?kind=" + "w".repeat(80));
        assertThat(visit.page().locator(".finder-active li").first()).isVisible();
        visit.assertNoSidewaysScrolling(width);
    }

    @Test
    void doubtsDoNotMoveTheButton(Visit visit) {
        visit.open("/compare?tool=devin&tool=SmolLM3");
        Locator button = visit.page().locator(".form-actions button");
        Locator actions = visit.page().locator(".form-actions");
        assertThat(visit.page().locator(".form-doubt")).isVisible();

        assertThat(button.boundingBox().y).isEqualTo(actions.boundingBox().y);
    }

    private static Locator field(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1280, 360 })
    void withoutJavaScriptOneWritesNames(int width, Visit visit) {
        visit.withoutJavaScript().wide(width).open("/compare");
        visit.page().getByLabel("First tool").focus();
        visit.page().keyboard().type("claude CODE");
        visit.page().keyboard().press("Tab");
        visit.page().keyboard().type("SmolLM3");
        visit.page().keyboard().press("Enter");

        assertThat(visit.page().locator(".form-doubt a")).hasCount(2);
        assertThat(visit.page().getByLabel("First tool")).hasValue("claude CODE");
        visit.assertNoSidewaysScrolling(width);
        visit.page().locator(".form-doubt a").first().click();
        assertThat(visit.path()).startsWith("/compare/claude-code-vs-smollm3-");
    }
}

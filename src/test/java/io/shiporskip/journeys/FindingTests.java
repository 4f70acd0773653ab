package io.shiporskip.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader looks for a tool: by typing, by words, by filters. */
@BrowserTest
class FindingTests {

    @ParameterizedTest
    @ValueSource(ints = { 1280, 360 })
    void theSearchSuggestsToolsAndIsUsedByKeyboard(int width, Visit visit) {
        visit.wide(width).open("/about");
        Locator search = visit.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search tools"));
        visit.page().keyboard().press("/");
        assertThat(search).isFocused();
        assertThat(search).hasAttribute("aria-expanded", "false");

        visit.page().keyboard().type("cur");
        Locator options = visit.page().getByRole(AriaRole.OPTION);
        assertThat(options).hasCount(3);
        assertThat(search).hasAttribute("aria-expanded", "true");
        assertThat(visit.page().locator("#said")).hasText("3 suggestions.");
        visit.assertAccessible();

        visit.page().keyboard().press("ArrowDown");
        assertThat(search).hasAttribute("aria-activedescendant", "search-options-0");
        assertThat(options.nth(0)).hasAttribute("aria-selected", "true");
        visit.page().keyboard().press("ArrowUp");
        assertThat(search).not().hasAttribute("aria-activedescendant", "search-options-0");
        visit.page().keyboard().press("ArrowUp");
        assertThat(search).hasAttribute("aria-activedescendant", "search-options-2");
        visit.assertAccessible();
        visit.page().keyboard().press("Home");
        assertThat(options.nth(2)).hasAttribute("aria-selected", "false");
        assertThat(search).isFocused();

        visit.page().keyboard().press("Escape");
        assertThat(options).hasCount(0);
        assertThat(search).hasValue("cur");
        visit.page().keyboard().press("ArrowDown");
        visit.page().keyboard().press("ArrowDown");
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**/tools/cursor-*");
        visit.assertNoSidewaysScrolling(width);
    }

    @Test
    void aSlashIsWrittenWhereOneWrites(Visit visit) {
        visit.open("/search");
        visit.page().locator("#find-q").focus();
        visit.page().keyboard().type("a/b");

        assertThat(visit.page().locator("#find-q")).hasValue("a/b");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void byWords(boolean javaScript, Visit visit) {
        if (!javaScript) {
            visit.withoutJavaScript();
        }
        visit.open("/");
        visit.page().locator("#search-words").fill("pull request");
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**/search?q=pull+request");

        assertThat(visit.page().locator(".list-row mark").first()).isVisible();
        if (javaScript) {
            visit.assertAccessible();
        }

        visit.page().locator("#find-q").fill("divin");
        Locator find = visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find"));
        find.click();
        assertThat(visit.page().locator("#found")).hasText("Nothing found");
        if (javaScript) {
            assertThat(find).isFocused();
        }
        visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Devin").setExact(true)).click();
        visit.page().waitForURL("**/tools/devin");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1280, 360 })
    void filtersChangeTheListInPlaceAndTheAddressWithIt(int width, Visit visit) {
        visit.wide(width).open("/tools");
        visit.page().getByLabel("Kind").focus();
        visit.page().getByLabel("Kind").selectOption("coding-agent");

        assertThat(visit.page()).hasURL(Pattern.compile(".*/tools\\?kind=coding-agent$"));
        assertThat(visit.page().locator("#found")).containsText("tools");
        assertThat(visit.page().locator("#said")).containsText("tools.");
        assertThat(visit.page().getByLabel("Kind")).isFocused();
        visit.page().getByLabel("Order").selectOption("name");
        assertThat(visit.page()).hasURL(Pattern.compile(".*/tools\\?kind=coding-agent&sort=name$"));
        assertThat(visit.page().locator(".list-name").first()).hasText("Aider");
        visit.assertAccessible();
        visit.assertNoSidewaysScrolling(width);

        // Each step back makes the page load anew, which waiting for the step's own load would not survive.
        visit.page().evaluate("() => { setTimeout(() => history.back(), 0); }");
        assertThat(visit.page()).hasURL(Pattern.compile(".*/tools\\?kind=coding-agent$"));
        assertThat(visit.page().getByLabel("Order")).hasValue("");
        visit.page().waitForLoadState();
        visit.page().evaluate("() => { setTimeout(() => history.back(), 0); }");
        assertThat(visit.page()).hasURL(Pattern.compile(".*/tools$"));
        assertThat(visit.page().locator("h1")).containsText("All ");
        assertThat(visit.page().getByLabel("Kind")).hasValue("");
        assertThat(visit.page().locator("header")).hasCount(1);
        assertThat(visit.page().locator("#finder")).hasCount(1);
    }

    @Test
    void oneStepBackFromAFilterShowsTheListBeforeIt(Visit visit) {
        visit.open("/tools");
        visit.page().getByLabel("Kind").selectOption("coding-agent");
        assertThat(visit.page()).hasURL(Pattern.compile(".*/tools\\?kind=coding-agent$"));
        visit.page().getByLabel("Order").selectOption("name");
        assertThat(visit.page()).hasURL(Pattern.compile(".*/tools\\?kind=coding-agent&sort=name$"));

        visit.page().evaluate("() => { setTimeout(() => history.back(), 0); }");
        assertThat(visit.page()).hasURL(Pattern.compile(".*/tools\\?kind=coding-agent$"));
        assertThat(visit.page().getByLabel("Order")).hasValue("");
        assertThat(visit.page().getByLabel("Kind")).hasValue("coding-agent");
    }

    @Test
    void withoutJavaScriptFiltersAreAFormAndPagesAreLinks(Visit visit) {
        visit.withoutJavaScript().open("/tools");
        visit.page().getByLabel("Order").selectOption("name");
        visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find")).click();
        int first = visit.page().locator(".list-row").count();
        visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next page")).click();
        int second = visit.page().locator(".list-row").count();

        assertThat(first).isEqualTo(24);
        assertThat(second).isPositive();
        visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("First page")).click();
        assertThat(visit.page().locator(".list-row")).hasCount(24);
    }
}

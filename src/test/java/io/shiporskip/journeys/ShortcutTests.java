package io.shiporskip.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The one key that does something by itself can be turned off (WCAG 2.1.4). */
@BrowserTest
class ShortcutTests {

    @Test
    void theSlashIsTurnedOffStaysOffAndIsTurnedOnAgain(Visit visit) {
        visit.wide(360).open("/about");
        Page page = visit.page();
        assertThat(page.locator(".page-keys")).hasText("Keyboard: / opens search Turn off");
        assertThat(stored(page)).isZero();

        button(page, "Turn off the / key").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).hasText("The / key does nothing now.");
        assertThat(button(page, "Turn on the / key")).isFocused();
        visit.assertAccessible();
        visit.assertNoSidewaysScrolling(360);
        page.keyboard().press("/");
        assertThat(button(page, "Turn on the / key")).isFocused();

        visit.open("/method");
        assertThat(page.locator(".page-keys")).hasText("Keyboard: / does nothing Turn on");
        page.keyboard().press("/");
        assertThat(search(page)).not().isFocused();
        assertThat(page.context().cookies()).isEmpty();

        button(page, "Turn on the / key").click();
        assertThat(page.locator("#said")).hasText("The / key opens search now.");
        assertThat(stored(page)).isZero();
        page.keyboard().press("/");
        assertThat(search(page)).isFocused();
    }

    @Test
    void whereTheBrowserKeepsNoStorageItHoldsForThePage(Visit visit) {
        visit.page().context().addInitScript(
                "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied'); } });");
        visit.open("/about");
        button(visit.page(), "Turn off the / key").click();
        visit.page().keyboard().press("/");

        assertThat(search(visit.page())).not().isFocused();
    }

    @Test
    void whatOneTabTurnsOffIsOffInTheOther(Visit visit) {
        visit.open("/about");
        Page other = visit.page().context().newPage();
        other.navigate(visit.page().url());
        button(visit.page(), "Turn off the / key").click();

        assertThat(button(other, "Turn on the / key")).isVisible();
        other.keyboard().press("/");
        assertThat(search(other)).not().isFocused();
    }

    @Test
    void withoutJavaScriptThereIsNoKeyToTurnOff(Visit visit) {
        visit.withoutJavaScript().open("/about");

        assertThat(visit.page().locator(".page-keys")).isHidden();
    }

    private static int stored(Page page) {
        return (Integer) page.evaluate("localStorage.length");
    }

    private static Locator search(Page page) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search tools"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

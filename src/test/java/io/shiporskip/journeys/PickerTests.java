package io.shiporskip.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shiporskip.search.Indexing;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.ManyTools;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader chooses among more tools than a list could hold. */
@BrowserTest
@Import({ ManyTools.class, Indexing.class })
class PickerTests {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    ManyTools many;

    @BeforeEach
    void manyTools() {
        many.add();
    }

    @ParameterizedTest
    @CsvSource({ "/, 1280", "/compare, 360" })
    void byKeyboard(String address, int width, Visit visit) {
        visit.wide(width).open(address);
        Locator first = visit.page().getByRole(AriaRole.COMBOBOX,
                new Page.GetByRoleOptions().setName("First tool").setExact(true));
        first.focus();
        visit.page().keyboard().type("numbered nr 7");
        Locator options = visit.page().locator("#tool-1-options [role=option]");
        assertThat(options.first()).isVisible();
        assertThat(options.first()).containsText("Numbered Nr 7");
        assertThat(first).hasAttribute("aria-expanded", "true");
        visit.assertAccessible();
        visit.assertNoSidewaysScrolling(width);
        visit.page().keyboard().press("Escape");
        assertThat(options.first()).isHidden();
        visit.page().keyboard().press("ArrowDown");
        visit.page().keyboard().press("ArrowDown");
        visit.page().keyboard().press("ArrowUp");
        visit.page().keyboard().press("Enter");
        assertThat(first).hasValue("Numbered Nr 7");
        assertThat(first).isFocused();
        assertThat(first).hasAttribute("aria-expanded", "false");
        assertThat(visit.path()).isEqualTo(address);

        visit.page().keyboard().press("Tab");
        visit.page().keyboard().type("Devin");
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL("**/compare/devin-vs-numbered-7");
        assertThat(visit.path()).isEqualTo("/compare/devin-vs-numbered-7");
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
        assertThat(visit.page().getByLabel("Second tool")).hasValue(java.util.regex.Pattern.compile("^SmolLM3 \\(.*"));
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
    void withoutJavaScriptOneWritesNames(int width, Visit visit) {
        visit.withoutJavaScript().wide(width).open("/compare");
        visit.page().getByLabel("First tool").focus();
        visit.page().keyboard().type("numbered NR 7");
        visit.page().keyboard().press("Tab");
        visit.page().keyboard().type("SmolLM3");
        visit.page().keyboard().press("Enter");

        assertThat(visit.page().locator(".form-doubt a")).hasCount(2);
        assertThat(visit.page().getByLabel("First tool")).hasValue("numbered NR 7");
        visit.assertNoSidewaysScrolling(width);
        visit.page().locator(".form-doubt a").first().click();
        assertThat(visit.path()).startsWith("/compare/numbered-7-vs-smollm3-");
    }
}

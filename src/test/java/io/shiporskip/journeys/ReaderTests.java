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

/** A reader decides between tools: from the front page to a comparison, and back. */
@BrowserTest
class ReaderTests {

    private static final String AIDER_OR_DEVIN = "/compare/aider-vs-devin";

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void byMouse(boolean javaScript, Visit visit) {
        if (!javaScript) {
            visit.withoutJavaScript();
        }
        visit.open("/");
        choose(visit, javaScript, "First tool", "aider", "Aider");
        choose(visit, javaScript, "Second tool", "devin", "Devin");
        visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare")).click();

        assertThat(visit.page()).hasTitle("Aider vs Devin: Which AI Tool Should You Ship? — Ship or Skip");
        assertThat(visit.path()).isEqualTo(AIDER_OR_DEVIN);
        assertThat(visit.page().locator(".pick-answer")).isInViewport();

        visit.page().getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Devin"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Devin").setExact(true)).click();
        assertThat(visit.path()).isEqualTo("/tools/devin");

        visit.page().goBack();
        visit.page().goBack();
        assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
        assertThat(visit.path()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void byKeyboard(boolean javaScript, Visit visit) {
        if (!javaScript) {
            visit.withoutJavaScript();
        }
        visit.open("/");
        Locator skip = visit.page().getByText("Skip to content");
        visit.page().keyboard().press("Tab");
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        visit.page().keyboard().press("Enter");
        assertThat(visit.page().locator("#main")).isFocused();

        visit.page().keyboard().press("Tab");
        assertThat(visit.page().getByLabel("First tool")).isFocused();
        visit.page().keyboard().type("Aider");
        visit.page().keyboard().press("Tab");
        visit.page().keyboard().type("Devin");
        visit.page().keyboard().press("Tab");
        visit.page().keyboard().press("Enter");

        assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Aider vs Devin");
        assertThat(visit.path()).isEqualTo(AIDER_OR_DEVIN);
    }

    @Test
    void everythingThatTakesTheFocusShowsIt(Visit visit) {
        visit.open(AIDER_OR_DEVIN);
        int stops = 0;
        while (stops < 200) {
            visit.page().keyboard().press("Tab");
            Object outline = visit.page().evaluate("""
                    () => {
                        const it = document.activeElement;
                        if (it === document.body) return null;
                        const style = getComputedStyle(it);
                        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                            ? 'shown' : it.outerHTML;
                    }""");
            if (outline == null) {
                break;
            }
            assertThat(outline).isEqualTo("shown");
            stops++;
        }
        assertThat(stops).isBetween(20, 199);
    }

    @Test
    void theFormAnswersWhileOneStillChooses(Visit visit) {
        visit.open("/compare");
        choose(visit, true, "First tool", "cursor-background-agent", "Cursor Background Agent");
        choose(visit, true, "Second tool", "smollm3-on-device", "SmolLM3");

        assertThat(visit.page().locator("#answer")).containsText("these two do different jobs");
        assertThat(visit.path()).isEqualTo("/compare");
        assertThat(visit.page().getByLabel("Second tool"))
                .hasValue(Pattern.compile("^SmolLM3 .*"));
        visit.assertAccessible();
    }

    @Test
    void theFormSaysWhatIsWrongWithAChoiceAndThenAnswersAgain(Visit visit) {
        visit.open("/compare");
        Locator status = visit.page().locator("#answer");
        choose(visit, true, "First tool", "aider", "Aider");
        // It is not suggested again, but nothing keeps anybody from writing it.
        visit.page().getByLabel("Second tool").fill("Aider");
        visit.page().keyboard().press("Tab");
        assertThat(status).hasText("Choose two different tools.");
        visit.assertAccessible();

        choose(visit, true, "Second tool", "smollm3-on-device", "SmolLM3");
        assertThat(status).containsText("these two do different jobs");
    }

    @Test
    void theToolsStayNamedWhileOneScrolls(Visit visit) {
        for (int width : new int[]{ 1280, 360 }) {
            visit.wide(width).open("/compare/aider-vs-cline-vs-devin-vs-github-copilot-coding-agent");
            visit.page().locator("section[aria-labelledby=scorecard] tbody tr").last().scrollIntoViewIfNeeded();
            visit.page().locator("section[aria-labelledby=scorecard] tbody tr").nth(2)
                    .evaluate("row => row.scrollIntoView({block: 'center'})");

            assertThat(visit.page().locator("section[aria-labelledby=scorecard] thead .table-tool").first())
                    .isInViewport();
            assertThat(visit.page().locator("section[aria-labelledby=scorecard] thead .table-tool").last())
                    .isInViewport();
        }
    }

    /** Shapes tell the tools apart, and below 8 px nobody sees which is which. */
    @Test
    void thePlotOfAPickHasDotsThatOneCanTellApartOrIsNotThere(Visit visit) {
        for (int width : new int[]{ 1280, 1000, 800, 500, 360 }) {
            visit.wide(width).open(AIDER_OR_DEVIN);
            Object smallest = visit.page().evaluate("""
                    () => Math.min(99, ...[...document.querySelectorAll('.plot-pair circle')]
                        .map(dot => dot.getBoundingClientRect().width).filter(size => size > 0))""");

            assertThat(((Number) smallest).doubleValue()).as("a window of %d px", width).isGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void onANarrowPageEachTakeNamesItsReviewerAndItsTool(Visit visit) {
        visit.wide(360).open(AIDER_OR_DEVIN);

        assertThat(visit.page().locator(".table-takes tbody tr").nth(1).locator("td .table-name"))
                .hasText(new String[]{ "Skeptic on Aider", "Skeptic on Devin" });
        assertThat(visit.page().locator(".table-takes tbody tr").nth(1).locator("td .table-name").first()).isVisible();
    }

    @Test
    void readingSetsNoCookieAndAsksNobodyElse(Visit visit) {
        for (String address : new String[]{ "/", "/tools", AIDER_OR_DEVIN, "/reviewers/pm", "/privacy" }) {
            visit.open(address);
        }

        assertThat(visit.page().context().cookies()).isEmpty();
    }

    /** From the list, or with a script from what is suggested for the name. */
    private static void choose(Visit visit, boolean javaScript, String field, String slug, String name) {
        if (javaScript) {
            Locator input = visit.page().getByRole(AriaRole.COMBOBOX,
                    new Page.GetByRoleOptions().setName(field).setExact(true));
            input.fill(name);
            visit.page().locator(".combobox-field:has([role=combobox]:focus) [data-slug=" + slug + "]").click();
        } else {
            visit.page().getByLabel(field).fill(name);
        }
    }
}

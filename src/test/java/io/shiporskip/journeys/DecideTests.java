package io.shiporskip.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader comes with a need: weighs the reviewers, sets limits, shares the answer, and follows what would turn it. */
@BrowserTest
class DecideTests {

    private static final String KIND = "/kinds/coding-agent/decide";

    @ParameterizedTest
    @CsvSource({ "true, 1280", "false, 1280", "true, 360", "false, 360" })
    void fromANeedToADecision(boolean javaScript, int width, Visit visit) {
        visit.wide(width);
        if (!javaScript) {
            visit.withoutJavaScript();
        }
        visit.open("/tools");
        visit.page().getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Which coding agent should I ship with?")).click();
        assertThat(answer(visit)).hasText(Pattern.compile("Ship with Cursor v0[.]50 .*"));
        assertAccessible(visit, javaScript);

        weight(visit, "Skeptic", "Triple").check();
        visit.page().getByLabel("I can host it myself").check();
        decide(visit, javaScript);
        assertThat(answer(visit)).hasText("Too close to call between Aider and Cline.");
        assertThat(visit.page().locator(".decide-out").first()).containsText("Hosting: vendor-hosted.");
        assertThat(weight(visit, "Skeptic", "Triple")).isChecked();
        visit.assertNoSidewaysScrolling(width);
        assertAccessible(visit, javaScript);
        assertThat(visit.path()).contains("weight.skeptic=3").contains("self-host=yes");
        if (javaScript) {
            assertThat(visit.path()).isEqualTo(KIND + "?weight.skeptic=3&self-host=yes");
        }

        visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A link to this answer"))
                .press("Enter");
        visit.page().waitForURL("**" + KIND + "?weight.skeptic=3&self-host=yes#decide-result");
        assertThat(answer(visit)).hasText("Too close to call between Aider and Cline.");

        Locator turn = visit.page().locator(".decide-turns a").first();
        assertThat(turn).hasText(Pattern.compile("Give the .* and it is (Aider|Cline).*"));
        String promised = turn.innerText().replaceFirst(".* it is (Aider|Cline).*", "$1");
        turn.press("Enter");
        assertThat(answer(visit))
                .hasText(Pattern.compile(promised + " leads.*|Ship with " + promised + "[.]"));
        assertThat(answer(visit)).isInViewport();
        assertAccessible(visit, javaScript);

        visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start over")).press("Enter");
        visit.page().waitForURL("**" + KIND + "#decide");
        assertThat(weight(visit, "Skeptic", "Usual")).isChecked();
    }

    @Test
    void byKeyboardTheFocusStaysWhereItIsAndTheAnswerIsSaid(Visit visit) {
        visit.open("/compare/aider-vs-devin");
        weight(visit, "Futurist", "Usual").focus();
        visit.page().keyboard().press("ArrowLeft");

        assertThat(answer(visit)).hasText("Aider leads, with a panel that is split.");
        assertThat(visit.page().locator("#said")).containsText("split. It leads Devin by 10 points by the "
                + "Builder alone");
        assertThat(weight(visit, "Futurist", "None")).isFocused();
        assertThat(visit.path()).isEqualTo("/compare/aider-vs-devin?weight.futurist=0");
        visit.page().keyboard().press("ArrowRight");
        visit.page().keyboard().press("ArrowRight");
        assertThat(answer(visit)).hasText("Ship with Devin.");
        assertThat(weight(visit, "Futurist", "Double")).isFocused();
        visit.assertAccessible();
    }

    @Test
    void theSharedAddressShowsTheSameToAnother(Visit visit) {
        visit.open(KIND);
        weight(visit, "Builder", "Double").check();
        visit.page().getByLabel("Open weights or source").check();
        visit.page().waitForURL("**?weight.builder=2&open=yes");
        String answer = visit.page().locator("#decide-result").innerText();
        String shared = visit.path();

        visit.withoutJavaScript().open(shared);
        assertThat(visit.page().locator("#decide-result").innerText()).isEqualTo(answer);
        assertThat(weight(visit, "Builder", "Double")).isChecked();
    }

    @Test
    void goingBackShowsTheEarlierAnswerAndItsForm(Visit visit) {
        visit.open(KIND);
        String first = answer(visit).innerText();
        weight(visit, "Skeptic", "None").check();
        visit.page().waitForURL("**?weight.skeptic=0");
        visit.page().goBack();

        assertThat(answer(visit)).hasText(first);
        assertThat(weight(visit, "Skeptic", "Usual")).isChecked();
        assertThat(visit.page().locator(".page-masthead")).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aBudgetThatIsNoneIsSaidBesideItsFieldAndThenPutRight(boolean javaScript, Visit visit) {
        if (!javaScript) {
            visit.withoutJavaScript();
        }
        visit.open(KIND);
        Locator budget = visit.page().getByLabel("Budget in dollars a month");
        budget.fill("plenty");
        decide(visit, javaScript);
        assertThat(visit.page().locator("#budget-problem")).containsText("Enter dollars a month as a number");
        assertThat(budget).hasValue("plenty");
        assertThat(budget).hasAttribute("aria-invalid", "true");
        assertThat(visit.page().locator(".decide-why")).containsText("The budget is left out of this");
        assertAccessible(visit, javaScript);

        budget.fill("15");
        decide(visit, javaScript);
        assertThat(visit.page().locator("#budget-problem")).hasText("");
        assertThat(budget).not().hasAttribute("aria-invalid", "true");
        assertThat(visit.page().locator(".decide-why")).not().containsText("left out of this");
        assertThat(visit.page().locator(".decide-out").first()).containsText("It costs at least $20 a month.");
        if (javaScript) {
            assertThat(budget).isFocused();
        }
    }

    @Test
    void whereNoToolIsLeftItSaysSo(Visit visit) {
        visit.open("/compare/claude-code-vs-cursor-background-agent?free=yes");

        assertThat(answer(visit)).hasText("No tool here keeps all of your limits.");
        assertThat(visit.page().locator(".decide-out")).hasCount(2);
        visit.assertAccessible();

        visit.page().getByText(Pattern.compile("Drop free entry and it is .*")).click();
        assertThat(answer(visit)).not().hasText("No tool here keeps all of your limits.");
        assertThat(visit.path()).doesNotContain("free");
    }

    private static Locator answer(Visit visit) {
        return visit.page().locator(".decide-answer");
    }

    private static Locator weight(Visit visit, String reviewer, String weight) {
        return visit.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(reviewer))
                .getByLabel(weight);
    }

    /** axe-core runs as a script of the page. */
    private static void assertAccessible(Visit visit, boolean javaScript) {
        if (javaScript) {
            visit.assertAccessible();
        }
    }

    /** With JavaScript the answer comes by itself. Keys, because a page that scrolls smoothly holds still for no pointer. */
    private static void decide(Visit visit, boolean javaScript) {
        if (!javaScript) {
            visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Decide")).press("Enter");
        }
    }
}

package io.shiporskip.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader on a phone wants to know who disagrees: from the front page to a reviewer's boldest dissent. */
@BrowserTest
class DisagreementTests {

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void onAPhoneTheDisagreementLeadsToTheTake(boolean javaScript, Visit visit) {
        visit.wide(360);
        if (!javaScript) {
            visit.withoutJavaScript();
        }
        visit.open("/");
        Locator contested = visit.page().getByRole(AriaRole.REGION,
                new Page.GetByRoleOptions().setName("Most contested"));
        assertThat(contested.getByRole(AriaRole.IMG)).not().hasCount(0);
        Object width = contested.getByRole(AriaRole.IMG).first().evaluate("plot => plot.getBoundingClientRect().right");
        assertThat(((Number) width).doubleValue()).isLessThanOrEqualTo(360);
        inspected(visit, javaScript);

        visit.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The reviewers"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Founder")).click();
        assertThat(visit.path()).isEqualTo("/reviewers/founder");
        inspected(visit, javaScript);

        visit.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Boldest dissents"))
                .getByRole(AriaRole.LINK).first().click();
        assertThat(visit.path()).endsWith("#take-founder");
        assertThat(visit.page().locator("#take-founder")).isInViewport();
        inspected(visit, javaScript);
    }

    private static void inspected(Visit visit, boolean javaScript) {
        visit.assertNoSidewaysScrolling(360);
        // What inspects the page is a script itself.
        if (javaScript) {
            visit.assertAccessible();
        }
    }
}

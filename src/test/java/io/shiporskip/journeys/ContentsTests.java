package io.shiporskip.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A comparison is long on a phone: its contents lead to each part. */
@BrowserTest
class ContentsTests {

    private static final String THREE = "/compare/aider-vs-cline-vs-devin";

    @Test
    void eachPartIsOneStepAwayAndTheKeyboardGoesOnThere(Visit visit) {
        visit.wide(360).open(THREE);
        Page page = visit.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        Locator links = page.locator("nav.page-contents a");
        assertThat(links).hasText(new String[]{ "Pick", "Tools", "Decide", "Decision table", "Facts", "Takes",
            "Related" });
        visit.assertNoSidewaysScrolling(360);

        for (Locator link : links.all()) {
            String target = String.valueOf(link.getAttribute("href"));
            assertThat((Double) link.evaluate("it => it.getBoundingClientRect().height + 0.0001"))
                    .isGreaterThanOrEqualTo(24);
            link.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(target)).isInViewport();
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate("""
                    target => !document.activeElement.closest('nav.page-contents')
                        && (document.querySelector(target).compareDocumentPosition(document.activeElement)
                            & Node.DOCUMENT_POSITION_FOLLOWING) > 0
                    """, target)).as("the next stop after %s", target).isTrue();
        }
    }

    @Test
    void whatIsNotOnThePageIsNotInItsContents(Visit visit) {
        visit.open(THREE + "?row=pricing");
        assertThat(visit.page().locator("nav.page-contents a")).hasText(
                new String[]{ "Pick", "Tools", "Decide", "Decision table", "Related" });

        visit.open("/compare/devin-vs-midjourney");
        assertThat(visit.page().locator("nav.page-contents a[href='#decide']")).hasCount(0);
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(visit.page().locator("nav.page-contents")).isHidden();
    }
}

package io.shiporskip.journeys;

import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Every kind of page and every state of it, wide and narrow, light and dark: axe-core finds nothing, nothing sticks out. */
@BrowserTest
class AccessibilityTests {

    @ParameterizedTest
    @ValueSource(strings = { "/", "/tools", "/categories/developer-tools", "/kinds/coding-agent", "/makers/cursor",
        "/tools?q=agent&kind=coding-agent&sort=new", "/search", "/search?q=pull+request", "/search?q=zzzz",
        "/tools?entry=paid&kind=language-model",
        "/tools/cursor-v0-50-background-agent-codebase-refactoring", "/tools/smolvlm2", "/compare",
        "/compare?tool=devin&tool=devin", "/compare/cursor-background-agent-vs-smollm3-on-device",
        "/compare/cursor-background-agent-vs-cursor-v0-50-background-agent-codebase-refactoring",
        "/compare/smollm3-fine-tuning-vs-smollm3-on-device", "/compare/flux-1-dev-vs-midjourney",
        "/compare/aider-vs-devin?budget=x",
        "/kinds/coding-agent/decide", "/kinds/coding-agent/decide?budget=0&open=yes&self-host=yes&weight.builder=0",
        "/compare/aider-vs-cline-vs-devin-vs-github-copilot-coding-agent", "/reviewers", "/reviewers/skeptic",
        "/bookmarks", "/method", "/method/moderation", "/about", "/privacy", "/newsletter", "/newsletter/editions",
        "/design", "/mailbox",
        "/tools/smolm3", "/nothing",
        "/tools/%00" })
    void aPageIsAccessibleInEachOfItsShapes(String address, Visit visit) {
        visit.open(address);
        visit.assertAccessibleInEachShape();
    }

    @Test
    void whatOnlyTheDarkShowsIsFound(Visit visit) {
        visit.open("/about");
        visit.page().evaluate("""
                () => {
                    const sheet = new CSSStyleSheet();
                    sheet.replaceSync("@media (prefers-color-scheme: dark) { main p { color: #333 !important } }");
                    document.adoptedStyleSheets = [sheet];
                }
                """);
        visit.assertAccessible();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(visit::assertAccessibleInEachShape)
                .withMessageContaining("px, dark").withMessageContaining("color-contrast");
    }

    @Test
    void whatHasNothingToDoWithColoursIsFound(Visit visit) {
        visit.open("/about");
        visit.page().evaluate(
                "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=/images/favicon.svg>')");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(visit::assertAccessibleInEachShape)
                .withMessageContaining("image-alt");
    }
}

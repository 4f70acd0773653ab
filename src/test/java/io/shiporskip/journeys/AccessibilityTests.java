package io.shiporskip.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        for (int width : new int[]{ 1280, 360 }) {
            visit.page().setViewportSize(width, 800);
            visit.assertNoSidewaysScrolling(width);
            for (ColorScheme scheme : new ColorScheme[]{ ColorScheme.LIGHT, ColorScheme.DARK }) {
                visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                visit.assertAccessible();
            }
        }
    }
}

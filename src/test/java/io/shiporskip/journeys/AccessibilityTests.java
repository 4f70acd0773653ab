package io.shiporskip.journeys;

import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Every kind of page and every state of it: axe-core finds nothing, and nothing sticks out. */
@BrowserTest
class AccessibilityTests {

    static Stream<String> pages() {
        return Stream.of("/", "/tools", "/categories/developer-tools",
                "/tools/cursor-v0-50-background-agent-codebase-refactoring", "/tools/smolvlm2", "/compare",
                "/compare?tool=devin&tool=devin", "/compare/cursor-background-agent-vs-smollm3-on-device",
                "/compare/cursor-background-agent-vs-cursor-v0-50-background-agent-codebase-refactoring",
                "/compare/smollm3-fine-tuning-vs-smollm3-on-device", "/compare/flux-1-dev-vs-midjourney",
                "/compare/aider-vs-cline-vs-devin-vs-github-copilot-coding-agent", "/reviewers", "/reviewers/skeptic",
                "/method", "/about", "/privacy", "/design", "/tools/smolm3", "/nothing", "/tools/%00");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void wideAndLight(String address, Visit visit) {
        check(visit, address);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void wideAndDark(String address, Visit visit) {
        check(visit.dark(), address);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void narrowAndLight(String address, Visit visit) {
        check(visit.wide(360), address);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void narrowAndDark(String address, Visit visit) {
        check(visit.wide(360).dark(), address);
    }

    private static void check(Visit visit, String address) {
        visit.open(address);
        visit.assertAccessible();
        visit.assertNoSidewaysScrolling();
    }
}

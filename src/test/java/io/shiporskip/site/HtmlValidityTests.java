package io.shiporskip.site;

import io.shiporskip.testing.HtmlChecker;
import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** The W3C's checker finds no error in what the site sends. */
@PageTest
class HtmlValidityTests {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    @ParameterizedTest
    @ValueSource(
            strings = { "/", "/tools", "/categories/developer-tools", "/kinds/coding-agent", "/makers/cursor",
                "/tools?q=agent&kind=coding-agent&sort=new", "/search", "/search?q=pull+request", "/search?q=zzzz",
                "/tools?entry=paid&kind=language-model", "/tools/devin", "/tools/smolvlm2", "/compare",
                "/compare?tool=devin&tool=devin", "/compare/cursor-background-agent-vs-smollm3-on-device",
                "/compare/cursor-background-agent-vs-cursor-v0-50-background-agent-codebase-refactoring",
                "/compare/smollm3-fine-tuning-vs-smollm3-on-device", "/compare/flux-1-dev-vs-midjourney",
                "/compare/aider-vs-devin?budget=x",
                "/kinds/coding-agent/decide",
                "/kinds/coding-agent/decide?budget=0&open=yes&self-host=yes&weight.builder=0",
                "/compare/aider-vs-cline-vs-devin-vs-github-copilot-coding-agent", "/reviewers", "/reviewers/skeptic",
                "/bookmarks", "/method", "/method/moderation", "/about", "/privacy", "/newsletter", "/design",
                "/tools/smolm3" })
    void theCheckerFindsNoError(String address) {
        HtmlChecker.assertValid(pages.get(address));
    }

    @Test
    void theCheckerFindsNoErrorInWhatAVisitorSees() {
        String cookie = pages.post("/tools/devin/bookmark", "kept=true", "").cookie();
        pages.post("/tools/aider/bookmark", "kept=true", cookie);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.COOKIE, cookie);

        HtmlChecker.assertValid(pages.send("GET", "/bookmarks", headers));
        HtmlChecker.assertValid(pages.send("GET", "/bookmarks?removed=cline", headers));
        HtmlChecker.assertValid(pages.post("/bookmarks/import", "", cookie));
        HtmlChecker.assertValid(pages.post("/bookmarks/clear", "", cookie));
    }
}

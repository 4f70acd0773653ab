package io.shiporskip.site;

import io.shiporskip.newsletter.Newsletter;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What belongs to one visitor is in no answer that a shared cache may keep, and is there in the first answer to them. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class CachingTests {

    /** An address for each mapping with a variable in it. */
    private static final Map<String, String> EXAMPLES = Map.of("/tools/{slug}", "/tools/claude-code",
            "/categories/{slug}", "/categories/developer-tools", "/reviewers/{slug}", "/reviewers/skeptic",
            "/compare/{path}", "/compare/claude-code-vs-devin", "/kinds/{slug}", "/kinds/coding-agent",
            "/kinds/{slug}/decide", "/kinds/coding-agent/decide", "/makers/{slug}", "/makers/anthropic");

    /** Answers that are for one visitor alone, whoever asks. */
    private static final Set<String> NEVER_SHARED = Set.of("/bookmarks/export.json", "/bookmarks/export.csv");

    /** Answers that hold nothing of a visitor, and are the same for all. */
    private static final Set<String> ALWAYS_SHARED = Set.of("/search/suggestions", "/compare/suggestions",
            "/newsletter/feed.xml");

    /** Addresses that lead elsewhere, are the end of a request that failed, are for this machine alone (MailboxPageTests), or
     * are not there before the first edition. */
    private static final Set<String> NO_PAGES = Set.of("/error", "/mailbox", "/mailbox/{id}", "/mailbox/{id}/html");

    /** Pages on which a tool's card stands. */
    private static final Set<String> WITH_VOTES = Set.of("/tools", "/tools/claude-code", "/categories/developer-tools",
            "/compare/claude-code-vs-devin");

    @Autowired
    Pages pages;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Newsletter newsletter;

    /** The links of mails, by their patterns. */
    private Map<String, String> mailed = Map.of();
    private String edition = "";

    private Person anna;
    private Person ben;

    @BeforeEach
    void twoVisitorsWhoDisagree() {
        newsletter.clear();
        edition = newsletter.edition();
        mailed = Map.of("/newsletter/confirm/{token}",
                "/newsletter/confirm/" + newsletter.waiting("waiting@example.org"), "/newsletter/leave/{token}",
                "/newsletter/leave/" + newsletter.confirmed("reader@example.org"));
        anna = new Person(pages);
        anna.vote("claude-code", "ship");
        ben = new Person(pages);
        ben.vote("claude-code", "skip");
        ben.press("/tools/claude-code/bookmark", "kept", "true");
    }

    @TestFactory
    Stream<DynamicTest> everyAddressKeepsApartWhatIsForAllAndWhatIsForOne() {
        List<String> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(10).contains("/", "/tools", "/bookmarks", "/privacy");
        return addresses.stream().map(address -> DynamicTest.dynamicTest(address, () -> keepsApart(address)));
    }

    private void keepsApart(String address) {
        Page anybody = new Person(pages).open(address);
        Page anybodyElse = new Person(pages).at("198.51.100.9").open(address);
        Page annas = anna.open(address);
        Page bens = ben.open(address);
        if (ALWAYS_SHARED.contains(address)) {
            assertThat(List.of(anybodyElse, annas, bens)).allSatisfy(page -> {
                assertThat(page.source()).isEqualTo(anybody.source());
                assertThat(page.headers().get(HttpHeaders.SET_COOKIE)).isNull();
            });
            return;
        }

        for (Page page : List.of(anybody, anybodyElse, annas, bens)) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.headers().get(HttpHeaders.SET_COOKIE)).isNull();
            assertThat(page.headers().get(HttpHeaders.VARY)).contains("HX-Request", "Cookie");
        }
        assertThat(anybodyElse.source()).isEqualTo(anybody.source());
        if (!address.equals("/design")) {
            assertThat(anybody.html().select("[aria-pressed=true], .vote-back")).isEmpty();
        }
        assertThat(anybody.text("#bookmark-count")).isEmpty();
        if (NEVER_SHARED.contains(address) || mailed.containsValue(address)) {
            assertThat(anybody.headers().getCacheControl()).doesNotContain("public").contains("no-store");
        } else {
            assertThat(anybody.headers().getCacheControl()).isEqualTo("no-cache, public");
            assertThat(bens.text("#bookmark-count")).isEqualTo("1");
        }
        assertThat(List.of(annas, bens)).extracting(page -> page.headers().getCacheControl())
                .allSatisfy(value -> assertThat(value).contains("private").doesNotContain("public"));
        assertThat(bens.source()).isNotEqualTo(annas.source());
        if (WITH_VOTES.contains(address)) {
            assertThat(annas.html().select("#vote-claude-code [aria-pressed=true]").val()).isEqualTo("ship");
            assertThat(bens.html().select("#vote-claude-code [aria-pressed=true]").val()).isEqualTo("skip");
            assertThat(annas.html().select("#keep-claude-code[aria-pressed=true]")).isEmpty();
            assertThat(bens.html().select("#keep-claude-code[aria-pressed=true]")).hasSize(1);
        }
        assertThat(revalidated(ben, address, anybody).status()).as("a public copy in Ben's browser").isEqualTo(200);
    }

    @Test
    void whatHtmxGetsIsKeptApartAsWell() {
        for (Person person : List.of(anna, ben)) {
            HttpHeaders headers = new HttpHeaders();
            headers.set("HX-Request", "true");
            headers.set(HttpHeaders.COOKIE, person.cookie());
            Page drawer = pages.send("GET", "/bookmarks", headers);

            assertThat(drawer.headers().getCacheControl()).contains("private").doesNotContain("public");
            assertThat(drawer.html().text().contains("Claude Code")).isEqualTo(person == ben);
        }
        assertThat(pages.getByHtmx("/bookmarks").headers().getCacheControl()).isEqualTo("no-cache, public");
    }

    @Test
    void thePageOfAnErrorIsTheVisitorsAsWell() {
        for (String address : List.of("/tools/nothing", "/compare?tool=devin&tool=devin")) {
            Page page = ben.open(address);
            assertThat(page.status()).isBetween(400, 499);
            assertThat(page.text("#bookmark-count")).as(address).isEqualTo("1");
            assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
        }
    }

    @Test
    void aPageCostsAVisitorTwoStatementsMore() {
        for (String address : List.of("/", "/tools", "/tools/claude-code", "/compare/claude-code-vs-devin")) {
            assertThat(ben.open(address).statements()).isEqualTo(new Person(pages).open(address).statements() + 2);
        }
    }

    private Page revalidated(Person person, String address, Page known) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.COOKIE, person.cookie());
        headers.set(HttpHeaders.IF_NONE_MATCH, String.valueOf(known.headers().getETag()));
        return pages.send("GET", address, headers);
    }

    private List<String> addresses() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().isEmpty()
                        || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream()).filter(path -> !NO_PAGES.contains(path))
                // Nobody keeps a page of the desk: DeskAccessTests.
                .filter(path -> !path.startsWith("/desk"))
                .map(path -> path.startsWith("/newsletter/editions/{") ? edition
                        : mailed.getOrDefault(path, EXAMPLES.getOrDefault(path, path)))
                .distinct().sorted()
                .peek(path -> assertThat(path).as("give it an example").doesNotContain("{")).toList();
    }
}

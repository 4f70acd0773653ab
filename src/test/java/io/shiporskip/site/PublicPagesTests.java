package io.shiporskip.site;

import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds on every public page. */
@PageTest
class PublicPagesTests {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    /** The number of statements is fixed: it does not grow with the number of tools, plans, facts or takes. */
    @ParameterizedTest
    @CsvSource({ "/, 14", "/tools, 5", "/categories/developer-tools, 6",
        "/kinds/coding-agent, 6", "/makers/cursor, 6", "/tools?kind=coding-agent&sort=new, 5", "/tools?q=agent, 5",
        "/search, 5",
        "/search?q=agent, 5", "/tools/devin, 11",
        "/tools/cursor-background-agent, 11", "/compare, 5",
        "/compare/cursor-background-agent-vs-smollm3-on-device, 11", "/compare/aider-vs-devin, 12",
        "/compare/aider-vs-cline-vs-devin-vs-github-copilot-coding-agent, 12",
        "/compare/aider-vs-devin?weight.skeptic=3&budget=20, 12", "/kinds/coding-agent/decide, 8",
        "/kinds/language-model/decide?open=yes, 7", "/kinds/vision-language-model/decide, 8", "/reviewers, 2",
        "/reviewers/skeptic, 5", "/bookmarks, 0", "/method, 0", "/method/moderation, 2", "/about, 0", "/privacy, 0",
        "/corrections, 1",
        "/design, 0" })
    void aPageCostsAFixedNumberOfStatements(String address, int statements) {
        assertThat(pages.get(address).statements()).isEqualTo(statements);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/tools", "/categories/developer-tools", "/categories/speech-and-audio",
        "/kinds/coding-agent", "/makers/cursor", "/tools?entry=free&sort=votes", "/search", "/search?q=agent",
        "/search?q=zzzz",
        "/tools/devin", "/tools/smolvlm2", "/compare",
        "/compare/cursor-background-agent-vs-smollm3-on-device", "/compare/aider-vs-devin?weight.skeptic=3",
        "/kinds/coding-agent/decide", "/kinds/coding-agent/decide?free=yes", "/reviewers", "/reviewers/creator",
        "/bookmarks",
        "/method", "/method/moderation", "/about", "/privacy", "/corrections", "/design" })
    void aPageIsWholeAndTheSameForEveryone(String address) {
        Page page = pages.get(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("h1")).hasSize(1);
        assertThat(page.html().title()).endsWith(" — Ship or Skip");
        assertThat(page.html().select("meta[name=description]").attr("content")).isNotBlank();
        assertThat(page.html().select("html").attr("lang")).isEqualTo("en");
        assertThat(page.html().select("main#main")).hasSize(1);
        assertThat(page.html().select("[style], style, script:not([src]), [onclick], [onload]")).isEmpty();
        assertThat(page.headers().get(HttpHeaders.SET_COOKIE)).isNull();
        assertThat(page.headers().getCacheControl()).contains("public");
        assertThat(page.headers().getETag()).isNotBlank();
        assertThat(page.headers().get("Vary")).contains("HX-Request");
        assertThat(page.headers().getFirst("Content-Security-Policy")).contains("default-src 'none'")
                .contains("script-src 'self'").doesNotContain("unsafe");
        HttpHeaders withCookie = new HttpHeaders();
        withCookie.add(HttpHeaders.COOKIE, "visitor=someone; session=1");
        assertThat(pages.send("GET", address, withCookie).source()).isEqualTo(page.source());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tools/devin", "/compare/aider-vs-devin", "/reviewers/skeptic", "/" })
    void theLanguagesOfABrowserChangeNothing(String address) {
        List<Page> answers = Stream.of("de-DE", "tr", "ja,en;q=0.1").map(languages -> {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, languages);
            return pages.send("GET", address, headers);
        }).toList();

        assertThat(answers).extracting(Page::source).containsOnly(pages.get(address).source());
        assertThat(answers).extracting(answer -> answer.headers().getFirst(HttpHeaders.CONTENT_LANGUAGE))
                .containsOnly("en-GB");
    }

    @ParameterizedTest
    @CsvSource({ "/tools/, /tools", "/tools/devin/?from=feed, /tools/devin?from=feed", "/tools/Devin, /tools/devin",
        "/tools/DEVIN?from=feed, /tools/devin?from=feed", "/categories/Developer-Tools, /categories/developer-tools",
        "/reviewers/Skeptic, /reviewers/skeptic", "/kinds/Coding-Agent, /kinds/coding-agent",
        "/makers/CURSOR, /makers/cursor",
        "/compare/devin-vs-aider?from=feed, /compare/aider-vs-devin?from=feed" })
    void anAddressThatIsAlmostRightLeadsToTheRightOne(String address, String right) {
        Page page = pages.get(address);

        assertThat(page.status()).isEqualTo(301);
        assertThat(page.location()).isEqualTo(right);
    }

    /** What a reader types who does not know the whole name, and what must be among the suggestions. */
    @ParameterizedTest
    @CsvSource({ "/tools/cursor, cursor-background-agent", "/tools/cursr, cursor-background-agent",
        "/tools/eleven, elevenlabs-text-to-speech", "/tools/qwen, qwen3-4b",
        "/tools/copilot, github-copilot-coding-agent",
        "/tools/smolvm, smolvlm2", "/tools/mid-journey, midjourney", "/tools/claude, claude-code",
        "/compare/cursor-vs-copilot, cursor-background-agent",
        "/compare/cursor-vs-copilot, github-copilot-coding-agent" })
    void anUnknownToolSuggestsTheObviousOnes(String address, String suggested) {
        Page page = pages.get(address);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html().select("section[aria-labelledby=near] a").eachAttr("href")).hasSizeBetween(1, 5)
                .contains("/tools/" + suggested);
    }

    @Test
    void aChoiceThatCannotBeComparedIsNotStored() {
        Page page = pages.get("/compare?tool=devin&tool=devin");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void theFontOfTheStylesheetIsThePreloadedOne() {
        Page page = pages.get("/about");
        String preloaded = page.html().select("link[rel=preload][as=font]").attr("href");
        String stylesheet = pages.get(page.html().select("link[rel=stylesheet]").attr("href")).source();

        assertThat(Pattern.compile("url\\(\"?(/[^)\"]+)\"?\\)").matcher(stylesheet).results()
                .map(match -> match.group(1))).containsExactly(preloaded);
        assertThat(pages.get(preloaded).status()).isEqualTo(200);
    }

    @Test
    void aPageThatDidNotChangeIsNotSentAgain() {
        HttpHeaders known = new HttpHeaders();
        known.set(HttpHeaders.IF_NONE_MATCH, pages.get("/tools").headers().getETag());

        assertThat(pages.send("GET", "/tools", known).status()).isEqualTo(304);
    }

    /** Those that change weights and limits are left out: each leads to more of them, and {@link DecideTests} follows some. */
    @Test
    void noLinkOfTheSiteLeadsNowhere() {
        Map<String, Integer> seen = new TreeMap<>();
        List<String> open = new ArrayList<>(List.of("/"));
        while (!open.isEmpty()) {
            String address = open.removeLast();
            if (seen.containsKey(address)) {
                continue;
            }
            Page page = pages.get(address);
            seen.put(address, page.status());
            for (Element link : page.html().select("a[href^=/]:not([rel=nofollow]), link[href^=/], script[src^=/]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                open.add(target.replaceFirst("#.*", ""));
                if (target.contains("#") && target.startsWith(address + "#")) {
                    assertThat(page.html().select(target.substring(target.indexOf('#')))).as(target).isNotEmpty();
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(80).allSatisfy((address, status) -> assertThat(status).as(address)
                .isEqualTo(200));
    }

    @Test
    void everyToolIsReachedFromTheList() {
        Page list = pages.get("/tools");

        assertThat(list.html().select(".list-name a")).hasSizeGreaterThanOrEqualTo(24);
        assertThat(list.text("h1")).isEqualTo("All " + list.html().select(".list-name a").size() + " tools");
        assertThat(list.html().select("h2").eachText()).contains("Coding agents", "Language models",
                "Vision-language models", "Image generators");
    }

    @Test
    void aToolShowsItsVerdictFactsPlansTakesClaimsAndRivals() {
        Page page = pages.get("/tools/cursor-background-agent");

        assertThat(page.text(".stamp-seal")).isEqualTo("Panel verdict Ship 4 of 4 ship");
        assertThat(page.html().select("article.take h3").eachText()).containsExactly("Builder", "Skeptic", "Futurist",
                "PM");
        assertThat(page.text("section[aria-labelledby=plans]")).contains("Pro $20/mo / Business $40/mo")
                .contains("$20 a month").contains("$40 a month");
        assertThat(page.text("section[aria-labelledby=claims]")).contains("31 Dec 2027").contains("Open");
        assertThat(page.html().select("section[aria-labelledby=rivals] a")).isNotEmpty();
        assertThat(page.text("section[aria-labelledby=others]"))
                .contains("These entries describe one product, Cursor, at different times");
        assertThat(page.text("section[aria-labelledby=history]"))
                .isEqualTo("History Published, reviewed and checked on 21 Nov 2026.");
    }

    @Test
    void theFrontPageDatesItsVerdictsAndShowsOnlyPanelsThatDisagree() {
        Page page = pages.get("/");

        assertThat(page.html().select("section[aria-labelledby=new] li .list-maker time").eachText()).hasSize(8)
                .containsOnly("21 Nov 2026");
        assertThat(page.html().select("section[aria-labelledby=new] .list-figures b").eachText())
                .extracting(Integer::valueOf).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(page.html().select("section[aria-labelledby=contested] .list-maker").eachText()).hasSize(5)
                .allSatisfy(line -> assertThat(line).doesNotStartWith("0 ship").doesNotContain("/ 0 skip"));
        assertThat(page.html().select("section[aria-labelledby=week] a[href^=/compare/]")).hasSize(6);
        assertThat(page.html().select(".page-letter a:not([href^=/privacy])")).isEmpty();
    }

    @Test
    void aToolNamesItsRelease() {
        String release = ", release v0.50";
        assertThat(pages.get("/tools/cursor-v0-50-background-agent-codebase-refactoring").text(".card-kind"))
                .contains(release);
        assertThat(pages.get("/compare/aider-vs-cursor-v0-50-background-agent-codebase-refactoring").html()
                .select(".card-maker").eachText()).containsExactly("by Aider", "by Cursor" + release);
    }

    @Test
    void whatTheCatalogueSaysIsSetWithTypographicQuotes() {
        List<String> tools = pages.get("/tools").html().select(".list-name a").eachAttr("href");

        assertThat(tools).isNotEmpty().allSatisfy(path -> {
            Element main = pages.get(path).html().select("main").getFirst();
            main.select("code").remove();
            assertThat(main.text()).as(path).doesNotContain("'").doesNotContain("\"");
        });
    }

    @Test
    void aToolWithoutScoresSaysSo() {
        assertThat(pages.get("/tools/smolvlm2").text(".card-figures")).contains("Not scored").contains("100%")
                .contains("4 of 4");
    }

    @Test
    void aReviewerIsAPersonaWithARecord() {
        Page page = pages.get("/reviewers/skeptic");

        assertThat(page.text("main")).contains("an editorial persona, not a person").contains("Ships ");
        assertThat(page.html().select("section[aria-labelledby=takes] li")).hasSizeGreaterThan(20);
    }

    /** What is drawn is there for those who do not see it: as a label, or in the words beside it. */
    @Test
    void aPageOfAReviewerPastTheEndSaysSo() {
        Page page = pages.get("/reviewers/skeptic?page=none~ffffffff-ffff-ffff-ffff-ffffffffffff");

        assertThat(page.text(".notice")).isEqualTo("This page is past the end of the list.");
        assertThat(page.html().select("main a:contains(First takes)").attr("href")).isEqualTo("/reviewers/skeptic");
        assertThat(pages.get("/reviewers/skeptic").html().select(".notice")).isEmpty();
    }

    @Test
    void whoMistypesOneToolOfAComparisonDoesNotChooseTheOthersAnew() {
        Page page = pages.get("/compare/aider-vs-devin-vs-nosuch");

        assertThat(page.status()).isEqualTo(404);
        String again = page.html().select("main a:contains(Choose again)").attr("href");
        assertThat(again).isEqualTo("/compare?tool=aider&tool=devin&tool=nosuch");
        assertThat(pages.get(again).html().select("form.form-ground input[name=tool]").eachAttr("value"))
                .containsExactly("aider", "devin", "nosuch", "");
        assertThat(pages.get("/compare/nosuch-vs-nosuchone").html().select("main a:contains(Compare two)").attr("href"))
                .isEqualTo("/compare");
    }

    @Test
    void everyDisagreementIsDrawnAndSaid() {
        Page home = pages.get("/");
        assertThat(home.html().select("svg.plot-spread")).isNotEmpty().allSatisfy(plot -> {
            assertThat(plot.attr("role")).isEqualTo("img");
            assertThat(plot.attr("aria-label")).startsWith("On a scale from 0 to 100.").contains("Ship: ")
                    .contains("Skip: ").contains("Mean ");
            assertThat(plot.select(".plot-ship")).isNotEmpty();
            assertThat(plot.select(".plot-no")).isNotEmpty();
        });
        Page tool = pages.get("/tools/smollm3-fine-tuning");
        assertThat(tool.html().select("svg.plot-spread").attr("aria-hidden")).isEqualTo("true");
        assertThat(tool.html().select("svg.plot-spread > .plot-ship")).hasSize(3);
        assertThat(tool.html().select("svg.plot-spread > .plot-no")).hasSize(1);
        assertThat(tool.html().select(".plot-words dd").eachText()).containsExactly(
                "Builder 87, Skeptic 78, Futurist 82", "Founder 52", "75", "No community votes yet");
        assertThat(pages.get("/tools/smolvlm2").html().select(".plot-figure")).isEmpty();
    }

    @Test
    void theReviewersStandBesideEachOtherInNumbers() {
        Page page = pages.get("/reviewers");

        assertThat(page.html().select(".table-records tbody tr")).hasSize(6).allSatisfy(row -> {
            assertThat(row.select("td .table-name").eachText()).containsExactly("Ship rate", "Scores",
                    "From the panel", "From the community");
            assertThat(row.select("td").get(3).text()).isEqualTo("From the community Not enough votes");
        });
        String skeptic = page.html().select(".table-records tr:contains(Skeptic) td").get(2).text();
        assertThat(skeptic)
                .matches("From the panel [0-9.]+ points over [0-9]+ tools, [0-9.]+ below the others on average");
        assertThat("From the panel " + pages.get("/reviewers/skeptic").html()
                .select(".card-figures div:contains(From the panel) dd").text()).isEqualTo(skeptic);
    }

    @Test
    void theBoldestDissentsLeadToTheTakes() {
        Page page = pages.get("/reviewers/founder");

        assertThat(page.html().select("section[aria-labelledby=dissents] li")).hasSizeBetween(1, 5)
                .allSatisfy(dissent -> {
                    String target = dissent.select("a").attr("href");
                    assertThat(target).endsWith("#take-founder");
                    assertThat(pages.get(target.replaceFirst("#.*", "")).html().select("#take-founder")).hasSize(1);
                });
        assertThat(page.text("section[aria-labelledby=dissents]"))
                .contains("Says skip where 3 of 3 others say ship, 30.3 points below their mean.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/nothing", "/reviewers/nobody", "/categories/nothing", "/kinds/nothing",
        "/makers/nothing", "/tools/_", "/css/none.css",
        "/compare/_" })
    void whatIsNotThereIs404(String address) {
        Page page = pages.get(address);

        assertThat(page.status()).isEqualTo(404);
    }

    @Test
    void theMethodStatesTheNumbersOfTheCode() {
        assertThat(pages.get("/method").text("main"))
                .contains("Fewer than 2 such reviewers, or a lead of less than 3 points")
                .contains("fewer than 10 votes").contains("7 of 7 65% 100%").contains("90 of 100 83% 94%")
                .contains("for which the number is 0.5 or more").contains("at least 10 points from the mean of theirs")
                .contains("in the last 7 days, at least 3 times").contains("once for a pair within 10 minutes")
                .contains("Beside a comparison stand at most 3 with one of its tools");
    }
}

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
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The lists that readers search, filter and order. */
@PageTest
@SuppressWarnings("NullAway.Init")
class FinderPageTests {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";

    @Autowired
    Pages pages;
    @Autowired
    JdbcClient jdbc;

    @Test
    void everyValueOfEveryFilterLeavesAsManyToolsAsItSays() {
        Page page = pages.get("/tools");
        List<String> checked = new ArrayList<>();
        for (Element select : page.html().select("form.finder-form select:not([name=sort])")) {
            for (Element option : select.select("option:not([value=''])")) {
                String address = "/tools?" + select.attr("name") + "=" + option.attr("value");
                Page filtered = pages.get(address);
                String said = option.text().replaceFirst(".*\\((\\d+)\\)", "$1");
                assertThat(filtered.text("#found")).as(address)
                        .isEqualTo(said + (said.equals("1") ? " tool" : " tools"));
                assertThat(filtered.html().select(".list-name a")).hasSize(Math.min(24, Integer.parseInt(said)));
                checked.add(address);
            }
        }
        assertThat(checked).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @ValueSource(strings = { "new", "score", "votes", "contested", "checked", "name" })
    void everyOrderShowsAllToolsOnItsPages(String order) {
        List<String> seen = new ArrayList<>();
        String address = "/tools?sort=" + order;
        while (!address.isEmpty()) {
            Page page = pages.get(address);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().select("#find-sort option[selected]").attr("value")).isEqualTo(order);
            seen.addAll(page.html().select(".list-name a").eachAttr("href"));
            address = page.html().select("a[rel=next]").attr("href");
            assertThat(page.html().select("a:contains(First page)").isEmpty()).isEqualTo(seen.size() <= 24);
        }
        assertThat(seen).hasSize(jdbc.sql("select count(*) from tool").query(Integer.class).single())
                .doesNotHaveDuplicates();
    }

    @Test
    void aFilterInUseCanBeRemoved() {
        Page page = pages.get("/tools?q=agent&kind=coding-agent&entry=free&sort=name");

        assertThat(page.html().select(".finder-active a").eachText()).containsExactly(
                "Kind: Coding agents, remove this filter ×", "Entry: Free, remove this filter ×", "Remove all filters");
        assertThat(page.html().select(".finder-active a").eachAttr("href")).containsExactly(
                "/tools?q=agent&entry=free&sort=name", "/tools?q=agent&kind=coding-agent&sort=name", "/tools?q=agent");
        assertThat(page.html().select("#find-kind option[selected]").attr("value")).isEqualTo("coding-agent");
        assertThat(page.html().select("#find-q").attr("value")).isEqualTo("agent");
    }

    @Test
    void htmxGetsTheListItsTitleAndTheAddressWithoutEmptyFields() {
        Page page = pages.getByHtmx("/tools?q=&category=&kind=coding-agent&maker=&entry=&verdict=&sort=");

        assertThat(page.headers().getFirst("HX-Push-Url")).isEqualTo("/tools?kind=coding-agent");
        assertThat(page.html().select("#finder")).hasSize(1);
        assertThat(page.html().select("header, footer")).isEmpty();
        assertThat(page.html().select("[data-hx-swap-oob='innerHTML:#said']").text()).endsWith("tools.");
        assertThat(page.html().title()).isEqualTo("Tools — Ship or Skip");
    }

    @Test
    void theWordsAreMarkedWhereTheyStandAndNothingOfATextIsMarkup() {
        Page page = pages.get("/search?q=devin");
        assertThat(page.html().select(".list-name a").first()).isNotNull();
        assertThat(page.html().select(".list-row").getFirst().select(".list-name mark").text()).isEqualTo("Devin");

        Page takes = pages.get("/search?q=succession+plan");
        assertThat(takes.html().select(".list-row").getFirst().select(".list-name").text()).isEqualTo("Aider");
        assertThat(takes.html().select(".list-row").getFirst().select(".list-passage mark").eachText())
                .contains("succession", "plan");
        assertThat(takes.html().select(".list-row").getFirst().select(".list-passage b").text())
                .isEqualTo("The Founder");
    }

    @Test
    void twoToolsOfOneNameAreToldApart() {
        Page page = pages.get("/search?q=smollm3");

        List<Element> rows = page.html().select(".list-row").subList(0, 2);
        assertThat(rows).extracting(row -> row.select(".list-name").text()).containsOnly("SmolLM3");
        assertThat(rows).extracting(row -> row.select(".list-text").text()).doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.select(".list-maker").text()).containsOnly("Hugging Face");
    }

    @Test
    void whoFindsNothingIsShownTheNearestNamesAndCounted() {
        Page page = pages.get("/search?q=divin");
        assertThat(page.text("#found")).isEqualTo("Nothing found");
        assertThat(page.html().select(".finder .list-plain a").eachAttr("href")).first().isEqualTo("/tools/devin");
        search("GET", "/search?q=DIVIN", "192.0.2.1", "User-Agent", BROWSER);
        search("GET", "/search?q=divin", "192.0.2.7", "User-Agent", BROWSER);
        search("GET", "/search?q=divin", "198.51.100.1", "HX-Request", "true");
        search("HEAD", "/search?q=divin", "198.51.101.1", "User-Agent", BROWSER);
        search("GET", "/search?q=divin", "198.51.102.1", "User-Agent", "curl/8.5.0");
        search("GET", "/search?q=divin", "198.51.103.1", "Sec-Purpose", "prefetch");
        search("GET", "/search?q=divin&kind=coding-agent", "198.51.104.1", "User-Agent", BROWSER);
        search("GET", "/search?q=zz", "192.0.2.1", "User-Agent", BROWSER);
        search("GET", "/search?q=of+the", "192.0.2.1", "User-Agent", BROWSER);

        assertThat(jdbc.sql("select times from missed_search where term = 'divin'").query(Integer.class).single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from missed_search where term in ('zz', 'of the')").query(Integer.class)
                .single())
                .isZero();
    }

    private void search(String method, String address, String from, String header, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.USER_AGENT, BROWSER);
        headers.set(header, value);
        assertThat(pages.send(method, address, headers, "", from).status()).isEqualTo(200);
    }

    @Test
    void wordsThatAreTooCommonAreSaidToBe() {
        Page page = pages.get("/search?q=the");

        assertThat(page.text("#found")).isEqualTo("Nothing found");
        assertThat(page.text(".finder .page-note")).contains("too common to search for");
        assertThat(page.html().select(".finder-near")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/search?q=devin&page=240", "/tools?sort=name&page=zz~zzzz" })
    void aPagePastTheEndSaysSo(String address) {
        Page page = pages.get(address);

        assertThat(page.text(".finder .page-note")).isEqualTo("This page is past the end of the list.");
        assertThat(page.html().select("a:contains(First page)")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({ "/search?q=devin, 1", "/search, 1", "/tools?sort=name&page=zz~zzzz, 1", "/tools, 0",
        "/tools?sort=name, 0", "/kinds/coding-agent, 0", "/tools?kind=nonsense, 1", "/tools?kind=Coding-Agent, 0",
        "/tools?verdict=none, 0" })
    void searchesAndLaterPagesAreNotForSearchEngines(String address, int times) {
        assertThat(pages.get(address).html().select("meta[name=robots][content=noindex]")).hasSize(times);
    }

    @Test
    void aFormerNameIsSaidInTheSuggestion() {
        Page page = pages.getByHtmx("/search/suggestions?q=claude+dev");

        assertThat(page.text("[role=option]")).startsWith("Cline").endsWith(", formerly Claude Dev");
    }

    @Test
    void filtersThatLeaveNothingSayWhatToDo() {
        Page page = pages.get("/tools?kind=language-model&maker=cursor");

        assertThat(page.text("#found")).isEqualTo("Nothing found");
        assertThat(page.text(".finder .page-note")).contains("Remove one of them");
        assertThat(page.html().select(".finder-active b").eachText()).containsExactly("Language models", "Cursor");
        assertThat(page.text("#find-maker option[selected]")).isEqualTo("Cursor (0)");
    }

    @ParameterizedTest
    @CsvSource({ "category, No category is called “nonsense”.", "kind, No kind is called “nonsense”.",
        "maker, No maker is called “nonsense”.", "entry, No entry is called “nonsense”.",
        "verdict, No panel verdict is called “nonsense”." })
    void aValueThatAFilterDoesNotHaveIsSaidToBeNoneAndCanBeRemoved(String parameter, String sentence) {
        Page page = pages.get("/tools?sort=name&" + parameter + "=nonsense");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("#found")).isEqualTo("Nothing found");
        assertThat(page.text(".finder .page-note")).isEqualTo(sentence + " Look without this filter");
        assertThat(page.html().select(".finder .page-note a").attr("href")).isEqualTo("/tools?sort=name");
        assertThat(page.html().select(".finder-active a").eachText()).first().asString().contains("“nonsense”, remove");
        assertThat(page.html().select("select option[value=nonsense]")).isEmpty();
    }

    @Test
    void aLongValueThatAFilterDoesNotHaveIsCut() {
        Page page = pages.get("/tools?kind=" + "x".repeat(3000));

        assertThat(page.text(".finder .page-note")).startsWith("No kind is called “" + "x".repeat(60) + "…”.");
        assertThat(page.text(".finder-active")).hasSizeLessThan(200);
    }

    @Test
    void aVerdictThatNoToolHasIsAValueAllTheSame() {
        Page page = pages.get("/tools?verdict=none");

        assertThat(page.html().select("#find-verdict option[value=none][selected]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "/tools?kind=nonsense", "/tools?sort=nonsense", "/tools?page=nonsense", "/tools?page=a~b~c",
                "/tools?verdict=%27", "/tools?entry=%22%3E%3Cscript%3E", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "/search?q=%25_%5C", "/search?q=%F0%9F%98%80", "/search?q=a&page=99999999999", "/tools?q=a&q=b",
                "/tools?sort=score&page=x~NaN" })
    void noAddressDoesHarm(String address) {
        Page page = pages.get(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("main script, [onerror]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "/search?q=%00, 400", "/tools?kind=%00, 400" })
    void whatIsNoTextIsRefused(String address, int status) {
        assertThat(pages.get(address).status()).isEqualTo(status);
    }

    @Test
    void aKindAndAMakerHavePagesThatTheToolLeadsTo() {
        Page tool = pages.get("/tools/cursor-background-agent");
        assertThat(tool.html().select(".page-trail a").eachAttr("href")).containsExactly("/tools",
                "/kinds/coding-agent");
        assertThat(tool.html().select(".card-kind a").eachAttr("href")).contains("/makers/cursor");

        assertThat(pages.get("/makers/cursor").html().select(".list-name a")).hasSize(3);
        assertThat(pages.get("/kinds/coding-agent").text("h1")).isEqualTo("Coding agents");
        assertThat(pages.get("/tools").html().select("h2#coding-agent a").attr("href"))
                .isEqualTo("/kinds/coding-agent");
    }

    @Test
    void suggestionsAreAFewOptionsThatAnybodyMayKeepForAMinute() {
        Page page = pages.getByHtmx("/search/suggestions?q=cur");

        assertThat(page.html().select("[role=option]").eachAttr("data-path")).hasSize(3)
                .allMatch(path -> path.startsWith("/tools/cursor-"));
        assertThat(page.headers().getCacheControl()).isEqualTo("public, max-age=60");
        assertThat(page.statements()).isEqualTo(2);
        assertThat(pages.get("/search/suggestions").html().select("[role=option]")).isEmpty();
        assertThat(pages.get("/search/suggestions?q=smollm3").html().select("[role=option] span").eachText())
                .doesNotHaveDuplicates();
    }
}

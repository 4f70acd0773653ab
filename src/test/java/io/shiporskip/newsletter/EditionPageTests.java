package io.shiporskip.newsletter;

import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@TestPropertySource(properties = { "shiporskip.base-url=https://verdicts.example",
    "shiporskip.newsletter.edition.imprint=Example Press & Co, 1 High Street, Leeds" })
@SuppressWarnings("NullAway.Init")
class EditionPageTests {

    private static final LocalDate FIRST_SUNDAY = LocalDate.of(2020, 1, 5);

    @Autowired
    Pages pages;

    @Autowired
    EditionQuery query;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void noEditions() {
        jdbc.sql("delete from edition").update();
    }

    @Test
    void withoutEditionsTheArchiveSaysSo() {
        assertThat(pages.get("/newsletter/editions").text("main .notice"))
                .isEqualTo("No edition has gone out yet. The first one appears here.");
    }

    @Test
    void theArchiveListsTheLatestFirst() {
        editions(3);

        Page page = pages.get("/newsletter/editions");

        assertThat(page.html().select("main ol[reversed] a").eachAttr("href")).containsExactly("/newsletter/editions/3",
                "/newsletter/editions/2", "/newsletter/editions/1");
        assertThat(page.text("main ol[reversed] li")).contains("Tool 3: Ship", "Number 3, 13–19 January 2020");
        assertThat(page.html().select("link[type=application/atom+xml]").attr("href"))
                .isEqualTo("/newsletter/feed.xml");
    }

    @Test
    void aLongArchiveHasPages() {
        editions(Editions.PAGE + 3);

        Page first = pages.get("/newsletter/editions");
        assertThat(first.html().select("main ol[reversed] li")).hasSize(Editions.PAGE);
        Page second = pages.get(first.html().select("main a:contains(Older)").attr("href"));

        assertThat(second.html().select("main ol[reversed] a").eachText()).containsExactly("Tool 3: Ship",
                "Tool 2: Ship", "Tool 1: Ship");
        assertThat(second.html().select("main a:contains(Older)")).isEmpty();
        assertThat(second.html().select("main a:contains(Latest)").attr("href")).isEqualTo("/newsletter/editions");
        assertThat(first.statements()).isEqualTo(second.statements()).isEqualTo(1);
    }

    @Test
    void anEditionHasAPageOfItsOwnWithItsNeighbours() {
        editions(3);

        Page page = pages.get("/newsletter/editions/2");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("h1")).isEqualTo("Edition 2");
        assertThat(page.text("title")).isEqualTo("Tool 2: Ship — Ship or Skip");
        assertThat(page.html().select("nav[aria-label=Editions] a").eachAttr("href"))
                .containsExactly("/newsletter/editions/1", "/newsletter/editions/3", "/newsletter/editions");
        assertThat(page.statements()).isEqualTo(2);
        assertThat(page.headers().getCacheControl()).contains("public");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/newsletter/editions/4", "/newsletter/editions/0", "/newsletter/editions/-1",
        "/newsletter/editions/one", "/newsletter/editions/99999999999" })
    void thereIsNoPageForWhatWasNeverSent(String address) {
        editions(3);

        assertThat(pages.get(address).status()).isEqualTo(404);
    }

    @Test
    void anUnreadableBeginningOfAListIsABadRequest() {
        assertThat(pages.get("/newsletter/editions?before=x").status()).isEqualTo(400);
    }

    @Test
    void theFeedHasTheLatestEditionsWithWholeAddresses() {
        editions(3);

        Page page = pages.get("/newsletter/feed.xml");
        Document feed = Jsoup.parse(page.source(), "", Parser.xmlParser());

        assertThat(page.headers().getFirst("Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
        assertThat(feed.select("feed > id").text()).isEqualTo("https://verdicts.example/newsletter/feed.xml");
        assertThat(feed.select("feed > link[rel=self]").attr("href")).isEqualTo(feed.select("feed > id").text());
        assertThat(feed.select("entry > id").eachText()).containsExactly(
                "https://verdicts.example/newsletter/editions/3",
                "https://verdicts.example/newsletter/editions/2", "https://verdicts.example/newsletter/editions/1");
        assertThat(feed.select("feed > updated").text()).isEqualTo(feed.select("entry > updated").getFirst().text());
        Document said = Jsoup.parse(feed.select("entry > content").getFirst().wholeText());
        assertThat(said.select("h3 a").attr("href")).isEqualTo("https://verdicts.example/tools/devin");
        assertThat(said.text()).contains("Tool 3").doesNotContain("Leave");
    }

    @Test
    void withoutEditionsTheFeedIsEmpty() {
        Document feed = Jsoup.parse(pages.get("/newsletter/feed.xml").source(), "", Parser.xmlParser());

        assertThat(feed.select("feed > title").text()).isEqualTo("Weekly AI Tool Verdicts");
        assertThat(feed.select("entry")).isEmpty();
    }

    private void editions(int count) {
        IntStream.rangeClosed(1, count).forEach(number -> {
            LocalDate sunday = FIRST_SUNDAY.plusWeeks(number - 1);
            query.compose(new Week(sunday.minusDays(6), sunday), new EditionContent(
                    List.of(new EditionContent.Item("/tools/devin", "Tool " + number, "Coding agent by Cognition",
                            "Does it", "ship", "Ship · 3 ship / 1 skip", "80", "New here", List.of())),
                    0, null, null), Instant.parse("2026-11-23T08:00:00Z"));
        });
    }
}

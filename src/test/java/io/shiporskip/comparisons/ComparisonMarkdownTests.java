package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.shared.Markdown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import static io.shiporskip.comparisons.RowChoiceTests.view;
import static io.shiporskip.comparisons.Scores.column;
import static io.shiporskip.testing.TakeMother.ship;
import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;

class ComparisonMarkdownTests {

    private static final String ADDRESS = "https://shiporskip.example/compare/a-vs-b";

    @Test
    void itHoldsThePickTheTablesAndTheAddress() {
        String markdown = markdown(view(
                column(tool("a").fact(Aspect.LICENCE, "MIT"), ship("Builder", 84), ship("Skeptic", 80)),
                column(tool("b"), ship("Builder", 80), ship("Skeptic", 77), ship("PM", 60))));

        assertThat(markdown).startsWith("""
                # Tool a vs Tool b

                **Ship with Tool a.** It leads Tool b by 3.5 points over the two reviewers who scored both.

                ## What would turn it
                """).contains("\n| Panel verdict | Ship · 2 ship / 0 skip | Ship · 3 ship / 0 skip |\n",
                "\n| Licence | MIT ([example.com](<https://example.com/facts>), checked 21 Nov 2026) | Not verified |\n",
                "\n| PM | No panel take | 60/100 · ship |\n").endsWith(
                        "\nSource: Ship or Skip, [%s](<%s>)\n".formatted(ADDRESS, ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = { "A | B", "*bold* _thin_ ~~gone~~", "[link](https://evil.example)",
        "![p](https://e.example)",
        "<script>alert(1)</script>", "&lt;b&gt; &amp;", "`code`", "back\\slash", "# heading #", "- item", "+ item",
        "1. item", "2) item", "> quote", "===", "---", "two\nlines", "| --- |" })
    void aNameIsTextWhateverStandsInIt(String name) {
        String shown = name.replace('\n', ' ');
        Document html = Jsoup.parse(Markdown.toHtml(markdown(view(
                column(tool("a").named(name).bestFor(name).fact(Aspect.LICENCE, name), ship("Builder", 84),
                        ship("Skeptic", 80)),
                column(tool("b").named("B"), ship("Builder", 70), ship("Skeptic", 70))))));

        assertThat(html.select("h4").eachText()).containsExactly(shown + " vs B");
        assertThat(html.select("p strong").text()).isEqualTo("Ship with " + shown + ".");
        assertThat(html.select("table")).hasSize(3).allSatisfy(table -> {
            assertThat(table.select("thead th").eachText()).hasSize(3).element(1).isEqualTo(shown);
            assertThat(table.select("tbody tr")).allSatisfy(row -> assertThat(row.select("td")).hasSize(3));
        });
        assertThat(html.select("tr:has(td:containsOwn(Best for)) td").get(1).text()).isEqualTo(shown);
        assertThat(html.select("tr:has(td:containsOwn(Licence)) td").get(1).ownText()).startsWith(shown);
        assertThat(html.select("script, img, code, em, del, blockquote, ol, hr")).isEmpty();
        assertThat(html.select("a").eachAttr("href")).containsOnly("https://example.com/facts", ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "- item", "+ item", "= item", "1. item", "23) item", "# item", "> item" })
    void aLineThatBeginsWithItIsNoBlock(String text) {
        assertThat(Markdown.toHtml(ComparisonMarkdown.escape(text)).strip())
                .isEqualTo(Markdown.toHtml("x " + ComparisonMarkdown.escape(text)).strip().replace("x ", ""));
    }

    @Test
    void onlyTheChosenRowsAreInIt() {
        ComparisonView view = view(column(tool("a"), ship("Builder", 84)), column(tool("b"), ship("Builder", 80)));

        assertThat(ComparisonMarkdown.of(view, view.tables(RowChoice.of(List.of("entry"), List.of())), null,
                ADDRESS)).contains("| Entry | Free | Free |").doesNotContain("Panel score", "Reviewer scorecard",
                        "## Facts");
    }

    @Test
    void whatAReaderWeighsAndNeedsIsAnsweredInIt() {
        ComparisonView view = view(column(tool("a"), ship("Builder", 90), ship("Skeptic", 70)),
                column(tool("b"), ship("Builder", 80), ship("Skeptic", 80)));
        Decision decision = view.decide(List.of("Builder", "Skeptic", "PM"),
                new Weights(Map.of("Skeptic", 0, "Builder", 2)),
                new Limits(new BigDecimal("9.50"), false, true, false));
        String markdown = ComparisonMarkdown.of(view, view.tables(RowChoice.ALL), decision, ADDRESS);

        assertThat(markdown).contains("""

                ## Decide

                - Weights: Builder × 2, Skeptic × 0; each other reviewer × 1
                - Limits: at most $9.50 a month, hosting it yourself

                **%s** %s

                What would turn it:

                - """.formatted(decision.answer().sentence(), decision.answer().reason()));
        assertThat(decision.turns()).isNotEmpty()
                .allSatisfy(turn -> assertThat(markdown).contains("\n- " + turn.sentence() + "\n"));
        assertThat(markdown.indexOf("## Decide")).isLessThan(markdown.indexOf("## Decision table"));
    }

    private static String markdown(ComparisonView view) {
        return ComparisonMarkdown.of(view, view.tables(RowChoice.ALL), null, ADDRESS);
    }
}

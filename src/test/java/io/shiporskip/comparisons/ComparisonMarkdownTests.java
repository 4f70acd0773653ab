package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.shared.Markdown;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

    /** As where addresses without markup become links, by a parser that takes for one whatever looks like it. */
    @ParameterizedTest
    @ValueSource(strings = { "www.evil.example", "see www.evil.example/a_b now", "http://evil.example",
        "(https://evil.example/?a=b&c=d)", "*ftp://evil.example*", "git+ssh://evil.example/x",
        "https://www.evil.example",
        "a,http://evil.example" })
    void noBareAddressBecomesALink(String text) {
        assertThat(linked(text).select("a")).as("what the parser does with it").isNotEmpty();

        Document html = linked(markdown(named(text)));
        assertThat(html.select("a").eachAttr("href")).containsOnly("https://example.com/facts", ADDRESS);
        assertShown(text, html);
    }

    /** An address of mail is at least one of these letters on each side of the sign (GitHub Flavored Markdown, section 6.9). */
    @ParameterizedTest
    @ValueSource(strings = { "user@evil.example", "ask mailto:user@evil.example", "first.last_x+tag@evil.example" })
    void noAddressOfMailBecomesALink(String text) {
        Pattern mail = Pattern.compile("[a-zA-Z0-9.\\-_+]@[a-zA-Z0-9\\-_]");
        assertThat(text).containsPattern(mail);

        Document html = linked(markdown(named(text)));
        // The other texts of jsoup leave out what has no width.
        assertThat(html.wholeText()).doesNotContainPattern(mail);
        assertShown(text, html);
    }

    private static ComparisonView named(String text) {
        return view(column(tool("a").named(text).bestFor(text).fact(Aspect.LICENCE, text), ship("Builder", 84),
                ship("Skeptic", 80)), column(tool("b").named("B"), ship("Builder", 70), ship("Skeptic", 70)));
    }

    private static Document linked(String markdown) {
        List<Extension> extensions = List.of(
                AutolinkExtension.builder().linkTypes(AutolinkType.URL, AutolinkType.WWW).build(),
                TablesExtension.create());
        return Jsoup.parse(HtmlRenderer.builder().extensions(extensions).build()
                .render(Parser.builder().extensions(extensions).build().parse(markdown)));
    }

    private static void assertShown(String text, Document html) {
        assertThat(html.select("h1").text()).isEqualTo(text + " vs B");
        assertThat(html.select("tr:has(td:containsOwn(Best for)) td").get(1).text())
                .isEqualTo(text);
    }

    @Test
    void nobodyIsMentioned() {
        assertThat(ComparisonMarkdown.escape("by @somebody, 5 @ a time")).isEqualTo("by @&#8203;somebody, 5 @ a time");
    }

    @Test
    void itSaysWhenTheToolsAreOneProduct() {
        ComparisonView view = view(column(tool("a").product("Cursor"), ship("Builder", 84)),
                column(tool("b").product("Cursor"), ship("Builder", 80)));

        assertThat(view.oneProduct()).isNotNull();
        assertThat(markdown(view)).contains(view.because() + " " + view.oneProduct() + "\n");
        assertThat(markdown(view(column(tool("a")), column(tool("b"))))).doesNotContain("one product");
    }

    private static String markdown(ComparisonView view) {
        return ComparisonMarkdown.of(view, view.tables(RowChoice.ALL), null, ADDRESS);
    }
}

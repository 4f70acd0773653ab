package io.shiporskip.shared;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

    private static final Set<String> ELEMENTS = Set.of("p", "br", "em", "strong", "code", "pre", "blockquote", "ul",
            "ol",
            "li", "hr", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "a");
    private static final Set<String> ATTRIBUTES = Set.of("href", "rel", "start");

    static Stream<String> attacks() {
        return Stream.of("<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script\n>alert(1)</script\n>",
                "<img src=x onerror=alert(1)>", "<img src=\"x\" onerror=\"alert(1)\" />",
                "<b onmouseover=alert(1)>b</b>",
                "<body onload=alert(1)>", "<a href=\"javascript:alert(1)\">a</a>", "<p style=\"position:fixed\">p</p>",
                "<style>*{display:none}</style>", "<link rel=stylesheet href=//evil.example/x.css>",
                "<div hx-get=\"/desk\" hx-trigger=\"load\">x</div>", "<span data-hx-post=/tools/a/vote>x</span>",
                "<iframe src=\"https://evil.example\"></iframe>", "<iframe srcdoc=\"&lt;script&gt;alert(1)\">",
                "<object data=x></object><embed src=x>", "<form action=//evil.example><input name=q><button>b</form>",
                "<meta http-equiv=refresh content=\"0;url=//evil.example\">", "<base href=//evil.example/>",
                "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<details open ontoggle=alert(1)>x</details>", "<video><source onerror=alert(1)></video>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<!-- <img src=x onerror=alert(1)> -->",
                "<!--[if IE]><script>alert(1)</script><![endif]-->", "<![CDATA[<script>alert(1)</script>]]>",
                "<?php echo 1 ?><script>alert(1)</script>", "<!DOCTYPE x [<!ENTITY y \"<script>\">]>&y;",
                "<script>alert(1)", "<img src=x onerror=alert(1)", "<a href=\"x",
                "</p></main><script>alert(1)</script>",
                "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](  javascript:alert(1) )",
                "[a](<java\tscript:alert(1)>)", "[a](java&#10;script:alert(1))", "[a](&#106;avascript:alert(1))",
                "[a](&#x6A;avascript&colon;alert(1))", "[a](javascript&colon;alert(1))", "[a](%6Aavascript:alert(1))",
                "[a](\u0001javascript:alert(1))", "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](vbscript:msgbox(1))",
                "[a](file:///etc/passwd)", "[a](blob:https://example.com/1)", "[a](ftp://example.com/x)",
                "[a](javascript://example.com/%0Aalert(1))", "[a](//evil.example/x \"onmouseover=alert(1)\")",
                "[a](https://example.com/\"onmouseover=\"alert(1))",
                "[a](https://example.com \"t' onclick='alert(1)\")",
                "[a](https://example.com/?q=<script>alert(1)</script>)",
                "[[a](javascript:alert(1))](https://example.com)",
                "[![x](javascript:alert(1))](javascript:alert(2))", "![x](javascript:alert(1))",
                "![x](https://evil.example/pixel.png)", "![\" onerror=\"alert(1)](x)", "<javascript:alert(1)>",
                "<JAVASCRIPT:alert(1)>", "<data:text/html,x>", "<https://example.com/\"onclick=alert(1)>",
                "[a]: javascript:alert(1)\n\n[a]", "[a]: <data:text/html,x> 'onclick=alert(1)'\n\n[a]",
                "`<script>alert(1)</script>`", "```html\n<script>alert(1)</script>\n```",
                "```x\" onmouseover=\"alert(1)\ny\n```", "```html onclick=alert(1)\ny\n```",
                "    <script>alert(1)</script>",
                "| <script>alert(1)</script> | b |\n|:-|-:|\n| [a](javascript:alert(1)) | <img src=x onerror=alert(1)> |",
                "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;",
                "\\<script>alert(1)\\</script>", "# <script>alert(1)</script>", "> <script>\n> alert(1)\n> </script>",
                "9. <img src=x onerror=alert(1)>", "**<b onclick=alert(1)>**",
                "{{constructor.constructor('alert(1)')()}}",
                "[(${T(java.lang.Runtime).getRuntime()})]", "a\u0000<script>alert(1)</script>",
                "\uD800<script>alert(1)");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void onlyWhatIsAllowedSurvivesAnAttack(String markdown) {
        Document html = parsed(markdown);

        assertThat(html.body().children().select("*")).allSatisfy(MarkdownTests::isAllowed);
        assertThat(html.head().children()).isEmpty();
        assertThat(html.select("a[href]")).extracting(link -> link.attr("href").toLowerCase(Locale.ROOT))
                .allMatch(address -> address.matches("(https?://|mailto:).*") || !address.contains(":"));
    }

    private static void isAllowed(Element element) {
        assertThat(ELEMENTS).contains(element.tagName());
        assertThat(ATTRIBUTES).containsAll(element.attributes().asList().stream().map(Attribute::getKey).toList());
    }

    @Test
    void aScriptIsShownAsTheTextThatItIs() {
        assertThat(parsed("Try `<script>` and <b>bold</b>.").text()).isEqualTo("Try <script> and <b>bold</b>.");
    }

    @Test
    void emphasisListsQuotesAndCodeStay() {
        Document html = parsed("""
                One *two* **three** `four`

                - five
                - six

                > seven

                ```
                eight
                ```
                """);

        assertThat(html.select("p > em").text()).isEqualTo("two");
        assertThat(html.select("p > strong").text()).isEqualTo("three");
        assertThat(html.select("p > code").text()).isEqualTo("four");
        assertThat(html.select("ul > li").eachText()).containsExactly("five", "six");
        assertThat(html.select("blockquote > p").text()).isEqualTo("seven");
        assertThat(html.select("pre > code").text()).isEqualTo("eight");
    }

    @Test
    void aTableKeepsItsHeadAndItsCells() {
        Document html = parsed("""
                | Plan | Price |
                | --- | ---: |
                | Pro | $20 |
                """);

        assertThat(html.select("table > thead > tr > th").eachText()).containsExactly("Plan", "Price");
        assertThat(html.select("table > tbody > tr > td").eachText()).containsExactly("Pro", "$20");
    }

    @ParameterizedTest
    @CsvSource({ "# One,h4", "## One,h5", "### One,h6", "#### One,h6", "###### One,h6", "> # One,h4", "- ## One,h5" })
    void headingsGoBelowThoseOfThePage(String markdown, String element) {
        Document html = parsed(markdown);

        assertThat(html.select("h1, h2, h3, h4, h5, h6").eachText()).containsExactly("One");
        assertThat(html.select(element)).hasSize(1);
    }

    @Test
    void aLinkLeadsToTheWebWithoutVouchingForIt() {
        Element link = parsed("[docs](https://example.com/a?b=c&d=e)").select("a").getFirst();

        assertThat(link.attr("href")).isEqualTo("https://example.com/a?b=c&d=e");
        assertThat(link.attr("rel").split(" ")).containsExactlyInAnyOrder("nofollow", "noopener", "ugc");
        assertThat(link.text()).isEqualTo("docs");
    }

    @Test
    void anAddressInAngleBracketsIsALink() {
        assertThat(parsed("<https://example.com/x>").select("a").eachAttr("href"))
                .containsExactly("https://example.com/x");
        assertThat(parsed("<editor@example.com>").select("a").eachAttr("href"))
                .containsExactly("mailto:editor@example.com");
    }

    @Test
    void whatIsRefusedLeavesItsWordsBehind() {
        assertThat(parsed("Read [the manual](javascript:alert(1)) first.").text()).isEqualTo("Read the manual first.");
    }

    @Test
    void emptyTextStaysEmpty() {
        assertThat(Markdown.toHtml("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { ">", "*", "[", "- ", "![", "`", "<", "_a*", "(", "| a " })
    @Timeout(10)
    void noNestingBringsTheServerDown(String part) {
        String markdown = part.repeat(20_000);

        assertThat(Markdown.toHtml(markdown)).isNotNull();
    }

    private static Document parsed(String markdown) {
        return Jsoup.parseBodyFragment(Markdown.toHtml(markdown));
    }
}

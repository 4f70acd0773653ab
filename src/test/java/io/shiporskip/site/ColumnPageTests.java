package io.shiporskip.site;

import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The columns and rows of a comparison, and the comparison as Markdown. */
@PageTest
class ColumnPageTests {

    private static final String TWO = "/compare/aider-vs-devin";
    private static final String THREE = "/compare/aider-vs-cline-vs-devin";
    private static final String FOUR = "/compare/aider-vs-cline-vs-devin-vs-github-copilot-coding-agent";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    @Test
    void eachColumnCanBeRemoved() {
        assertThat(pages.get(THREE + "?row=entry&differences=only").html().select(".card-remove")).extracting(
                Element::text).containsExactly("Remove Aider", "Remove Cline", "Remove Devin");
        assertThat(pages.get(THREE + "?row=entry&differences=only").html().select(".card-remove").eachAttr("href"))
                .containsExactly("/compare/cline-vs-devin?row=entry&differences=only",
                        "/compare/aider-vs-devin?row=entry&differences=only",
                        "/compare/aider-vs-cline?row=entry&differences=only");
    }

    @Test
    void removingOneOfTwoLeadsToTheFormWithTheOther() {
        List<Element> links = pages.get(TWO).html().select(".card-remove");

        assertThat(links).extracting(link -> link.attr("href")).containsExactly("/compare?tool=devin",
                "/compare?tool=aider");
        assertThat(links).noneMatch(link -> link.hasAttr("data-hx-boost"));
        assertThat(pages.get("/compare?tool=devin").html().select("#tool-1").val()).isEqualTo("devin");
    }

    @Test
    void rivalsThatAreNotShownCanBeAddedAsLongAsThereIsRoom() {
        List<String> offered = pages.get(TWO).html().select("#add option").eachAttr("value");

        assertThat(offered).startsWith("").contains("cline", "claude-code").doesNotContain("aider", "devin")
                .doesNotHaveDuplicates();
        assertThat(pages.get(FOUR).html().select("#add")).isEmpty();
    }

    @Test
    void theFormThatAddsKeepsTheRows() {
        Element form = pages.get(TWO + "?row=entry&row=hardware&differences=only").html().select(".columns-add")
                .first();

        assertThat(form).isNotNull();
        assertThat(form.select("input").stream().map(field -> field.attr("name") + "=" + field.val()))
                .containsExactly("tool=aider", "tool=devin", "row=entry", "row=hardware", "differences=only");
        assertThat(pages.get("/compare?tool=aider&tool=devin&row=entry&row=x&differences=only&tool=cline").location())
                .isEqualTo(THREE + "?row=entry&differences=only");
        assertThat(pages.get("/compare?tool=aider&tool=devin&tool=").location()).isEqualTo(TWO);
    }

    @Test
    void htmxIsLedToTheComparisonAsTheBrowserIs() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("HX-Request", "true");
        headers.set("HX-Boosted", "true");
        Page page = pages.send("GET", "/compare?tool=aider&tool=devin&tool=cline", headers);

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo(THREE);
    }

    @Test
    void htmxGetsTheTitleTheMainPartAndWhatIsSaid() {
        Page part = part(THREE + "?row=entry");

        assertThat(part.source()).doesNotContain("<html", "<head", "page-masthead");
        assertThat(part.html().title()).isEqualTo(pages.get(THREE).html().title());
        assertThat(part.html().select("main#main .card")).hasSize(3);
        assertThat(part.text("[data-hx-swap-oob='innerHTML:#said']"))
                .isEqualTo("Aider vs Cline vs Devin. Only the rows you chose are shown.");
        assertThat(part(THREE).text("[data-hx-swap-oob]")).isEqualTo("Aider vs Cline vs Devin. "
                + pages.get(THREE).text(".pick-answer"));
    }

    @Test
    void anotherOrderLeadsToTheOneAddressWithTheRows() {
        Page page = pages.get("/compare/devin-vs-aider?row=entry&differences=only");

        assertThat(page.status()).isEqualTo(301);
        assertThat(page.location()).isEqualTo(TWO + "?row=entry&differences=only");
    }

    @Test
    void onlyTheChosenRowsAreShown() {
        Page page = pages.get(TWO + "?row=kind&row=licence&row=pricing");

        assertThat(page.html().select("section[aria-labelledby=decision] tbody th").eachText())
                .containsExactly("Pricing", "Kind");
        assertThat(page.html().select("section[aria-labelledby=facts] tbody th").eachText())
                .containsExactly("Licence");
        assertThat(page.html().select("section[aria-labelledby=scorecard]")).isEmpty();
        assertThat(page.html().select(".columns-ticks input[checked]").eachAttr("value")).containsExactly("pricing",
                "kind", "licence");
        assertThat(page.text(".columns-left")).isEqualTo("Only the rows you chose are shown. Show all rows");
        assertThat(page.html().select(".columns-left a").attr("href")).isEqualTo(TWO);
    }

    @Test
    void onlyDifferencesLeavesOutWhatIsTheSameAndSaysHowMuch() {
        Page page = pages.get(TWO + "?differences=only");

        assertThat(page.html().select("section[aria-labelledby=decision] tbody th").eachText())
                .contains("Pricing", "Best for").doesNotContain("Category", "Kind", "Community");
        assertThat(page.html().select("section tbody tr:has(td > div:containsOwn(Not verified))")).isEmpty();
        assertThat(page.text(".columns-left")).matches("\\d+ rows say the same for each tool and are left out\\. .*");
        assertThat(page.html().select("section[aria-labelledby=scorecard]")).hasSize(1);
    }

    @Test
    void aChosenRowThatTheseToolsDoNotHaveStaysChosen() {
        Page page = pages.get(TWO + "?row=parameters");

        assertThat(page.text(".columns-left")).startsWith("No row is left to show.");
        assertThat(page.html().select("section[aria-labelledby=decision], section[aria-labelledby=facts]")).isEmpty();
        assertThat(page.html().select(".columns-form input[type=hidden]").eachAttr("value"))
                .containsExactly("parameters");
    }

    @ParameterizedTest
    @ValueSource(strings = { "?row=nothing", "?row=&differences=&as=", "?row=%3Cscript%3E&differences=1&as=html",
        "?row=entry,kind", "?utm_source=x" })
    void whatIsNotKnownIsIgnored(String query) {
        assertThat(pages.get(TWO + query).source()).isEqualTo(pages.get(TWO).source());
    }

    @Test
    void theCellOfTheCommunityIsTheOneThatVotesChange() {
        assertThat(pages.get(TWO).html().select("section[aria-labelledby=decision] td > div[data-tally]")
                .eachAttr("data-tally")).containsExactly("aider", "devin");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?row=entry", "?differences=only&row=kind" })
    void theOneAddressIsWithoutTheRows(String query) {
        assertThat(pages.get(TWO + query).html().select("link[rel=canonical]").eachAttr("href"))
                .containsExactly("http://localhost" + TWO);
    }

    @ParameterizedTest
    @ValueSource(strings = { "?row=entry&row=licence", "?differences=only", "?as=markdown" })
    void theRowsCostNoStatement(String query) {
        assertThat(pages.get(TWO + query).statements()).isEqualTo(pages.get(TWO).statements());
    }

    @Test
    void asMarkdownItIsTextForEveryone() {
        Page page = pages.get(TWO + "?as=markdown&row=entry");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().getFirst("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(page.headers().getCacheControl()).contains("public");
        assertThat(page.source()).startsWith("# Aider vs Devin\n\n**").contains("| Entry | Free | Free |")
                .contains("<http://localhost" + TWO + "?row=entry>").doesNotContain("## Facts");
        assertThat(pages.get("/compare/devin-vs-aider?as=markdown").location()).isEqualTo(TWO + "?as=markdown");
        assertThat(pages.get(TWO + "?row=entry").html().select(".columns-copy a").attr("href"))
                .isEqualTo(TWO + "?row=entry&as=markdown");
        assertThat(pages.get(TWO).html().select(".columns-copy a").attr("href")).isEqualTo(TWO + "?as=markdown");
    }

    @ParameterizedTest
    @ValueSource(strings = { TWO, FOUR })
    void theMarkdownAnswersWhatIsWeighedAndLimited(String path) {
        String query = "?weight.skeptic=3&self-host=yes";

        assertThat(pages.get(path + query + "&as=markdown").source())
                .contains("## Decide\n\n- Weights: Skeptic × 3; each other reviewer × 1\n"
                        + "- Limits: hosting it yourself\n\n**" + pages.get(path + query).text(".decide-answer")
                        + "** ",
                        "<http://localhost" + path + query + ">");
        assertThat(pages.get(path + "?as=markdown").source()).doesNotContain("## Decide");
        assertThat(pages.get("/compare/devin-vs-smollm3-on-device" + query + "&as=markdown").source())
                .doesNotContain("## Decide");
    }

    @Test
    void whatWasDecidedStaysWhileRowsAndColumnsChange() {
        Page page = pages.get("/compare/aider-vs-devin?weight.skeptic=3&budget=20&row=entry");

        assertThat(page.html().select(".columns-add input[name='weight.skeptic']").val()).isEqualTo("3");
        assertThat(page.html().select(".columns-form input[name=budget]").val()).isEqualTo("20");
        assertThat(page.html().select("#rows-all").attr("href"))
                .isEqualTo("/compare/aider-vs-devin?weight.skeptic=3&budget=20");
        assertThat(page.html().select(".decide-form input[type=hidden][name=row]").val()).isEqualTo("entry");
        assertThat(pages.get("/compare?tool=aider&tool=devin&weight.skeptic=3&differences=only").location())
                .isEqualTo("/compare/aider-vs-devin?differences=only&weight.skeptic=3");
    }

    private Page part(String address) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("HX-Request", "true");
        headers.set("HX-Target", "main");
        return pages.send("GET", address, headers);
    }
}

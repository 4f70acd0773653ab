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
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class ComparisonPageTests {

    private static final String DIFFERENT = "/compare/cursor-background-agent-vs-smollm3-on-device";
    private static final String PICK = "/compare/cursor-background-agent-vs-cursor-v0-50-background-agent-codebase-refactoring";
    private static final String CLOSE = "/compare/flux-1-dev-vs-midjourney";
    private static final String FOUR = "/compare/aider-vs-cline-vs-devin-vs-github-copilot-coding-agent";
    private static final String NAMESAKES = "/compare/smollm3-fine-tuning-vs-smollm3-on-device";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({ "/compare/smollm3-on-device-vs-cursor-background-agent, " + DIFFERENT,
        "/compare/Cursor-Background-Agent-vs-smollm3-on-device, " + DIFFERENT,
        "/compare/devin-vs-aider-vs-devin, /compare/aider-vs-devin", "/compare/devin-vs-devin, /tools/devin",
        "/compare/devin-vs-cline-vs-aider-vs-claude-code, /compare/aider-vs-claude-code-vs-cline-vs-devin" })
    void anyOtherAddressLeadsToTheOneAddress(String asked, String canonical) {
        Page page = pages.get(asked);

        assertThat(page.status()).isEqualTo(301);
        assertThat(page.location()).isEqualTo(canonical);
    }

    @Test
    void theAnswerDependsOnWhichPartOfThePageAsks() {
        assertThat(pages.get("/compare/aider-vs-devin").headers().get("Vary")).contains("HX-Request", "HX-Target");
    }

    @Test
    void aFormerSlugLeadsToTheToolThatBoreIt() {
        jdbc.sql("""
                insert into former_slug (slug, tool_id) select 'devin-by-cognition', id from tool where slug = 'devin'
                on conflict do nothing
                """).update();

        assertThat(pages.get("/tools/devin-by-cognition")).satisfies(page -> {
            assertThat(page.status()).isEqualTo(301);
            assertThat(page.location()).isEqualTo("/tools/devin");
        });
        assertThat(pages.get("/compare/aider-vs-devin-by-cognition").location()).isEqualTo("/compare/aider-vs-devin");
        assertThat(pages.get("/compare?tool=devin-by-cognition&tool=aider").location())
                .isEqualTo("/compare/aider-vs-devin");
    }

    @Test
    void anUnknownToolIs404WithTheNamesThatComeClose() {
        Page page = pages.get("/compare/cursor-background-agent-vs-smolm3-on-devise");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text("h1")).isEqualTo("No tool goes by that name");
        assertThat(page.html().select("a[href=/tools/smollm3-on-device]")).isNotEmpty();
        assertThat(page.text("main")).contains("“smolm3-on-devise”").doesNotContain("“cursor-background-agent”");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/compare/a-vs-b-vs-c-vs-d-vs-e", "/compare/_", "/compare/a-vs-", "/compare/-vs-",
        "/compare/%3Cscript%3E", "/compare/a%20b" })
    void whatCannotBeAComparisonIs404(String address) {
        assertThat(pages.get(address).status()).isEqualTo(404);
    }

    @Test
    void theTitleAndTheHeadingNameBothTools() {
        Page page = pages.get(DIFFERENT);

        assertThat(page.html().title()).isEqualTo(
                "Cursor Background Agent vs SmolLM3: Which AI Tool Should You Ship? — Ship or Skip");
        assertThat(page.text("h1")).isEqualTo("Cursor Background Agent vs SmolLM3");
        assertThat(page.text(".page-trail")).isEqualTo("Compare Cursor Background Agent vs SmolLM3");
    }

    @Test
    void toolsOfDifferentKindsGetNoPickButTheirRealRivals() {
        Page page = pages.get(DIFFERENT);

        assertThat(page.text(".pick-answer")).isEqualTo("No pick: these two do different jobs.");
        assertThat(page.html().select(".pick-grid h3").eachText()).containsExactly(
                "Nearest rivals of Cursor Background Agent", "Nearest rivals of SmolLM3");
        assertThat(page.html().select(".pick-grid .list-name a").eachAttr("href")).hasSize(6)
                .allSatisfy(path -> assertThat(pages.get(path).status()).as(path).isEqualTo(200))
                .allSatisfy(path -> assertThat(pages.get(path).text(".pick-answer")).as(path)
                        .doesNotContain("different jobs"));
        assertThat(page.text(".pick-grid")).doesNotContain("Cursor v0.50").doesNotContain("fine-tune");
    }

    @Test
    void aPickSaysWhatItRestsOnAndWhatWouldTurnIt() {
        Page page = pages.get(PICK);

        assertThat(page.text(".pick-answer"))
                .isEqualTo("Ship with Cursor v0.50 – Background Agent & Codebase Refactoring.");
        assertThat(page.text(".pick-why")).contains("by 3.5 points over the four reviewers who scored both")
                .contains("entries about one product, Cursor");
        assertThat(page.html().select(".pick-rests tbody th").eachText()).containsExactly("Builder", "Skeptic",
                "Futurist", "PM");
        assertThat(page.text(".pick-rests tfoot")).startsWith("Mean 80 83.5 3.5");
        assertThat(page.text(".pick-grid")).contains("What would turn it")
                .contains("3 points fewer from any one reviewer");
    }

    @Test
    void aCloseCallSaysWhenToChooseWhich() {
        Page page = pages.get(CLOSE);

        assertThat(page.text(".pick-answer")).isEqualTo("Too close to call.");
        assertThat(page.html().select(".pick-grid h3").eachText()).startsWith("Choose FLUX.1 [dev] if …",
                "Choose Midjourney if …");
        assertThat(page.html().select(".pick-grid > div:lt(2) li")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void fourToolsStandSideBySide() {
        Page page = pages.get(FOUR);

        assertThat(page.html().select(".card-name").eachText()).containsExactly("Aider", "Cline", "Devin",
                "GitHub Copilot coding agent");
        assertThat(page.html().select("section[aria-labelledby=decision] tbody tr"))
                .allSatisfy(row -> assertThat(row.select("td")).hasSize(4));
    }

    @Test
    void namesakesAreToldApartWhereverTheyAreNamed() {
        Page page = pages.get(NAMESAKES);
        List<String> names = page.html().select("section[aria-labelledby=decision] thead .table-tool-name").eachText();

        assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name).startsWith("SmolLM3 ("));
        assertThat(page.text("h1")).isEqualTo(String.join(" vs ", names));
        assertThat(page.text(".pick-answer")).contains("SmolLM3 (");
    }

    @Test
    void everyCellOfTheTablesNamesItsToolForNarrowWindows() {
        Page page = pages.get(DIFFERENT);

        assertThat(page.html().select("table.table-stack td")).isNotEmpty().allSatisfy(cell -> assertThat(
                cell.select(".table-name").text()).isEqualTo(
                        (cell.closest(".table-takes") == null ? ""
                                : cell.siblingElements().select("th a").text() + " on ")
                                + (cell.elementSiblingIndex() == 1 ? "Cursor Background Agent" : "SmolLM3")));
        assertThat(page.html().select("table")).allSatisfy(table -> {
            assertThat(table.select("caption")).hasSize(1);
            assertThat(table.select("th")).allSatisfy(head -> assertThat(head.hasAttr("scope")).isTrue());
        });
    }

    @Test
    void factsCarryTheirSourceAndTheirDayOrSayThatNobodyVerifiedThem() {
        Page page = pages.get(DIFFERENT);
        List<Element> cells = page.html().select("section[aria-labelledby=facts] td > div");

        assertThat(cells).isNotEmpty().allSatisfy(cell -> {
            if (cell.text().equals("Not verified")) {
                assertThat(cell.select("a")).isEmpty();
            } else {
                assertThat(cell.select("a[href^=https://]")).hasSize(1);
                assertThat(cell.select("time").attr("datetime")).matches("\\d{4}-\\d{2}-\\d{2}");
            }
        });
        assertThat(cells).extracting(Element::text).contains("Not verified");
    }

    @Test
    void everyTakeSaysWhoseOpinionItIsAndWhatItRestsOn() {
        Page page = pages.get(DIFFERENT);

        assertThat(page.text("section[aria-labelledby=scorecard] .page-note"))
                .contains("an editorial persona, not a person");
        assertThat(page.html().select("section[aria-labelledby=scorecard] td:has(.take-head)")).hasSize(8)
                .allSatisfy(cell -> assertThat(cell.select(".take-basis").text()).startsWith("Documentation only, "));
        assertThat(page.html().select(".take-dissent")).hasSize(2);
    }

    @Test
    void otherEntriesOfTheMakersAndRelatedComparisonsLeadOn() {
        Page page = pages.get(DIFFERENT);

        assertThat(page.html().select("h2").eachText()).contains("Other entries from Cursor",
                "Other entries from Hugging Face", "Related comparisons");
        assertThat(page.html().select("section[aria-labelledby=others-1] a").eachAttr("href")).containsExactly(
                "/tools/cursor-background-agents", "/tools/cursor-v0-50-background-agent-codebase-refactoring");
        assertThat(page.html().select("section[aria-labelledby=related] a").eachAttr("href")).isNotEmpty()
                .allSatisfy(path -> assertThat(pages.get(path).status()).as(path).isEqualTo(200));
    }

    @Test
    void communityReadsFromARealTable() {
        assertThat(pages.get(DIFFERENT).html().select(".card-figures div:has(dt:contains(Community)) dd").eachText())
                .containsExactly("No community votes yet", "No community votes yet");
    }

    @Test
    void theFormLeadsToTheComparison() {
        Page page = pages.get("/compare?tool=smollm3-on-device&tool=cursor-background-agent&tool=&tool=");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo(DIFFERENT);
    }

    @Test
    void theFormKeepsWhatWasChosenAndSaysWhatIsMissing() {
        Page twice = pages.get("/compare?tool=devin&tool=devin");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text("#answer")).isEqualTo("Choose two different tools.");
        assertThat(twice.html().select("#tool-1").val()).isEqualTo("devin");

        Page five = pages.get("/compare?tool=devin&tool=aider&tool=cline&tool=claude-code&tool=qwen3-4b");
        assertThat(five.status()).isEqualTo(422);
        assertThat(five.text("#answer")).isEqualTo("Choose at most 4 tools.");

        Page one = pages.get("/compare?tool=qwen3-4b");
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.html().select("#tool-1").val()).isEqualTo("qwen3-4b");
        assertThat(one.html().select("#tool-1").attr("data-label")).isEqualTo("Qwen3-4B");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/compare?tool=&tool=", "/compare?tool=devin&tool=&tool=&tool=", "/compare?tool=%20" })
    void aFormSentTooEarlyAsksForTwoTools(String address) {
        Page page = pages.get(address);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#answer")).isEqualTo("Choose two tools.");
    }

    @Test
    void theFormReadsCapitalsAsTheAddressDoes() {
        Page page = pages.get("/compare?tool=Devin&tool=%20Aider");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/compare/aider-vs-devin");
        assertThat(pages.get("/compare?tool=Qwen3-4B").html().select("#tool-1").val()).isEqualTo("qwen3-4b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "devin&tool=smolm3", "devin&tool=a_b", "devin&tool=aider,devin", "aider,devin&tool=cline",
        "devin&tool=%3Cscript%3E" })
    void anUnknownToolInTheFormIs404WithSuggestions(String chosen) {
        Page page = pages.get("/compare?tool=" + chosen);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text("#answer .form-error")).isEqualTo("No tool goes by that name.");
        assertThat(page.text("#answer .form-doubt")).startsWith("No tool is called “")
                .containsAnyOf("It may be one of these:", "Look for it in the list of all tools.");
        assertThat(page.html().select("#tool-1").val()).isEqualTo(chosen.replaceFirst("&.*", ""));
        assertThat(page.html().select("script:not([src])")).isEmpty();
    }

    @Test
    void aNameLongerThanAnyToolsIsCutShort() {
        assertThat(pages.get("/compare?tool=devin&tool=" + "x_".repeat(2000)).text("#answer"))
                .contains("“" + "x_".repeat(60) + "”");
    }

    @Test
    void moreThanFourToolsInTheAddressAre404WithTheReason() {
        Page page = pages.get("/compare/aider-vs-cline-vs-devin-vs-claude-code-vs-qwen3-4b");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text("main")).contains("A comparison takes two to four tools.");
    }

    @Test
    void htmxGetsTheAnswerAlone() {
        Page answer = pages.getByHtmx("/compare?tool=aider&tool=devin");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.html().select("body > *")).hasSize(1);
        assertThat(answer.text("p")).isNotBlank();
        assertThat(answer.headers().get("Vary")).contains("HX-Request");
        assertThat(pages.getByHtmx("/compare?tool=aider&tool=&tool=&tool=")).satisfies(early -> {
            assertThat(early.status()).isEqualTo(200);
            assertThat(early.html().text()).isEmpty();
        });
    }

    @Test
    void htmxGetsWhatIsWrongAlone() {
        jdbc.sql("""
                insert into former_slug (slug, tool_id) select 'devin-by-cognition', id from tool where slug = 'devin'
                on conflict do nothing
                """).update();
        for (String twice : new String[]{ "tool=devin&tool=devin", "tool=devin&tool=devin-by-cognition" }) {
            Page page = pages.getByHtmx("/compare?" + twice);

            assertThat(page.status()).as(twice).isEqualTo(422);
            assertThat(page.html().body().children()).hasSize(1);
            assertThat(page.html().text()).isEqualTo("Choose two different tools.");
        }
        Page unknown = pages.getByHtmx("/compare?tool=devin&tool=smolm3");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.html().select("h1, form")).isEmpty();
        assertThat(unknown.html().text())
                .startsWith("No tool goes by that name. No tool is called “smolm3”. It may be one of these:");
        assertThat(unknown.html().select("a[href^='/compare?tool=devin&tool=smollm3-']")).isNotEmpty();
    }
}

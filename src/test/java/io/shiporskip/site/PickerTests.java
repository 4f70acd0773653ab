package io.shiporskip.site;

import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Names instead of slugs in the form that chooses tools. */
@PageTest
class PickerTests {

    private static final String DOUBTFUL = "/compare?tool=SmolLM3&tool=devin";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    @ParameterizedTest
    @CsvSource({ "claude+code, devin", "DEVIN, Claude+C%C3%B3de", "Claude+Code, claude-code&tool=devin",
        "Devin, Claude+Code&tool=devin&tool=" })
    void anExactNameIsUnderstoodWithoutCaseAndAccents(String one, String other) {
        Page page = pages.get("/compare?tool=" + one + "&tool=" + other);

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/compare/claude-code-vs-devin");
    }

    @Test
    void aNameKeepsRowsAndWeights() {
        assertThat(pages.get("/compare?tool=Claude+Code&tool=devin&differences=only&weight.skeptic=3").location())
                .startsWith("/compare/claude-code-vs-devin?").contains("differences=only").contains("weight.skeptic=3");
    }

    @Test
    void aNameOfTwoToolsIsAskedAbout() {
        Page page = pages.get(DOUBTFUL + "&differences=only");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#answer .form-error")).isEqualTo("Choose which tool you mean.");
        assertThat(page.text(".form-doubt p")).isEqualTo("“SmolLM3” may be one of these:");
        assertThat(page.html().select(".form-doubt a").eachText()).containsExactly("SmolLM3", "SmolLM3");
        assertThat(page.html().select(".form-doubt small").eachText()).doesNotHaveDuplicates().hasSize(2);
        assertThat(page.html().select(".form-doubt a").eachAttr("href")).allSatisfy(address -> {
            assertThat(pages.get(address).status()).isEqualTo(303);
            assertThat(pages.get(address).location()).startsWith("/compare/devin-vs-smollm3-")
                    .endsWith("?differences=only");
        });
        assertThat(page.html().select("#tool-2 option[selected]").val()).isEqualTo("devin");
        assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void theBeginningOfANameIsNotTakenForTheName() {
        Page page = pages.get("/compare?tool=devin&tool=claude");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select(".form-doubt a").eachAttr("href"))
                .contains("/compare?tool=devin&tool=claude-code");
    }

    @Test
    void twoNamesOfOneToolAreOneTool() {
        assertThat(pages.get("/compare?tool=Claude+Code&tool=claude-code").text("#answer"))
                .isEqualTo("Choose two different tools.");
    }

    @Test
    void whatNothingIsCalledIs404EvenBesideADoubt() {
        Page page = pages.get("/compare?tool=SmolLM3&tool=Smolm4");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html().select("section[aria-labelledby=near] a")).isNotEmpty();
    }

    @Test
    void htmxIsAskedAboutADoubtBesideTheFields() {
        Page page = pages.getByHtmx(DOUBTFUL);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("h1, form")).isEmpty();
        assertThat(page.html().select(".form-doubt a")).hasSize(2);
        assertThat(pages.getByHtmx("/compare?tool=Devin&tool=Claude+Code").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "%25", "'", "%22%3E%3Cscript%3E", "_", "%5C", "%7B0%7D", "a%26b%3Dc", "%F0%9F%98%80" })
    void noNameDoesHarm(String name) {
        Page page = pages.get("/compare?tool=SmolLM3&tool=" + name);

        assertThat(page.status()).isIn(404, 422);
        assertThat(page.html().select("script:not([src])")).isEmpty();
    }

    @Test
    void ofAFewToolsOneChoosesFromAList() {
        for (String address : new String[]{ "/", "/compare" }) {
            Page page = pages.get(address);

            assertThat(page.html().select("select#tool-1 option[value=devin]")).as(address).hasSize(1);
            assertThat(page.html().select("select#tool-1 + template[data-instead] input[data-tool]")).hasSize(1);
            assertThat(page.html().select("template [id^=tool-1]").eachAttr("id")).containsExactly("tool-1-options");
        }
    }
}

package io.shiporskip.site;

import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        assertThat(page.html().select(".form-doubt a").eachText()).doesNotHaveDuplicates().hasSize(2)
                .allMatch(label -> label.startsWith("SmolLM3 ("));
        assertThat(page.html().select(".form-doubt small").eachText()).doesNotHaveDuplicates().hasSize(2);
        assertThat(page.html().select(".form-doubt a").eachAttr("href")).allSatisfy(address -> {
            assertThat(pages.get(address).status()).isEqualTo(303);
            assertThat(pages.get(address).location()).startsWith("/compare/devin-vs-smollm3-")
                    .endsWith("?differences=only");
        });
        assertThat(page.html().select("#tool-2").val()).isEqualTo("devin");
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
    void whatNothingIsCalledIs404AndWhatComesCloseIsOffered() {
        Page page = pages.get("/compare?tool=Devin&tool=Smolm4&differences=only");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text(".form-doubt p")).isEqualTo("No tool is called “Smolm4”. It may be one of these:");
        assertThat(page.html().select(".form-doubt a").eachAttr("href"))
                .contains("/compare?tool=Devin&tool=smollm3-on-device&differences=only");
        assertThat(page.html().select("form.form-ground input[name=tool]").eachAttr("value"))
                .containsExactly("devin", "Smolm4", "", "");
        assertThat(pages.get("/compare?tool=SmolLM3&tool=Smolm4").status()).isEqualTo(404);
    }

    @Test
    void whereNothingComesCloseTheListOfAllToolsIs() {
        Page page = pages.get("/compare?tool=Devin&tool=%F0%9F%98%80");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text(".form-doubt"))
                .isEqualTo("No tool is called “\uD83D\uDE00”. Look for it in the list of all tools.");
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

    @ParameterizedTest
    @ValueSource(strings = { "/", "/compare" })
    void withoutAScriptTheBrowserSuggestsTheNames(String address) {
        Page page = pages.get(address);

        assertThat(page.html().select("main select")).isEmpty();
        assertThat(page.html().select("form.form-ground input[name=tool]").eachAttr("list")).containsOnly("tools");
        assertThat(page.html().select("datalist#tools option")).hasSizeGreaterThanOrEqualTo(30);
        assertThat(page.html().select("datalist#tools option").eachAttr("value"))
                .contains("Claude Code", "smollm3-on-device").doesNotContain("SmolLM3").doesNotHaveDuplicates()
                .allSatisfy(offered -> assertThat(pages.get("/compare?tool=" + UriUtils.encode(offered,
                        StandardCharsets.UTF_8) + "&tool=zzz").html().select(".form-doubt")).hasSize(1));
    }

    @Test
    void anEmptyFieldOffersTheRivalsOfWhatIsChosenAlready() {
        Page rivals = pages.getByHtmx("/compare/suggestions?q=&tool=aider&tool=devin");

        assertThat(rivals.html().select("[role=option]").eachAttr("data-slug"))
                .startsWith("cline", "claude-code")
                .doesNotContain("aider", "devin", "whisper-large-v3-turbo", "smollm3-on-device");
        assertThat(rivals.html().select("[role=option]").eachAttr("data-label")).contains("Claude Code");
        assertThat(pages.getByHtmx("/compare/suggestions?q=&tool=nothing").html().select("[role=option]"))
                .hasSizeGreaterThanOrEqualTo(30);
        assertThat(pages.getByHtmx("/compare/suggestions").html().select("[role=option]"))
                .hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void whatIsChosenAlreadyIsNotSuggestedForSomeLettersEither() {
        assertThat(slugs("/search/suggestions?q=smollm3")).contains("smollm3-on-device").hasSizeGreaterThan(1);
        assertThat(slugs("/compare/suggestions?q=smollm3")).isEqualTo(slugs("/search/suggestions?q=smollm3"));
        assertThat(slugs("/compare/suggestions?q=smollm3&tool=aider&tool=SmolLM3-on-device"))
                .isEqualTo(slugs("/search/suggestions?q=smollm3").stream()
                        .filter(slug -> !slug.equals("smollm3-on-device")).toList());
    }

    private List<String> slugs(String address) {
        return pages.getByHtmx(address).html().select("[role=option]").eachAttr("data-slug");
    }

    @Test
    void theSpellingsOfOneNameAreAskedAboutOnce() {
        int once = pages.get("/compare?tool=devin&tool=cursrx").statements();
        String spellings = IntStream.range(0, 50).mapToObj(PickerTests::spelling).distinct()
                .collect(Collectors.joining("&tool=", "&tool=", ""));

        Page page = pages.get("/compare?tool=devin" + spellings);

        assertThat(spellings.split("&tool=")).hasSize(51);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html().select(".form-doubt")).hasSize(1);
        assertThat(page.statements()).isEqualTo(once);
        assertThat(page.html().select(".form-doubt a").eachAttr("href"))
                .allMatch(address -> address.split("tool=").length == 3);
    }

    /** The bits of a number say which letters are capitals. */
    private static String spelling(int number) {
        StringBuilder spelled = new StringBuilder("cursrx");
        IntStream.range(0, spelled.length()).filter(i -> (number >> i & 1) == 1)
                .forEach(i -> spelled.setCharAt(i, Character.toUpperCase(spelled.charAt(i))));
        return spelled.toString();
    }

    @Test
    void aLongListOfToolsIsNotReadBeforeItIsRefused() {
        Page five = pages.get("/compare?tool=a&tool=b&tool=c&tool=d&tool=e");
        Page many = pages.get("/compare?tool=" + IntStream.range(0, 300).mapToObj(Integer::toString)
                .collect(Collectors.joining("&tool=")));

        assertThat(many.text("#answer .form-error")).isEqualTo("Choose at most 4 tools.");
        assertThat(many.statements()).isEqualTo(five.statements());
    }

    @Test
    void whatTheFormWritesItselfIsUnderstood() {
        Page form = pages.get("/compare?tool=smollm3-on-device");
        String label = form.html().select("#tool-1").attr("data-label");

        assertThat(label).startsWith("SmolLM3 (");
        assertThat(pages.get("/compare?tool=aider&tool=" + encoded(label)).location())
                .isEqualTo("/compare/aider-vs-smollm3-on-device");
        Page cut = pages.get("/compare?tool=aider&tool=" + encoded(label.substring(0, label.length() - 2)));
        assertThat(cut.status()).isEqualTo(422);
        assertThat(cut.html().select(".form-doubt a")).hasSize(2);
    }

    @Test
    void aFormerNameIsUnderstoodAndItsBeginningSaysWhy() {
        assertThat(pages.get("/compare?tool=Claude%20Dev&tool=aider").location()).isEqualTo("/compare/aider-vs-cline");

        Page page = pages.get("/compare?tool=Claude%20De&tool=aider");
        assertThat(page.text(".form-doubt p")).isEqualTo("“Claude De” may be this one:");
        assertThat(page.text(".form-doubt small")).endsWith(", formerly Claude Dev");
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}

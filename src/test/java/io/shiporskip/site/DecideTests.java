package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
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

import java.util.List;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

/** The form in which a reader weighs the reviewers, on a comparison and for all tools of a kind. */
@PageTest
class DecideTests {

    private static final String PAIR = "/compare/aider-vs-devin";
    private static final String KIND = "/kinds/coding-agent/decide";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Tools tools;

    @Test
    void withoutWeightsAndLimitsTheAnswerIsThePick() {
        List<ToolView> all = tools.all();
        int pairs = 0;
        for (ToolView one : all) {
            for (ToolView other : all) {
                if (one.comparableWith(other) && one.slug().compareTo(other.slug()) < 0) {
                    Page page = pages.get("/compare/" + one.slug() + "-vs-" + other.slug());
                    assertThat(page.text(".decide-answer")).as(page.html().title())
                            .isEqualTo(page.text(".pick-answer"));
                    pairs++;
                }
            }
        }
        assertThat(pairs).isGreaterThan(50);
    }

    @Test
    void toolsOfDifferentKindsAreNotDecidedBetween() {
        assertThat(pages.get("/compare/cursor-background-agent-vs-smollm3-on-device").html().select(".decide"))
                .isEmpty();
    }

    @Test
    void theFormShowsWhatTheAddressSays() {
        Page page = pages.get(PAIR + "?weight.skeptic=3&weight.pm=0&budget=19.50&self-host=yes");

        assertThat(checked(page)).contains("weight.builder=1", "weight.skeptic=3", "weight.pm=0", "self-host=yes")
                .doesNotContain("open=yes", "free=yes");
        assertThat(page.html().select("#budget").val()).isEqualTo("19.50");
        assertThat(page.html().select(".decide-role legend b").eachText()).containsExactly("Builder", "Skeptic",
                "Futurist", "PM", "Founder", "Creator");
        assertThat(page.html().select(".decide-role")).allSatisfy(
                role -> assertThat(role.select("input[type=radio]").eachAttr("value")).containsExactly("0", "1", "2",
                        "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "weight.builder=9", "weight.builder=-1", "weight.builder=", "weight.builder=two",
        "weight.builder=1.5", "weight.nobody=3", "weight.=3", "open=no", "open=YES", "free=1", "budget=", "budget=%20",
        "weight.builder=%EF%BC%92" })
    void whatAFieldCannotMeanIsNotSaid(String query) {
        Page page = pages.get(PAIR + "?" + query);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("main").html()).isEqualTo(pages.get(PAIR).html().select("main").html());
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "-1", "100000.01", "100001", "1e3", "20,50", "0x10", "1.234", "%3Cb%3E", "NaN",
        "99999999999999999999" })
    void aBudgetThatIsNoAmountIsSaidBesideItsField(String budget) {
        Page page = pages.get(PAIR + "?weight.skeptic=3&budget=" + budget);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(page.text("#budget-problem"))
                .isEqualTo("Enter dollars a month as a number from 0 to 100000, such as 20 or 9.50.");
        assertThat(page.html().select("#budget").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.html().select("#budget").attr("aria-describedby")).contains("budget-problem");
        assertThat(page.text(".decide-why")).endsWith("The budget is left out of this, because it is no amount.");
        assertThat(checked(page)).contains("weight.skeptic=3");

        Page htmx = pages.getByHtmx(PAIR + "?weight.skeptic=3&budget=" + budget);
        assertThat(htmx.status()).isEqualTo(422);
        assertThat(htmx.html().body().children()).hasSize(2);
        assertThat(htmx.text("#decide-result[data-hx-swap-oob=true] .decide-why"))
                .endsWith("The budget is left out of this, because it is no amount.");
        assertThat(htmx.html().body().text()).startsWith("Enter dollars");
        assertThat(htmx.headers().containsHeader("HX-Push-Url")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "0, 0", "100000, 100000", "9.5, 9.5", "%2420, 20", "%2020%20, 20", "007, 7" })
    void anAmountIsABudget(String typed, String meant) {
        Page page = pages.getByHtmx(PAIR + "?budget=" + typed);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().getFirst("HX-Push-Url")).isEqualTo(PAIR + "?budget=" + meant);
    }

    @Test
    void htmxGetsTheAnswerWithItsAddressAndWhatIsSaidAloud() {
        Page page = pages.getByHtmx(KIND
                + "?weight.builder=1&weight.skeptic=3&weight.futurist=1&budget=&free=yes");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().body().children()).hasSize(2);
        assertThat(page.html().select("form")).isEmpty();
        assertThat(page.headers().getFirst("HX-Push-Url")).isEqualTo(KIND + "?weight.skeptic=3&free=yes");
        assertThat(page.text("[data-hx-swap-oob='innerHTML:#said']")).startsWith(page.text(".decide-answer"));
        assertThat(page.html().select("#decide-result").outerHtml())
                .isEqualTo(pages.get(KIND + "?weight.skeptic=3&free=yes").html().select("#decide-result").outerHtml());
    }

    @Test
    void anAnswerThatIsShownAlreadyIsNotPutIntoTheHistoryAgain() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("HX-Request", "true");
        headers.set("HX-Current-URL", "http://localhost" + KIND + "?weight.skeptic=3#decide");

        assertThat(pages.send("GET", KIND + "?weight.skeptic=3", headers).headers().containsHeader("HX-Push-Url"))
                .isFalse();
        assertThat(pages.send("GET", KIND, headers).headers().getFirst("HX-Push-Url")).isEqualTo(KIND);
    }

    @Test
    void theCanonicalAddressIsTheOneWithoutWeights() {
        for (String path : new String[]{ PAIR, KIND }) {
            for (String query : new String[]{ "", "?weight.skeptic=3&open=yes" }) {
                assertThat(pages.get(path + query).html().select("link[rel=canonical]").eachAttr("href"))
                        .containsExactly("http://localhost" + path);
            }
        }
    }

    /** Each link of what would turn it leads to the answer that it promises, from many answers. */
    @ParameterizedTest
    @ValueSource(strings = { PAIR, KIND, KIND + "?weight.skeptic=3", KIND + "?open=yes",
        KIND + "?budget=15&self-host=yes",
        "/kinds/image-generator/decide", "/kinds/language-model/decide", "/kinds/vision-language-model/decide?free=yes",
        "/compare/flux-1-dev-vs-midjourney", "/compare/cursor-background-agent-vs-github-copilot-coding-agent" })
    void whatIsSaidToTurnItDoes(String address) {
        Page page = pages.get(address);

        assertThat(page.status()).isEqualTo(200);
        for (Element link : page.html().select(".decide-turns a")) {
            String promised = link.text().replaceFirst(".* and (?:it is |no )", "")
                    .replaceFirst("(, by the .* alone)?[.]$", "");
            String then = pages.get(link.attr("href").replace("#decide-result", "")).text(".decide-answer");
            assertThat(then).as(link.text()).isNotEqualTo(page.text(".decide-answer"));
            assertThat(then.toLowerCase(Locale.ROOT)).as(link.text())
                    .contains(promised.startsWith("tool is left") ? "no tool here keeps all of your limits"
                            : promised.toLowerCase(Locale.ROOT));
            assertThat(link.attr("rel")).isEqualTo("nofollow");
        }
    }

    @Test
    void whatBreaksALimitIsListedAsOutAndNeverPicked() {
        Page page = pages.get(KIND + "?budget=15&self-host=yes");

        assertThat(page.html().select(".decide-out")).hasSizeGreaterThan(2)
                .allSatisfy(out -> assertThat(out.text()).startsWith("Out ").containsAnyOf("It costs at least $",
                        "Hosting: vendor-hosted"));
        assertThat(page.html().select(".decide-place:not(.decide-out)").eachText()).allSatisfy(
                kept -> assertThat(kept).contains("1."));
    }

    @Test
    void aToolWithoutEnoughScoresIsNamedAndNotWeighed() {
        Page page = pages.get(KIND);

        assertThat(page.text("h1")).isEqualTo("Which coding agent should I ship with?");
        assertThat(page.text("main")).contains("Not weighed Fewer than 2 reviewers scored these");
        assertThat(page.html().select(".page-trail a").eachAttr("href")).containsExactly("/tools",
                "/kinds/coding-agent");
        assertThat(page.html().select(".decide-place a").eachAttr("href"))
                .doesNotContain("/tools/cursor-background-agents").doesNotHaveDuplicates();
    }

    @Test
    void aKindIsFoundInSmallLettersAndAnUnknownOneIsNot() {
        assertThat(pages.get("/kinds/Coding-Agent/decide?open=yes").location()).isEqualTo(KIND + "?open=yes");
        assertThat(pages.get("/kinds/nothing/decide").status()).isEqualTo(404);
        assertThat(pages.get("/kinds/%3Cb%3E/decide").status()).isEqualTo(404);
    }

    @Test
    void theKindsLeadToTheirDecisions() {
        for (String address : new String[]{ "/", "/tools", PAIR }) {
            assertThat(pages.get(address).html().select("main a[href=" + KIND + "]")).as(address).hasSize(1);
        }
    }

    @Test
    void theMethodStatesTheRule() {
        assertThat(pages.get("/method").text("main")).contains("a weight from 0 to 3")
                .contains("of more than 200, those with the best panel scores").contains("Σ w·g / Σ w");
    }

    private static List<String> checked(Page page) {
        return page.html().select(".decide-form input[checked]").stream()
                .map(input -> input.attr("name") + "=" + input.attr("value")).toList();
    }
}

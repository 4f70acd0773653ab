package io.shiporskip.site;

import io.shiporskip.search.Indexing;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import io.shiporskip.votes.Distances;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the votes say the opposite of the panel, the pages show it. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class CommunityAgainstPanelTests {

    private static final String TOOL = "parakeet-tdt-0-6b-v2";
    private static final String LINE = "0% ship (95% interval 0% to 28%, 10 votes)";

    @Autowired
    Pages pages;
    @Autowired
    Indexing indexing;
    @Autowired
    Distances distances;

    @Test
    void aCommunityAgainstItsPanelIsDrawnAndMeasuredFromTheTenthVote() {
        for (int voter = 1; voter <= 9; voter++) {
            new Person(pages).at("198.51." + voter + ".1").vote(TOOL, "skip");
        }
        assertThat(pages.get("/tools/" + TOOL).html().select(".plot-spread .plot-crowd")).isEmpty();
        assertThat(contested()).isEmpty();

        new Person(pages).at("198.51.10.1").vote(TOOL, "skip");

        Page tool = pages.get("/tools/" + TOOL);
        assertThat(tool.html().select(".plot-spread .plot-crowd")).hasSize(1);
        assertThat(tool.text(".plot-words div:contains(Community) dd")).isEqualTo(LINE);
        indexing.catchUp();
        distances.reckon();
        Elements contested = contested();
        assertThat(contested.select(".list-maker").text()).contains("/ 0 skip").endsWith("Community " + LINE);
        assertThat(contested.select("svg").attr("aria-label")).endsWith("Community: " + LINE + ".");
        assertThat(pages.get("/reviewers").html().select(".table-records tr:contains(Builder) td").get(3).text())
                .isEqualTo("From the community 100.0 percentage points over 1 tool");
    }

    private Elements contested() {
        return pages.get("/").html()
                .select("section[aria-labelledby=contested] li:has(a[href=/tools/" + TOOL + "])");
    }
}

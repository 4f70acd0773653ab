package io.shiporskip.desk;

import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@VisitorTest
@Import(Desk.class)
@SuppressWarnings("NullAway.Init")
class StartPageTests {

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itShowsWhatNeedsAHandWithAWayThere() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.EDITOR);
        jdbc.sql("delete from vote").update();
        for (int i = 0; i < 7; i++) {
            new Person(pages).at("203.0.113.77").vote("devin", "ship");
        }
        jdbc.sql("insert into missed_search (term, times, last_on) values ('zzznothingzzz', 12, current_date)")
                .update();
        jdbc.sql("""
                update fact set checked_on = current_date - 91
                 where aspect = 'PRICING' and tool_id = (select id from tool where slug = 'devin')
                """).update();

        Page page = anna.open("/desk");

        assertThat(page.text("section[aria-labelledby=held]")).contains("Held votes 2").contains("Devin 2 held votes");
        assertThat(page.text("section[aria-labelledby=facts]")).contains("Devin").contains("checked on")
                .contains("Checked today");
        assertThat(page.html().select("form[action=/desk/tools/devin/facts/PRICING/checked]")).hasSize(1);
        assertThat(page.text("section[aria-labelledby=missed]")).contains("zzznothingzzz 12 times");
        assertThat(page.html().select("svg.desk-plot rect")).hasSize(28);
        assertThat(page.html().select("svg.desk-plot").attr("aria-label")).contains("7 votes in the last 28 days")
                .endsWith("today 7.");
        for (String link : page.html().select("main a[href^=/]").eachAttr("href")) {
            assertThat(pages.get(link).status()).as(link).isEqualTo(200);
        }
    }

    @Test
    void aPlotSaysWhatItDraws() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        VotesPlot plot = new VotesPlot(List.of(new VotesPlot.Day(day.minusDays(2), 1200),
                new VotesPlot.Day(day.minusDays(1), 1), new VotesPlot.Day(day, 0)));
        assertThat(plot.sentence())
                .isEqualTo("1,201 votes in the last 3 days; the most on 18 November, 1,200; today 0.");
        assertThat(plot.days().stream().map(plot::bar)).containsExactly(60L, 3L, 1L);
        assertThat(new VotesPlot(List.of(new VotesPlot.Day(day, 0))).sentence())
                .isEqualTo("No votes in the last 1 days.");
    }
}

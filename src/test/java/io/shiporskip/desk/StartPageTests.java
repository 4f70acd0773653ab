package io.shiporskip.desk;

import io.shiporskip.newsletter.DeliveryProblems;
import io.shiporskip.search.Indexing;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@VisitorTest
@SuppressWarnings("NullAway.Init")
class StartPageTests {

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    Indexing index;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nobodyHasVoted() {
        jdbc.sql("delete from vote").update();
        jdbc.sql("delete from network_vote").update();
    }

    @Test
    void itShowsWhatNeedsAHandWithAWayThere() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.EDITOR);
        jdbc.sql("delete from vote").update();
        for (int i = 0; i < 7; i++) {
            new Person(pages).at("203.0.113.77").vote("devin", "ship");
        }
        for (int i = 0; i < 12; i++) {
            new Person(pages).at("203.0." + i + ".77").vote("cline", "skip");
        }
        index.catchUp();
        jdbc.sql("insert into missed_search (term, times, last_on) values ('zzznothingzzz', 12, current_date)")
                .update();
        jdbc.sql("""
                update fact set checked_on = current_date - 91
                 where aspect = 'PRICING' and tool_id = (select id from tool where slug = 'devin')
                """).update();

        UUID failed = UUID.randomUUID();
        jdbc.sql("""
                insert into draft (id, begun_from, based_on, version, fields, changed_by, failure)
                values (:id, 0, 0, 1, '{"name": "Half a tool"}', 'Ben', 'Choose a maker.')
                """).param("id", failed).update();

        Page page = anna.open("/desk");

        assertThat(page.text("section[aria-labelledby=drafts] li"))
                .isEqualTo("Half a tool Could not go out. Choose a maker.");
        jdbc.sql("delete from draft where id = :id").param("id", failed).update();
        assertThat(page.text("section[aria-labelledby=held]")).contains("Held votes 2").contains("Devin 2 held votes");
        assertThat(page.text("section[aria-labelledby=facts]")).contains("Devin").contains("checked on")
                .contains("Checked today");
        assertThat(page.html().select("form[action=/desk/tools/devin/facts/PRICING/checked]")).hasSize(1);
        assertThat(page.text("section[aria-labelledby=missed]")).contains("zzznothingzzz 12 times");
        assertThat(page.text("section[aria-labelledby=deliveries]"))
                .contains("No mail is in doubt, and none failed of late.");
        assertThat(page.text("section[aria-labelledby=disagreements] li"))
                .startsWith("Cline 75 points apart: panel 3 of 4 ship, ")
                .contains("community 0% ship (95% interval");
        assertThat(page.html().select("section[aria-labelledby=votes] svg.desk-plot rect")).hasSize(28);
        assertThat(page.html().select("section[aria-labelledby=votes] svg.desk-plot").attr("aria-label"))
                .contains("19 votes in the last 28 days").endsWith("today 19.");
        assertThat(page.html().select("section[aria-labelledby=held] a").eachAttr("href"))
                .containsExactly("/desk/votes", "/desk/votes/devin");
        for (String link : page.html().select("main a[href^=/]:not([href*=" + failed + "])").eachAttr("href")) {
            assertThat(anna.open(link).status()).as(link).isIn(200, 303);
        }
    }

    @Test
    void whatWentWrongInSendingLeadsToTheNewsletter() {
        StartView view = new StartView(List.of(), 0, plot(0), plot(1), List.of(), 0, List.of(),
                StartQuery.MOST_STALE + 1,
                new DeliveryProblems(1, 1200), List.of(), List.of());
        assertThat(view.deliveriesFine()).isFalse();
        assertThat(view.unknownText()).isEqualTo("1 mail may have arrived or not");
        assertThat(view.failedText()).isEqualTo("1,200 mails were refused or given up in the last 7 days");
        assertThat(view.staleText()).isEqualTo("more than 1,000");
    }

    private static DayPlot plot(long today) {
        return new DayPlot("sign-up", "sign-ups", List.of(new DayPlot.Day(LocalDate.of(2026, 11, 20), today)));
    }

    @Test
    void aPlotSaysWhatItDraws() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        DayPlot plot = new DayPlot("vote", "votes", List.of(new DayPlot.Day(day.minusDays(2), 1200),
                new DayPlot.Day(day.minusDays(1), 1), new DayPlot.Day(day, 0)));
        assertThat(plot.sentence())
                .isEqualTo("1,201 votes in the last 3 days; the most on 18 November, 1,200; today 0.");
        assertThat(plot.days().stream().map(plot::bar)).containsExactly(60L, 3L, 1L);
        assertThat(plot(0).sentence()).isEqualTo("No sign-ups in the last day.");
        assertThat(plot(1).sentence()).startsWith("1 sign-up in the last day; ");
    }
}

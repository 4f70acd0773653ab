package io.shiporskip.desk.votes;

import io.shiporskip.desk.Desk;
import io.shiporskip.desk.Role;
import io.shiporskip.testing.HtmlChecker;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

@VisitorTest
@SuppressWarnings("NullAway.Init")
class HeldVotesPageTests {

    private static final String REASON = "One <b>script</b> & no people.";

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    private Desk.SignedIn anna;

    @BeforeEach
    void twoVotesOnAiderAreHeld() {
        jdbc.sql("delete from vote").update();
        jdbc.sql("delete from network_vote").update();
        flood("aider", 7);
        anna = desk.somebody(pages, "Anna", Role.EDITOR);
    }

    @AfterEach
    void nobodyHasVoted() {
        jdbc.sql("delete from vote").update();
        jdbc.sql("delete from network_vote").update();
    }

    @Test
    void theListAndThePageOfAToolSayHowTheVotesCame() {
        Page list = anna.open("/desk/votes");
        assertThat(list.text(".notice")).isEqualTo("2 votes are held on one tool.");
        assertThat(list.text("tbody tr")).contains("Aider").contains("2: 2 ship / 0 skip").contains("2 of 2")
                .contains("5 ship / 0 skip, early").contains("7 ship / 0 skip, early");
        HtmlChecker.assertValid(list);

        Page tool = anna.open(list.html().select("tbody a").attr("href"));
        assertThat(tool.text(".desk-votes-sum")).contains("Held 2 votes").contains("If released 7 ship / 0 skip, early")
                .contains("Networks at their limit now One");
        assertThat(tool.text(".desk-votes-burst")).contains("Counted at that time 5 ship / 0 skip")
                .contains("Networks One").contains("under 1 second");
        assertThat(tool.html().select(".desk-votes-burst svg.desk-plot").attr("aria-label"))
                .contains("2 held, 5 counted");
        assertThat(tool.html().select("form[action=/desk/votes/aider]")).as("one burst needs one form").hasSize(1);
        HtmlChecker.assertValid(tool);
        assertThat(anna.open("/desk/votes/nothing").status()).isEqualTo(404);
        assertThat(anna.open("/desk/votes/_").status()).isEqualTo(404);
    }

    @Test
    void releasedVotesCountEveryReaderSeesWhyAndTheAuditSaysWho() {
        Page done = press("RELEASED", REASON, 2, 0);
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.location()).isEqualTo("/desk/votes/aider");
        assertThat(tally()).isEqualTo("7 0 0");
        assertThat(anna.open("/desk/votes/aider").text("main")).contains("Held 0 votes")
                .contains("2 votes released (2 ship / 0 skip).").contains(REASON).doesNotContain("Decide on");

        Page log = pages.get("/method/moderation");
        assertThat(log.text("ol.list li")).startsWith("Aider ")
                .endsWith("An editor released 2 held votes: 2 ship / 0 skip. Reason: " + REASON);
        assertThat(log.html().select("ol.list li").getFirst().select("a").attr("href")).isEqualTo("/tools/aider");
        assertThat(log.source()).doesNotContain("Anna").doesNotContain(anna.email());
        assertThat(log.text(".notice")).isEqualTo("No vote is held now.");
        HtmlChecker.assertValid(log);
        assertThat(jdbc.sql("""
                select who || ': ' || what || ': ' || about_label || ': ' || reason || ': ' || (detail ->> 'ship')
                  from audit order by id desc limit 1
                """).query(String.class).single()).isEqualTo("Anna: released held votes: Aider: " + REASON + ": 2");
    }

    @Test
    void whoseVoteIsDiscardedHasNoneAndMayVoteAgain() {
        Person last = flood("aider", 1);
        assertThat(last.open("/tools/aider").text("#vote-aider")).contains("Your vote is held");

        assertThat(press("DISCARDED", REASON, 3, 0).status()).isEqualTo(303);

        assertThat(tally()).isEqualTo("5 0 0");
        assertThat(last.open("/tools/aider").text("#vote-aider")).doesNotContain("held");
        last.vote("aider", "skip");
        assertThat(tally()).as("still too many from that network").isEqualTo("5 0 1");
        last.at("198.51.100.200").vote("aider", "none");
        last.vote("aider", "skip");
        assertThat(tally()).isEqualTo("5 1 0");
        assertThat(pages.get("/tools/aider").html().select(".vote-more")).isEmpty();
    }

    @Test
    void aToolWithHeldVotesLeadsReadersToTheLog() {
        assertThat(pages.get("/tools/aider").html().select(".vote-more a").attr("href"))
                .isEqualTo("/method/moderation");
        assertThat(pages.get("/method").html().select("main a[href=/method/moderation]")).isNotEmpty();
        assertThat(pages.get("/method/moderation").text(".notice")).isEqualTo("2 votes are held now.");
        assertThat(pages.get("/method/moderation?before=0").text("main")).contains("There is nothing older.");
        assertThat(pages.get("/method/moderation?before=x").status()).isEqualTo(400);
    }

    @Test
    void whoDecidesOnAnOldPageIsToldWhatIsThereNow() {
        flood("aider", 1);

        Page stale = press("DISCARDED", REASON, 2, 0);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("[role=alert]")).contains("Held on Aider now: 3 votes, 3 ship / 0 skip.");
        assertThat(stale.html().select("textarea").val()).isEqualTo(REASON);
        assertThat(stale.html().select("input[name=ships]").val()).isEqualTo("3");
        HtmlChecker.assertValid(stale);
        Page htmx = anna.pressByHtmx("/desk/votes/aider", "act", "DISCARDED", "reason", REASON, "ships", "2", "skips",
                "0");
        assertThat(htmx.status()).isEqualTo(409);
        assertThat(htmx.text(".form-error")).contains("now: 3 votes");
        Page again = anna.open(htmx.html().select(".form-error a").attr("href"));
        assertThat(again.html().select("textarea").val()).isEqualTo(REASON);
        assertThat(tally()).isEqualTo("5 0 3");
    }

    @Test
    void withoutAReasonNothingHappens() {
        Page page = press("DISCARDED", "  ", 2, 0);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("[role=alert]")).isEqualTo("Say why: readers see the reason.");
        HtmlChecker.assertValid(page);
        assertThat(anna.pressByHtmx("/desk/votes/aider", "act", "DISCARDED", "reason", "", "ships", "2", "skips", "0")
                .status()).isEqualTo(422);
        assertThat(press("DISCARDED", "x".repeat(501), 2, 0).status()).isEqualTo(422);
        assertThat(press("BURNT", REASON, 2, 0).status()).isEqualTo(400);
        assertThat(anna.press("/desk/votes/aider", "act", "RELEASED", "reason", REASON, "ships", "2", "skips", "0",
                "from", "yesterday").status()).isEqualTo(400);
        assertThat(tally()).isEqualTo("5 0 2");
    }

    @Test
    void aBurstIsDecidedOnByItself() {
        jdbc.sql("update vote set cast_at = cast_at - interval '1 day' where held and visitor_id = "
                + "(select visitor_id from vote where held limit 1)").update();
        Page tool = anna.open("/desk/votes/aider");
        assertThat(tool.html().select("form[action=/desk/votes/aider]")).hasSize(3);
        var form = tool.html().select(".desk-votes-burst form").getFirst();

        Page done = anna.pressByHtmx("/desk/votes/aider", "act", "DISCARDED", "reason", REASON, "ships",
                form.select("[name=ships]").val(), "skips", form.select("[name=skips]").val(), "from",
                form.select("[name=from]").val(), "to", form.select("[name=to]").val());

        assertThat(done.text(".notice-good")).isEqualTo("1 vote is discarded.");
        assertThat(done.text("#held")).contains("Held 1 vote").contains("Decide on this vote");
        assertThat(tally()).isEqualTo("5 0 1");
    }

    @Test
    void whereOlderBurstsAreNotDrawnThePageSaysHowManyVotesThatAre() {
        assertThat(anna.open("/desk/votes/aider").html().select("[data-votes-older]")).isEmpty();
        flood("aider", 11);
        jdbc.sql("""
                update vote v set cast_at = v.cast_at - make_interval(days => d.day)
                  from (select visitor_id, row_number() over (order by visitor_id)::int - 1 as day from vote where held) d
                 where v.visitor_id = d.visitor_id
                """).update();

        Page tool = anna.open("/desk/votes/aider");

        assertThat(tool.html().select(".desk-votes-burst")).hasSize(10);
        assertThat(tool.text("[data-votes-older]"))
                .startsWith("These are the latest 10 bursts. 3 votes in older ones are");
    }

    @Test
    void aMomentAtWhichNoVoteCanHaveBeenCastIsRefused() {
        for (String from : new String[]{ "+300000-01-01T00:00:00Z", "-300000-01-01T00:00:00Z" }) {
            Page refused = anna.pressByHtmx("/desk/votes/aider", "act", "RELEASED", "reason", REASON, "ships", "1",
                    "skips", "0", "from", from);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text(".form-error")).contains("No vote was cast at that time.");
        }
    }

    @Test
    void withoutItsRowInTheAuditNothingIsDecided() {
        long lines = lines();
        jdbc.sql("alter table audit add constraint broken check (what <> 'released held votes') not valid").update();
        try {
            assertThat(press("RELEASED", REASON, 2, 0).status()).isGreaterThanOrEqualTo(400);
        } catch (AssertionError failed) {
            assertThat(failed).hasStackTraceContaining("broken");
        } finally {
            jdbc.sql("alter table audit drop constraint broken").update();
        }
        assertThat(tally()).isEqualTo("5 0 2");
        assertThat(lines()).isEqualTo(lines);
    }

    @Test
    void decisionsAmongVotesThatKeepComingLoseNone() throws InterruptedException {
        AtomicBoolean on = new AtomicBoolean(true);
        Thread voters = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 60 && on.get(); i++) {
                flood("aider", 1);
            }
        });
        int released = 0;
        try {
            for (int i = 0; i < 8; i++) {
                int held = jdbc.sql("select held from tally t join tool on id = t.tool_id where slug = 'aider'")
                        .query(Integer.class).single();
                released += press("RELEASED", REASON, held, 0).status() == 303 ? held : 0;
            }
        } finally {
            on.set(false);
            voters.join();
        }
        assertThat(tally()).isEqualTo(jdbc.sql("""
                select count(*) filter (where choice = 'SHIP' and not held) || ' '
                       || count(*) filter (where choice = 'SKIP' and not held) || ' ' || count(*) filter (where held)
                  from vote v join tool t on t.id = v.tool_id where t.slug = 'aider'
                """).query(String.class).single());
        assertThat(tally()).startsWith(5 + released + " 0 ");
    }

    private Person flood(String tool, int votes) {
        Person person = new Person(pages);
        for (int i = 0; i < votes; i++) {
            person = new Person(pages).at("203.0.113.99");
            person.vote(tool, "ship");
        }
        return person;
    }

    private Page press(String act, String reason, int ships, int skips) {
        return anna.press("/desk/votes/aider", "act", act, "reason", reason, "ships", String.valueOf(ships), "skips",
                String.valueOf(skips));
    }

    private String tally() {
        return jdbc
                .sql("select y.ships || ' ' || y.skips || ' ' || y.held from tally y join tool t on t.id = y.tool_id "
                        + "where t.slug = 'aider'")
                .query(String.class).single();
    }

    private long lines() {
        return jdbc.sql("select count(*) from moderation").query(Long.class).single();
    }
}

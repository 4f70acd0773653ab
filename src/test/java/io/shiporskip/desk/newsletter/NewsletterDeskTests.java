package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Desk;
import io.shiporskip.desk.Role;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@VisitorTest
@SuppressWarnings("NullAway.Init")
class NewsletterDeskTests {

    private static final String PATH = "/desk/newsletter";
    private static final String DEVIN = "/desk/newsletter/items/devin";

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    private Desk.SignedIn anna;

    @BeforeEach
    void anEditor() {
        asBefore();
        anna = desk.somebody(pages, "Anna", Role.EDITOR);
    }

    @AfterEach
    void asBefore() {
        for (String table : new String[]{ "delivery", "edition", "edition_plan", "edition_plan_dropped", "subscriber",
            "subscriber_day",
            "suppression", "news" }) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("insert into news (tool_id) select id from tool where published_on is not null").update();
    }

    @Test
    void anIntroductionIsSavedPreviewedAndNoted() {
        assertThat(anna.press(PATH + "/introduction", "introduction", "Hello,\r\n*all*.", "basis", "").location())
                .isEqualTo(PATH);
        assertThat(lastAct()).isEqualTo("Anna wrote the introduction of the coming edition");
        Page page = anna.open(PATH);
        assertThat(page.html().select("#letter-text").val()).isEqualTo("Hello,\n*all*.");
        assertThat(page.html().select("#letter-look em").text()).isEqualTo("all");

        long acts = acts();
        Page same = anna.pressByHtmx(PATH + "/introduction", "introduction", "Hello,\n*all*.", "basis", basis(page));
        assertThat(same.text(".desk-saved")).isEqualTo("Saved.");
        assertThat(acts()).as("nothing was changed").isEqualTo(acts);
        Page other = anna.pressByHtmx(PATH + "/introduction", "introduction", "Hello.", "basis", basis(page));
        assertThat(basis(other)).isNotEqualTo(basis(page));
        assertThat(other.html().select("html head title, textarea")).isEmpty();
    }

    @Test
    void theSecondEditorKeepsWhatWasTypedAndSeesTheOtherText() {
        Desk.SignedIn ben = desk.somebody(pages, "Ben", Role.EDITOR);
        String basis = basis(ben.open(PATH));
        anna.press(PATH + "/introduction", "introduction", "By Anna.", "basis", basis);

        Page plain = ben.press(PATH + "/introduction", "introduction", "By Ben.", "basis", basis);
        assertThat(plain.status()).isEqualTo(409);
        assertThat(plain.html().select("#letter-text").val()).isEqualTo("By Ben.");
        assertThat(plain.text(".desk-letter-theirs")).isEqualTo("By Anna.");
        Page htmx = ben.pressByHtmx(PATH + "/introduction", "introduction", "By Ben.", "basis", basis);
        assertThat(htmx.status()).isEqualTo(409);
        assertThat(htmx.text(".desk-letter-theirs")).isEqualTo("By Anna.");
        assertThat(htmx.source()).doesNotContain("<html");
        assertThat(anna.open(PATH).html().select("#letter-text").val()).isEqualTo("By Anna.");

        Page over = ben.pressByHtmx(PATH + "/introduction", "introduction", "By Ben.", "basis", basis, "over",
                htmx.html().select("button[name=over]").val());
        assertThat(over.status()).isEqualTo(200);
        assertThat(anna.open(PATH).html().select("#letter-text").val()).isEqualTo("By Ben.");
    }

    @Test
    void anIntroductionThatIsTooLongIsKeptInTheFieldAndNotSaved() {
        String text = "x".repeat(4001);
        Page plain = anna.press(PATH + "/introduction", "introduction", text, "basis", "");
        assertThat(plain.status()).isEqualTo(422);
        assertThat(plain.html().select("#letter-text").val()).isEqualTo(text);
        assertThat(plain.text("#letter-problem")).contains("at most 4,000 characters; this one has 4,001");
        assertThat(anna.pressByHtmx(PATH + "/introduction", "introduction", text, "basis", "").status()).isEqualTo(422);
        assertThat(anna.open(PATH).html().select("#letter-text").val()).isEmpty();
    }

    @Test
    void nothingThatIsWrittenRunsAnywhere() {
        String bad = "<script>alert(1)</script> <b onclick=x hx-get=/ style=color:red>b</b> [x](javascript:alert(1))";
        Page look = anna.pressByHtmx("/desk/markdown", "introduction", bad);
        anna.press(PATH + "/introduction", "introduction", bad, "basis", "");
        for (Page page : List.of(look, anna.open(PATH), anna.open(PATH + "/preview/html"))) {
            assertThat(page.html().select("script:not([src]), [onclick], [hx-get], a[href^=javascript]")).isEmpty();
            assertThat(page.html().select(".prose [style]")).isEmpty();
        }
    }

    @Test
    void aToolIsLeftOutAndPutBackEachWithItsRow() {
        assertThat(anna.press(DEVIN, "choice", "next").location()).isEqualTo(PATH);
        assertThat(lastAct()).isEqualTo("Anna kept for the edition after the coming one devin");
        Page again = anna.pressByHtmx(DEVIN, "choice", "never");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text(".form-error")).contains("nothing to tell of this tool any more");

        Page back = anna.pressByHtmx(DEVIN, "choice", "back");
        assertThat(back.text(".notice")).isEqualTo("Back in the coming edition.");
        assertThat(back.html().select("#back-devin")).isEmpty();
        assertThat(anna.press(DEVIN, "choice", "back").status()).isEqualTo(422);
        assertThat(anna.press(DEVIN, "choice", "perhaps").status()).isEqualTo(422);
        assertThat(anna.press(PATH + "/items/no%20slug", "choice", "next").status()).isEqualTo(422);
        assertThat(anna.press(PATH + "/items/no-such-tool", "choice", "next").status()).isEqualTo(422);

        Page never = anna.pressByHtmx(DEVIN, "choice", "never");
        assertThat(never.text("li:has(#back-devin) .list-maker")).isEqualTo("Never told");
    }

    @Test
    void thePageTakesAFewStatementsHoweverMuchThereIs() {
        assertThat(anna.open(PATH).statements()).isLessThanOrEqualTo(30);
        assertThat(anna.open(PATH + "/subscribers").statements()).isLessThanOrEqualTo(12);
    }

    @Test
    void theComingEditionIsPreviewedInBothParts() {
        anna.press(PATH + "/introduction", "introduction", "Look *here*.", "basis", "");
        Page page = anna.open(PATH + "/preview");
        assertThat(page.text("pre")).contains("Look here.").contains("number 1");
        Page html = anna.open(PATH + "/preview/html");
        assertThat(html.headers().getFirst("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox");
        assertThat(html.html().select(".letter em").text()).isEqualTo("here");
        assertThat(jdbc.sql("select count(*) from edition where number is not null").query(Long.class).single())
                .isZero();

        jdbc.sql("delete from news").update();
        assertThat(anna.open(PATH + "/preview").text("h1")).isEqualTo("There is nothing to preview");
        assertThat(anna.open(PATH + "/preview/html").status()).isEqualTo(404);
        assertThat(anna.open(PATH + "/editions/9/preview").status()).isEqualTo(404);
        assertThat(anna.pressByHtmx(PATH + "/test").text(".form-error")).contains("nothing to tell");
        assertThat(anna.open(PATH + "/send").html().select("main form")).isEmpty();
    }

    @Test
    void aMailForTryingOutSaysWhatTheServerSaidSoManyTimesAnHour() {
        Page own = anna.pressByHtmx(PATH + "/test", "to", "");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.text(".notice-good")).startsWith("Sent to " + anna.email() + ". The mail server said: ");
        assertThat(detail()).contains("their own address");
        assertThat(anna.press(PATH + "/test", "to", "ben@elsewhere.example").text("h1")).isEqualTo("The test is sent");
        assertThat(detail()).contains("an address at elsewhere.example").doesNotContain("ben");
        Page mistyped = anna.pressByHtmx(PATH + "/test", "to", "nobody");
        assertThat(mistyped.status()).isEqualTo(422);
        assertThat(mistyped.text(".form-error")).isEqualTo("Enter a valid e-mail address.");

        for (int i = 2; i < TestMailController.AN_HOUR; i++) {
            assertThat(anna.pressByHtmx(PATH + "/test").status()).isEqualTo(200);
        }
        Page tooMany = anna.pressByHtmx(PATH + "/test");
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.headers().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
        assertThat(tooMany.text(".form-error")).contains("10 mails for trying out within an hour");
        assertThat(desk.somebody(pages, "Ben", Role.EDITOR).pressByHtmx(PATH + "/test").status()).isEqualTo(200);
    }

    @Test
    void anEditionIsSentOnceAfterItWasAskedWhoGetsIt() {
        readers(1200);
        assertThat(anna.open(PATH + "/send").text("main form button"))
                .isEqualTo("Send it to 1,200 confirmed subscribers");

        String seen = anna.open(PATH + "/send").html().select("input[name=seen]").val();
        assertThat(anna.press(PATH + "/send", "seen", seen).location()).isEqualTo(PATH + "/editions/1");
        assertThat(lastAct()).isEqualTo("Anna sent edition 1");
        assertThat(anna.open(PATH + "/editions/1").text("h1")).isEqualTo("Edition 1");
        assertThat(anna.open(PATH + "/editions/1/preview").text("pre")).contains("number 1");
        assertThat(anna.pressByHtmx(PATH + "/editions/1/test").status()).isEqualTo(200);

        Page twice = anna.press(PATH + "/send");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text("main")).contains("There is nothing to tell");
        assertThat(anna.open(PATH).text("#before ~ .desk-letter-items")).contains("About to be sent: 0 sent");
    }

    @Test
    void anEditionThatSaysSomethingElseThanWasSeenIsNotSent() {
        String page = PATH + "/send";
        String seen = anna.open(page).html().select("input[name=seen]").val();
        anna.press(PATH + "/introduction", "introduction", "*Another* one.", "basis", "");
        Page refused = anna.press(page, "seen", seen);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("main")).contains("Nothing was sent.");
        assertThat(refused.html().select("main a[href=" + page + "]")).hasSize(1);
        assertThat(anna.press(page).status()).as("nothing was seen").isEqualTo(409);

        Page again = anna.open(page);
        assertThat(again.text("main .prose em")).isEqualTo("Another");
        String first = again.html().select("main .list-name").getFirst().text();
        String slug = anna.open(PATH).html().select("#letter-items a:containsOwn(" + first + ")").attr("href")
                .substring("/tools/".length());
        anna.press(PATH + "/items/" + slug, "choice", "next");
        assertThat(anna.press(page, "seen", again.html().select("input[name=seen]").val()).status()).isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from edition where number is not null").query(Integer.class).single())
                .isZero();
    }

    @Test
    void anotherMomentIsChosenOnceAndTakenBack() {
        Page past = anna.press(PATH + "/plan", "at", "2020-01-01T08:00");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.html().select("#letter-at").val()).isEqualTo("2020-01-01T08:00");
        assertThat(past.text("#letter-at-problem")).startsWith("That moment is past.");
        assertThat(anna.pressByHtmx(PATH + "/plan", "at", "tomorrow").text(".form-error"))
                .contains("Enter a day and a time");

        String at = Instant.now().plus(50, ChronoUnit.HOURS).toString().substring(0, 16);
        Page planned = anna.pressByHtmx(PATH + "/plan", "at", at);
        assertThat(planned.text(".notice")).isEqualTo("The coming edition is planned.");
        assertThat(planned.text(".desk-letter-due")).contains(at.substring(11) + " UTC");
        assertThat(lastAct()).isEqualTo("Anna planned the coming edition");
        assertThat(anna.press(PATH + "/plan/cancel").location()).isEqualTo(PATH);
        assertThat(lastAct()).isEqualTo("Anna gave back to the weekly time the coming edition");
        long acts = acts();
        anna.press(PATH + "/plan/cancel");
        assertThat(acts()).as("nothing was planned").isEqualTo(acts);
    }

    @Test
    void howFarAnEditionIsIsAskedUntilItsEnd() {
        UUID edition = edition("SENDING");
        delivery(edition, "SENT", "250 taken");
        delivery(edition, "WAITING", "");
        String path = PATH + "/editions/7";
        Page page = anna.open(path);
        assertThat(page.html().select("#letter-figures").attr("data-hx-trigger")).isEqualTo("every 2s");
        assertThat(page.html().select("svg[role=img]").attr("aria-label"))
                .isEqualTo("1 of 2 mails sent, 0 failed, 0 unknown, 0 dropped, 1 waiting.");
        Page poll = byHtmx(path + "?was=SENDING");
        assertThat(poll.html().select("#letter-figures")).hasSize(1);
        assertThat(poll.html().select("h1")).isEmpty();

        Page paused = anna.pressByHtmx(path + "/pause");
        assertThat(paused.html().select("#letter-figures").attr("data-hx-trigger")).isEmpty();
        assertThat(lastAct()).isEqualTo("Anna paused edition 7");
        assertThat(anna.pressByHtmx(path + "/pause").status()).isEqualTo(422);
        Page changed = byHtmx(path + "?was=SENDING");
        assertThat(changed.headers().getFirst("HX-Retarget")).isEqualTo("#letter-edition");
        assertThat(changed.text("[data-hx-swap-oob]")).isEqualTo("Edition 7 is paused.");

        assertThat(anna.press(path + "/resume").location()).isEqualTo(path);
        assertThat(lastAct()).isEqualTo("Anna resumed edition 7");
        assertThat(anna.press(path + "/resume").status()).isEqualTo(422);
        assertThat(anna.press(PATH + "/editions/9/pause").status()).isEqualTo(404);
    }

    @Test
    void whatNobodyKnowsIsDecidedOneByOneOrTogether() {
        UUID edition = edition("SENT");
        List<UUID> unknown = List.of(delivery(edition, "UNKNOWN", "no answer"),
                delivery(edition, "UNKNOWN", "no answer"),
                delivery(edition, "UNKNOWN", "no answer"));
        delivery(edition, "REFUSED", "550 5.1.1 no such user");
        String path = PATH + "/deliveries";
        Page page = anna.open(path + "?edition=7");
        assertThat(page.html().select("tbody tr")).hasSize(3);
        assertThat(page.text("tbody tr")).contains("reader").contains("no answer");
        assertThat(anna.open(path + "?kind=failed").text("tbody tr")).contains("Refused: 550 5.1.1 no such user");
        assertThat(anna.open(path + "?edition=8").text(".notice")).isEqualTo("There is nothing to decide.");

        assertThat(anna.pressByHtmx(path, "decision", "again").status()).isEqualTo(422);
        assertThat(anna.pressByHtmx(path, "one", "sent.x").status()).isEqualTo(422);
        assertThat(anna.pressByHtmx(path, "decision", "perhaps", "delivery", unknown.getFirst().toString()).status())
                .isEqualTo(422);
        Page one = anna.pressByHtmx(path, "one", "sent." + unknown.getFirst());
        assertThat(one.text(".notice")).isEqualTo("1 delivery taken as sent.");
        assertThat(lastAct()).isEqualTo("Anna took as sent 1 unknown delivery");
        assertThat(anna.pressByHtmx(path, "one", "sent." + unknown.getFirst()).text(".form-error"))
                .contains("decided about this before");
        assertThat(anna.press(path, "decision", "again", "delivery", unknown.get(1).toString(), "delivery",
                unknown.get(2).toString()).location()).isEqualTo(path + "?kind=unknown");
        assertThat(lastAct()).isEqualTo("Anna sent again 2 unknown deliveries");
        assertThat(anna.open(PATH + "/editions/7").text(".page-eyebrow")).endsWith("being sent");
    }

    @Test
    void whatNoPageSendsIsRefusedInASentenceOrMeansTheBeginning() {
        String id = UUID.randomUUID().toString();
        for (String one : new String[]{ id, "." + id, "perhaps." + id, "again", "again.x", "." }) {
            assertThat(anna.press(PATH + "/deliveries", "one", one).status()).as(one).isEqualTo(422);
        }
        for (String before : new String[]{ "x", "_", "%2B999999999-12-31T23:59:59Z_" + id,
            "-999999999-01-01T00:00:00Z_" + id, "2026-11-21T00:00:00Z_x" }) {
            Page page = anna.open(PATH + "/deliveries?before=" + before);
            assertThat(page.status()).as(before).isEqualTo(200);
        }
        long acts = acts();
        Page export = anna.press(PATH + "/subscribers/export", "state", "<b>everybody</b>");
        assertThat(export.status()).isEqualTo(422);
        assertThat(export.html().text()).contains("Choose waiting, confirmed or left");
        assertThat(acts()).isEqualTo(acts);
    }

    @Test
    void subscribersAreCountedFoundAndErasedWithoutATraceInTheAudit() {
        readers(60);
        Page page = anna.open(PATH + "/subscribers");
        assertThat(page.text(".desk-letter-counts")).startsWith("Confirmed 60");
        assertThat(page.html().select("tbody tr")).hasSize(50);
        Page older = anna.open(page.html().select("a:contains(Older)").attr("href"));
        assertThat(older.html().select("tbody tr")).hasSize(10);
        assertThat(page.html().select("svg[role=img]").eachAttr("aria-label")).last().asString()
                .startsWith("60 confirmed subscribers now; ");
        Page found = byHtmx(PATH + "/subscribers?q=READER7@");
        assertThat(found.html().select("tbody tr")).hasSize(1);
        assertThat(found.html().select("h1")).isEmpty();
        assertThat(anna.open(PATH + "/subscribers?q=nobody").text(".notice")).isEqualTo("Nobody is found.");

        String erase = found.html().select("tbody a").attr("href");
        assertThat(anna.open(erase).text("h1")).isEqualTo("Erase reader7@example.org?");
        assertThat(anna.press(erase).location()).isEqualTo(PATH + "/subscribers");
        assertThat(lastAct()).isEqualTo("Anna erased a subscriber");
        assertThat(jdbc.sql("select count(*) from audit a where a::text like '%reader7%'").query(Long.class).single())
                .isZero();
        assertThat(anna.press(erase).status()).isEqualTo(422);
        assertThat(anna.open(erase).status()).isEqualTo(404);
        assertThat(anna.open(PATH + "/subscribers").text(".desk-letter-counts")).contains("Suppressed 1");
    }

    @Test
    void whatIsFoundIsExportedAndNoSpreadsheetTakesItForAFormula() {
        readers(2);
        jdbc.sql("update subscriber set address = '=cmd|calc@example.org' where address like 'reader1@%'").update();
        Page all = anna.press(PATH + "/subscribers/export");
        assertThat(all.headers().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/csv;charset=UTF-8");
        assertThat(all.headers().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment; filename=\"subscribers-");
        assertThat(all.source().lines()).hasSize(3).first()
                .isEqualTo("address,state,signed_up_at,confirmed_at,left_at");
        assertThat(all.source()).contains("\n'=cmd|calc@example.org,Confirmed,").contains("\nreader2@example.org,");
        assertThat(lastAct()).isEqualTo("Anna exported the list of subscribers");
        assertThat(anna.press(PATH + "/subscribers/export", "q", "reader").source().lines()).hasSize(2);
    }

    private Page byHtmx(String path) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("HX-Request", "true");
        headers.set(HttpHeaders.COOKIE, anna.person().cookie());
        return pages.send("GET", path, headers);
    }

    private static String basis(Page page) {
        return page.html().select("input[name=basis]").val();
    }

    private void readers(int many) {
        jdbc.sql("""
                insert into subscriber (address, state, signed_up_at, asked_at, confirmed_at)
                select 'reader' || n || '@example.org', 'CONFIRMED', now(), now(), now() from generate_series(1, :many) n
                """).param("many", many).update();
    }

    private UUID edition(String state) {
        return jdbc.sql("""
                insert into edition (state, number, first_day, last_day, content, composed_at, sent_at)
                values (:state, 7, '2026-01-01', '2026-01-07', '{"verdicts": [], "more": 0}', now(),
                        case when :state = 'SENT' then now() end)
                returning id
                """).param("state", state).query(UUID.class).single();
    }

    private UUID delivery(UUID edition, String state, String answer) {
        return jdbc.sql("""
                with reader as (
                    insert into subscriber (address, state, signed_up_at, asked_at, confirmed_at)
                    values ('reader-' || gen_random_uuid() || '@example.org', 'CONFIRMED', now(), now(), now()) returning id)
                insert into delivery (edition_id, subscriber_id, state, due_at, attempts, changed_at, answer)
                select :edition, id, :state, now(), 1, now(), :answer from reader returning id
                """).param("edition", edition).param("state", state).param("answer", answer).query(UUID.class).single();
    }

    private String lastAct() {
        return jdbc.sql("select who || ' ' || what || ' ' || about_label from audit order by id desc limit 1")
                .query(String.class).single();
    }

    private String detail() {
        return jdbc.sql("select detail::text from audit order by id desc limit 1").query(String.class).single();
    }

    private long acts() {
        return jdbc.sql("select count(*) from audit").query(Long.class).single();
    }
}

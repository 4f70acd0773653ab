package io.shiporskip.desk.tools;

import io.shiporskip.desk.Desk;
import io.shiporskip.desk.Desk.SignedIn;
import io.shiporskip.desk.Role;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.VisitorTest;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@VisitorTest
@TestPropertySource(properties = { "db-scheduler.enabled=true", "db-scheduler.polling-interval=100ms" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class WritingTests {

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    private SignedIn anna;
    private SignedIn ben;

    @BeforeAll
    void twoEditors() {
        anna = desk.somebody(pages, "Anna", Role.EDITOR);
        ben = desk.somebody(pages, "Ben", Role.EDITOR);
    }

    @Test
    void aNewToolIsWrittenPreviewedAndPublishedWithoutJavaScript() {
        String path = anna.open("/desk/new-tool").location();
        assertThat(path).startsWith("/desk/tools/").endsWith("?new=yes");
        Form sheet = form(anna.open(path)).with(sound("quillwork-a"));
        assertThat(sheet.send(anna).location()).isEqualTo(path.replace("?new=yes", ""));
        path = path.replace("?new=yes", "");
        assertThat(anna.open("/desk/tools").text("section[aria-labelledby=drafts]")).contains("Tool quillwork-a New");
        assertThat(pages.get("/tools/quillwork-a").status()).isEqualTo(404);

        form(anna.open(path + "/takes/builder"))
                .with(Map.of("verdict", "SHIP", "score", "84", "text", "I **like** it."))
                .send(anna);
        assertThat(anna.open(path).text("#parts")).contains("Builder ship 84").contains("Skeptic no take");

        Page preview = anna.open(path + "/preview");
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text(".page-preview")).startsWith("Preview. Not published.");
        assertThat(preview.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(pages.get("/tools/quillwork-a").status()).as("the preview leaves nothing").isEqualTo(404);

        assertThat(goOut(anna, path, "when", "now").location()).isEqualTo("/desk/tools?done=quillwork-a");
        Page published = pages.get("/tools/quillwork-a");
        assertThat(published.status()).isEqualTo(200);
        assertThat(preview.html().select("main").outerHtml()
                .replaceAll("(?s)<section[^>]*aria-labelledby=\"history\".*", ""))
                .isEqualTo(published.html().select("main").outerHtml()
                        .replaceAll("(?s)<section[^>]*aria-labelledby=\"history\".*", ""));
        assertThat(published.html().select(".page-preview")).isEmpty();
        assertThat(drafts("quillwork-a")).isZero();
        assertThat(audited("Tool quillwork-a")).containsExactly("began a draft", "published");
    }

    @Test
    void aDraftOfAPublishedToolBeginsWithTheFirstSaveAndChangesNothingUntilItIsPublishedWithAReason() {
        publish("quillwork-b");
        anna.open("/desk/tools/quillwork-b");
        assertThat(drafts("quillwork-b")).isZero();
        form(anna.open("/desk/tools/quillwork-b")).send(anna);
        assertThat(drafts("quillwork-b")).as("what is as published is no draft").isZero();

        form(anna.open("/desk/tools/quillwork-b")).with(Map.of("tagline", "Something else by now")).send(anna);
        assertThat(drafts("quillwork-b")).isEqualTo(1);
        assertThat(pages.get("/tools/quillwork-b").source()).doesNotContain("Something else by now");
        Page refused = goOut(anna, "/desk/tools/quillwork-b", "reason", " ");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#reason-problem")).isEqualTo("Say why: readers see the reason.");
        assertThat(goOut(anna, "/desk/tools/quillwork-b", "reason", "It was wrong.", "correction", "true")
                .status()).isEqualTo(303);
        assertThat(pages.get("/tools/quillwork-b").source()).contains("Something else by now");
        assertThat(pages.get("/corrections").source()).contains("It was wrong.");
        assertThat(audited("Tool quillwork-b")).endsWith("began a draft", "changed");
    }

    @Test
    void whatIsIncompleteIsKeptAndRefusedWithEachProblemAtItsField() {
        String path = anna.open("/desk/new-tool").location().replace("?new=yes", "");
        form(anna.open(path + "?new=yes")).with(Map.of("name", "Half", "website", "http://x", "plan-0-name", "Pro",
                "plan-0-amount", "cheap", "plan-0-currency", "USD", "plan-0-period", "MONTH")).send(anna);
        for (Page page : List.of(goOut(anna, path, "when", "now"), anna.open(path + "/preview"))) {
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.html().select("section[aria-labelledby=problems] a[href$='?check=yes#website']"))
                    .hasSize(1);
            assertThat(page.html().select("section[aria-labelledby=problems] a[href$='?check=yes#plan-0-amount']"))
                    .hasSize(1);
        }
        Page checked = anna.open(path + "?check=yes");
        assertThat(checked.text("#website-problem")).isEqualTo("Give an address that begins with https://.");
        assertThat(checked.html().select("#website").attr("aria-invalid")).isEqualTo("true");
        assertThat(checked.html().select("#plan-0-amount").val()).isEqualTo("cheap");
        assertThat(goOut(anna, path, "when", "later", "at", later()).status()).isEqualTo(422);

        assertThat(anna.press(path + "/discard").location()).isEqualTo("/desk/tools");
        assertThat(anna.open(path).status()).isEqualTo(404);
    }

    @Test
    void anAddressThatAnotherToolHasIsRefusedAtItsField() {
        String path = anna.open("/desk/new-tool").location().replace("?new=yes", "");
        form(anna.open(path + "?new=yes")).with(sound("quillwork-c")).with(Map.of("slug", "devin")).send(anna);
        Page refused = goOut(anna, path, "when", "now");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("section[aria-labelledby=problems]"))
                .contains("Another tool has or had the address devin.");
    }

    @Test
    void theSecondOfTwoEditorsKeepsWhatWasTypedAndSeesBothTexts() {
        publish("quillwork-d");
        String path = "/desk/tools/quillwork-d";
        Form first = form(anna.open(path));
        Form second = form(ben.open(path));
        first.with(Map.of("tagline", "What Anna says")).send(anna);

        second.with(Map.of("tagline", "What Ben says"));
        Page plain = second.send(ben);
        assertThat(plain.status()).isEqualTo(409);
        assertThat(plain.text("#conflict h2")).startsWith("Anna saved this on");
        assertThat(plain.text(".desk-tools-beside")).contains("What Anna says").contains("What Ben says");
        assertThat(plain.html().select("#tagline").val()).isEqualTo("What Ben says");
        Page htmx = second.sendByHtmx(ben);
        assertThat(htmx.status()).isEqualTo(409);
        assertThat(htmx.html().select("h1")).isEmpty();
        assertThat(htmx.html().select("ins").text()).isEqualTo("Ben");
        assertThat(anna.open(path).html().select("#tagline").val()).isEqualTo("What Anna says");

        Page kept = form(plain).with(Map.of("over", htmx.html().select("button[name=over]").val())).send(ben);
        assertThat(kept.status()).isEqualTo(303);
        assertThat(anna.open(path).html().select("#tagline").val()).isEqualTo("What Ben says");
        assertThat(first.with(Map.of("tagline", "Anna again")).send(anna).status()).as("now Anna is second")
                .isEqualTo(409);
    }

    @Test
    void twoPartsDoNotMeetAndAnAnswerThatGotLostIsNoConflictWithOneself() {
        publish("quillwork-e");
        String path = "/desk/tools/quillwork-e";
        Form sheet = form(anna.open(path)).with(Map.of("tagline", "One"));
        Form take = form(ben.open(path + "/takes/skeptic")).with(Map.of("verdict", "SKIP", "text", "No."));
        assertThat(sheet.send(anna).status()).isEqualTo(303);
        assertThat(take.send(ben).status()).isEqualTo(303);
        // The form still names the version that it was opened at.
        assertThat(sheet.with(Map.of("tagline", "Two")).sendByHtmx(anna).status()).isEqualTo(200);
        assertThat(take.with(Map.of("text", "Not yet.")).sendByHtmx(ben).status()).isEqualTo(200);
        assertThat(form(ben.open(path + "/takes/skeptic")).fields().get("text")).isEqualTo("Not yet.");
    }

    @Test
    void aPageThatWasOpenedBeforeAPublicationDoesNotOverwriteIt() {
        publish("quillwork-f");
        String path = "/desk/tools/quillwork-f";
        Form old = form(ben.open(path)).with(Map.of("tagline", "From an old page"));
        form(anna.open(path)).with(Map.of("tagline", "Published meanwhile")).send(anna);
        goOut(anna, path, "reason", "Newer.");
        assertThat(old.send(ben).status()).isEqualTo(409);

        String fresh = anna.open("/desk/new-tool").location().replace("?new=yes", "");
        form(anna.open(fresh + "?new=yes")).with(Map.of("name", "Short-lived")).send(anna);
        Form open = form(anna.open(fresh));
        anna.press(fresh + "/discard");
        Page gone = open.with(Map.of("name", "Still typed")).send(anna);
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.source()).contains("Still typed");
    }

    @Test
    void rowsAreAddedAndTakenOutWithOrWithoutJavaScript() {
        publish("quillwork-g");
        String path = "/desk/tools/quillwork-g";
        Form sheet = form(anna.open(path));
        assertThat(sheet.with(Map.of("do", "more-plans")).send(anna).location()).isEqualTo(path + "#plans");
        Form two = form(anna.open(path)).with(Map.of("do", "more-plans"));
        Page htmx = two.sendByHtmx(anna);
        assertThat(htmx.headers().getFirst("HX-Retarget")).isEqualTo("#plans");
        assertThat(htmx.html().select("#plans fieldset")).hasSize(2);
        assertThat(htmx.html().select("#plan-1-name").hasAttr("autofocus")).isTrue();
        assertThat(htmx.html().select("#state[data-hx-swap-oob] input[name=version]")).hasSize(1);
        form(anna.open(path)).with(Map.of("do", "without-plan-0")).send(anna);
        assertThat(anna.open(path).html().select("#plans fieldset")).hasSize(1);
        form(anna.open(path)).with(Map.of("do", "checked-LICENCE")).send(anna);
        assertThat(anna.open(path).html().select("#fact-LICENCE-checked").val()).isEqualTo(today());
        Form take = form(anna.open(path + "/takes/builder")).with(Map.of("verdict", "SHIP", "do", "more-claims"));
        assertThat(take.sendByHtmx(anna).html().select("#claims fieldset")).hasSize(1);
        assertThat(form(anna.open(path)).with(Map.of("then", "publish")).sendByHtmx(anna).headers()
                .getFirst("HX-Redirect")).isEqualTo(path + "/publish");
    }

    @Test
    void aScheduledDraftGoesOutAsItStandsThenOnBehalfOfWhoScheduledIt() {
        publish("quillwork-h");
        String path = "/desk/tools/quillwork-h";
        form(anna.open(path)).with(Map.of("tagline", "Scheduled")).send(anna);
        Page past = goOut(anna, path, "when", "later", "at", "2020-01-01T00:00", "reason", "Later.");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.text("#at-problem")).isEqualTo("Give a day and time that lie ahead, within a year.");
        String at = Instant.now().plusSeconds(3).atOffset(ZoneOffset.UTC).toLocalDateTime()
                .truncatedTo(ChronoUnit.MILLIS).toString();
        assertThat(goOut(anna, path, "when", "later", "at", at, "reason", "Later.").status())
                .isEqualTo(303);
        assertThat(anna.open("/desk/tools?state=scheduled").text("main")).contains("Goes out on");
        form(ben.open(path)).with(Map.of("tagline", "Saved after scheduling")).send(ben);
        await().until(() -> pages.get("/tools/quillwork-h").source().contains("Saved after scheduling"));
        assertThat(drafts("quillwork-h")).isZero();
        assertThat(jdbc.sql("""
                select r.who from revision r join tool t on t.id = r.tool_id
                 where t.slug = 'quillwork-h' order by r.number desc limit 1
                """).query(String.class).single()).isEqualTo("Anna");
    }

    @Test
    void whatCannotGoOutStaysADraftAndSaysWhyAndWhatIsTakenBackStays() {
        publish("quillwork-i");
        String path = "/desk/tools/quillwork-i";
        form(anna.open(path)).with(Map.of("tagline", "Scheduled")).send(anna);
        String at = Instant.now().plusSeconds(2).atOffset(ZoneOffset.UTC).toLocalDateTime()
                .truncatedTo(ChronoUnit.MILLIS).toString();
        goOut(anna, path, "when", "later", "at", at, "reason", "Later.");
        form(anna.open(path)).with(Map.of("website", "nowhere")).send(anna);
        await().until(() -> anna.open("/desk/tools?state=scheduled").text("main")
                .contains("Not published: Give an address that begins with https://."));
        assertThat(anna.open(path).text("#state")).contains("Not published:");
        assertThat(audited("Tool quillwork-i")).endsWith("could not publish");

        form(anna.open(path)).with(Map.of("website", "https://example.org/i")).send(anna);
        goOut(anna, path, "when", "later", "at", later(), "reason", "Later.");
        assertThat(anna.open(path + "/publish").text("section[aria-labelledby=scheduled]"))
                .contains(String.valueOf(LocalDate.now(ZoneOffset.UTC).plusDays(90).getYear()), ", 00:00 UTC", "Anna");
        anna.press(path + "/unschedule");
        assertThat(anna.open(path + "/publish").html().select("section[aria-labelledby=scheduled]")).isEmpty();
        assertThat(drafts("quillwork-i")).isEqualTo(1);
    }

    @Test
    void aFactIsCheckedInOneClickForReadersAndInTheDraft() {
        publish("quillwork-j");
        String path = "/desk/tools/quillwork-j";
        form(anna.open(path)).with(Map.of("tagline", "A draft beside it")).send(anna);
        Form open = form(ben.open(path + "/takes/builder"));
        assertThat(anna.press(path + "/facts/LICENCE/checked").status()).isEqualTo(303);
        assertThat(jdbc.sql("""
                select f.checked_on from fact f join tool t on t.id = f.tool_id
                 where t.slug = 'quillwork-j' and f.aspect = 'LICENCE'
                """).query(LocalDate.class).single()).isEqualTo(today());
        assertThat(anna.open(path).html().select("#fact-LICENCE-checked").val()).isEqualTo(today());
        assertThat(open.with(Map.of("verdict", "SHIP", "text", "Yes.")).send(ben).status()).isEqualTo(303);
        assertThat(goOut(anna, path, "reason", "Both.").status()).as("no conflict by that").isEqualTo(303);
        assertThat(anna.pressByHtmx(path + "/facts/HARDWARE/checked").status()).isEqualTo(422);
    }

    @Test
    void shelvesAreAddedToChangedAndOffered() {
        assertThat(anna.press("/desk/shelves/MAKER", "name", "Quill Labs", "website", "https://example.org").status())
                .isEqualTo(303);
        assertThat(anna.open("/desk/shelves?q=quill").text("section[aria-labelledby=makers]")).contains("Quill Labs");
        assertThat(anna.press("/desk/shelves/MAKER", "name", "Quill Labs", "website", "https://example.org").status())
                .isEqualTo(422);
        assertThat(anna.press("/desk/shelves/MAKER", "name", "X", "website", "http://example.org").status())
                .isEqualTo(422);
        String read = anna.open("/desk/shelves?q=quill").html()
                .select("form:has(input[name=slug][value=quill-labs]) input[name=version]").val();
        assertThat(anna.press("/desk/shelves/MAKER", "slug", "quill-labs", "version", read, "name", "Quill Works",
                "website", "https://example.org").status()).isEqualTo(303);
        String[] bens = { "slug", "quill-labs", "version", read, "name", "Quill House", "website",
            "https://example.com" };
        Page plain = ben.press("/desk/shelves/MAKER", bens);
        assertThat(plain.status()).isEqualTo(409);
        assertThat(plain.text(".desk-tools-beside")).contains("Quill Works", "Quill House");
        assertThat(plain.html().select("#name-again").val()).isEqualTo("Quill House");
        Page htmx = ben.pressByHtmx("/desk/shelves/MAKER", bens);
        assertThat(htmx.status()).isEqualTo(409);
        assertThat(htmx.html().select("h1")).isEmpty();
        assertThat(anna.open("/desk/shelves/MAKER/names?q=quill").html().select("li[data-slug=quill-labs]").text())
                .contains("Quill Works");
        String[] again = Arrays.copyOf(bens, bens.length + 2);
        again[bens.length] = "over";
        again[bens.length + 1] = htmx.html().select("button[name=over]").val();
        assertThat(ben.press("/desk/shelves/MAKER", again).status()).isEqualTo(303);
        assertThat(ben.press("/desk/shelves/MAKER", bens).status()).as("it says that already").isEqualTo(303);
        assertThat(audited("Quill House")).containsExactly("changed the maker");
        assertThat(jdbc.sql("select detail::text from audit where about_label = 'Quill House'").query(String.class)
                .single()).contains("Quill Works → Quill House", "https://example.org → https://example.com");
        assertThat(audited("Quill Labs")).containsExactly("added the maker");
    }

    @Test
    void theListIsSearchedFilteredAndTurnedPageByPage() {
        assertThat(anna.open("/desk/tools?q=DEVIN").text("section[aria-labelledby=tools]")).contains("Devin");
        assertThat(anna.open("/desk/tools?q=%25").text("main")).contains("Nothing here");
        for (String state : List.of("all", "draft", "scheduled", "published", "withdrawn", "stale", "other")) {
            Page page = anna.open("/desk/tools?state=" + state + "&after=Devin%20devin");
            assertThat(page.status()).as(state).isEqualTo(200);
            assertThat(page.text("section[aria-labelledby=tools]")).doesNotContain("Aider");
        }
        assertThat(anna.open("/desk/tools/nothing-here").status()).isEqualTo(404);
        assertThat(anna.open("/desk/tools/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(anna.open("/desk/tools/devin/takes/nobody").status()).isEqualTo(404);
    }

    @Test
    void whatNobodyLookedAtIsNotPublished() {
        publish("quillwork-k");
        String path = "/desk/tools/quillwork-k";
        form(anna.open(path)).with(Map.of("tagline", "What Anna looked at")).send(anna);
        String seen = anna.open(path + "/publish").html().select("input[name=seen]").val();
        form(ben.open(path + "/takes/builder")).with(Map.of("verdict", "SHIP", "score", "12", "text", "Unseen."))
                .send(ben);
        for (String when : List.of("now", "later")) {
            Page refused = anna.press(path + "/publish", "seen", seen, "when", when, "at", later(), "reason",
                    "As I read it.");
            assertThat(refused.status()).as(when).isEqualTo(409);
            assertThat(refused.text("[role=alert]")).contains("Builder saved on", "by Ben")
                    .doesNotContain("Tool saved");
            assertThat(refused.html().select("#reason").val()).isEqualTo("As I read it.");
            assertThat(refused.html().select("[role=alert] a[href$='/takes/builder']")).hasSize(1);
        }
        assertThat(anna.press(path + "/publish", "reason", "Without having looked.").status()).isEqualTo(409);
        assertThat(pages.get("/tools/quillwork-k").source()).doesNotContain("What Anna looked at");
        assertThat(drafts("quillwork-k")).isEqualTo(1);
        assertThat(goOut(anna, path, "reason", "As I read it.").status()).isEqualTo(303);
        assertThat(pages.get("/tools/quillwork-k").source()).contains("What Anna looked at", "Unseen.");
    }

    @Test
    void aChangeIsShownBeforeItsReasonIsGivenAndNothingNewIsNotPublished() {
        publish("quillwork-l");
        String path = "/desk/tools/quillwork-l";
        form(anna.open(path)).with(Map.of("tagline", "Another line")).send(anna);
        assertThat(anna.open(path + "/preview").text("main")).contains("Another line");
        form(anna.open(path)).with(Map.of("tagline", sound("quillwork-l").get("tagline"))).send(anna);
        List<String> before = audited("Tool quillwork-l");
        Page nothing = goOut(anna, path, "reason", "Why not.");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text("[role=alert]")).contains("Nothing is new: readers have all of it already.");
        assertThat(anna.open(path + "/history").html().select(".desk-history > li")).hasSize(1);
        anna.press(path + "/facts/LICENCE/checked");
        assertThat(anna.press(path + "/facts/LICENCE/checked").status()).isEqualTo(303);
        assertThat(audited("Tool quillwork-l").subList(before.size(), before.size() + 1))
                .containsExactly("checked a fact");
        assertThat(audited("Tool quillwork-l")).hasSize(before.size() + 1);
    }

    @Test
    void anEarlierSaveOfAPageDoesNotTakeThePlaceOfALaterOne() {
        publish("quillwork-m");
        String path = "/desk/tools/quillwork-m";
        Form sheet = form(anna.open(path));
        sheet.with(Map.of("turn", "2", "tagline", "The last word")).sendByHtmx(anna);
        assertThat(sheet.with(Map.of("turn", "1", "tagline", "Late on its way")).sendByHtmx(anna).status())
                .isEqualTo(200);
        assertThat(anna.open(path).html().select("#tagline").val()).isEqualTo("The last word");
        Page saved = sheet.with(Map.of("turn", "3", "tagline", "A word more", "name", "Quill M")).sendByHtmx(anna);
        assertThat(saved.html().select("#title[data-hx-swap-oob]").text()).isEqualTo("Quill M");
        assertThat(form(anna.open(path)).fields().get("tagline")).isEqualTo("A word more");
        assertThat(sheet.with(Map.of("turn", "nonsense", "tagline", "x")).sendByHtmx(anna).status()).isEqualTo(200);
        form(anna.open(path + "/takes/builder")).with(Map.of("turn", "9".repeat(30), "text", "y")).send(anna);
        assertThat(form(anna.open(path + "/takes/builder")).fields().get("text")).isEqualTo("y");
    }

    @Test
    void anAddressThatIsNonsenseIsNoFault() {
        assertThat(anna.press("/desk/tools/devin/takes/nobody", "text", "x").status()).isEqualTo(404);
        for (String after : List.of("+999999999-12-31T23:59:59Z", "%2B999999999-12-31T23:59:59Z%20" + UUID.randomUUID(),
                "nonsense", "2026-01-01T00:00:00Z%20x")) {
            assertThat(anna.open("/desk/tools?state=draft&after=" + after).status()).as(after).isEqualTo(200);
        }
        assertThat(anna.open("/desk/tools?after=A%20tool%20that%20is%20gone%20gone")
                .text("section[aria-labelledby=tools]"))
                .as("goes on where it was").contains("Devin").doesNotContain("2cents");
        publish("quillwork-n");
        String path = "/desk/tools/quillwork-n";
        form(anna.open(path)).with(Map.of("tagline", "Far away")).send(anna);
        for (String at : List.of("+999999999-12-31T23:59", "9999-01-01T00:00", "2020-01-01T00:00", "soon", "")) {
            Page refused = goOut(anna, path, "when", "later", "at", at, "reason", "Later.");
            assertThat(refused.status()).as(at).isEqualTo(422);
            assertThat(refused.html().select("#at-problem")).as(at).hasSize(1);
        }
    }

    @Test
    void whatIsShownOfATextIsSafe() {
        Page shown = anna.pressByHtmx("/desk/markdown", "text",
                "**b** <script>alert(1)</script> [x](javascript:alert(1))");
        assertThat(shown.html().select("script, a[href^=javascript]")).isEmpty();
        assertThat(shown.html().select("strong").text()).isEqualTo("b");
    }

    private void publish(String slug) {
        String path = anna.open("/desk/new-tool").location().replace("?new=yes", "");
        form(anna.open(path + "?new=yes")).with(sound(slug)).send(anna);
        assertThat(goOut(anna, path, "when", "now").location()).isEqualTo("/desk/tools?done=" + slug);
    }

    /** Presses the button on the page that is there now. */
    private static Page goOut(SignedIn who, String path, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("seen");
        all.add(who.open(path + "/publish").html().select("input[name=seen]").val());
        return who.press(path + "/publish", all.toArray(String[]::new));
    }

    private static String later() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(90) + "T00:00";
    }

    private static Map<String, String> sound(String slug) {
        return Map.ofEntries(Map.entry("name", "Tool " + slug), Map.entry("slug", slug), Map.entry("maker", "Cursor"),
                Map.entry("category", "developer-tools"), Map.entry("kind", "coding-agent"),
                Map.entry("tagline", "What " + slug + " does"), Map.entry("bestFor", "Whoever tests a desk"),
                Map.entry("entry", "FREE"), Map.entry("website", "https://example.org/" + slug),
                Map.entry("description", "What " + slug + " is."), Map.entry("fact-LICENCE-value", "MIT"),
                Map.entry("fact-LICENCE-source", "https://example.org/licence"),
                Map.entry("fact-LICENCE-checked", "2026-10-01"));
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    private int drafts(String slug) {
        return jdbc.sql("select count(*) from draft where fields->>'slug' = :slug").param("slug", slug)
                .query(Integer.class).single();
    }

    private List<String> audited(String label) {
        return jdbc.sql("select what from audit where about_label = :label order by id").param("label", label)
                .query(String.class).list();
    }

    /** The form of a page, as a browser would send it. */
    private static Form form(Page page) {
        assertThat(page.status()).isIn(200, 409);
        Map<String, String> fields = new LinkedHashMap<>();
        FormElement form = page.html().expectForm("form[data-write]");
        form.formData().forEach(pair -> fields.put(pair.key(), pair.value()));
        fields.remove("_csrf");
        return new Form(form.attr("action"), fields);
    }

    private record Form(String action, Map<String, String> fields) {

        Form with(Map<String, String> others) {
            fields.putAll(others);
            return this;
        }

        Page send(SignedIn who) {
            return who.press(action, pairs());
        }

        Page sendByHtmx(SignedIn who) {
            return who.pressByHtmx(action, pairs());
        }

        private String[] pairs() {
            List<String> pairs = new ArrayList<>();
            fields.forEach((name, value) -> {
                pairs.add(name);
                pairs.add(value);
            });
            return pairs.toArray(String[]::new);
        }
    }
}

package io.shiporskip.site;

import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor keeps: the page, the drawer's content, the acts and the files. Each test is a visitor of its own. */
@VisitorTest
class BookmarkPageTests {

    private static final String EMPTY = "No bookmarks yet Bookmark tools to save them for later";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    @Test
    void whoKeepsNothingIsToldHowToBegin() {
        Page page = pages.get("/bookmarks");

        assertThat(page.text(".bookmarks-none")).startsWith(EMPTY);
        assertThat(page.html().select(".bookmarks-none a").eachAttr("href")).containsExactly("/tools");
        assertThat(page.html().select("dialog, template")).isEmpty();
        assertThat(page.html().select("main form").eachAttr("action")).containsExactly("/bookmarks/import");
        assertThat(pages.get("/bookmarks?removed=devin&since=2026-11-21T12:00:00Z").source()).isEqualTo(page.source());
    }

    @Test
    void theListHasTheToolsWithTheirVerdictsTheOneKeptLastFirst() {
        String cookie = keep("devin", "aider", "smolvlm2");
        Page page = get("/bookmarks", cookie);

        assertThat(page.html().select(".bookmarks-row .list-name").eachText()).containsExactly("SmolVLM2", "Aider",
                "Devin");
        assertThat(page.html().select(".bookmarks-row .stamp").eachText()).containsExactly("Ship", "Split", "Ship");
        assertThat(page.html().select(".bookmarks-row .list-maker").eachText()).contains("Cognition");
        assertThat(page.html().select(".bookmarks-voice").eachText()).hasSize(3)
                .allSatisfy(voice -> assertThat(voice).startsWith("Community: "));
        assertThat(page.text("#bookmark-count")).isEqualTo("3");
        assertThat(page.headers().getCacheControl()).isEqualTo("private, no-cache");
        assertThat(page.headers().get(HttpHeaders.VARY)).contains("Cookie", "HX-Request");
    }

    @Test
    void htmxGetsTheListAlone() {
        String cookie = keep("devin");
        HttpHeaders headers = withCookie(cookie);
        headers.set("HX-Request", "true");
        Page fragment = pages.send("GET", "/bookmarks", headers);

        assertThat(fragment.source()).doesNotContain("<html").doesNotContain("Loading bookmarks");
        assertThat(fragment.html().select("#bookmarks .bookmarks-row")).hasSize(1);
        assertThat(fragment.html().select("[data-hx-swap-oob='innerHTML:#bookmark-count']").text()).isEqualTo("1");
        assertThat(fragment.headers().getCacheControl()).isEqualTo("private, no-cache");
        assertThat(pages.getByHtmx("/bookmarks").text("#bookmarks")).startsWith(EMPTY);
    }

    @Test
    void thePageCostsTheSameForOneToolAndForMany() {
        assertThat(get("/bookmarks", keep("devin")).statements()).isEqualTo(5);
        assertThat(get("/bookmarks", keep("devin", "aider", "cline", "smolvlm2", "midjourney", "kokoro-82m"))
                .statements()).isEqualTo(5);
        assertThat(pages.post("/bookmarks/import", "bookmarks=[]", keep("devin")).statements()).isEqualTo(5);
        HttpHeaders drawer = withCookie(keep("devin"));
        drawer.set("HX-Request", "true");
        assertThat(pages.send("GET", "/bookmarks", drawer).statements()).isEqualTo(4);
    }

    @Test
    void changingABookmarkTakesAFixedNumberOfStatements() {
        String cookie = keep("devin");

        assertThat(pages.post("/tools/aider/bookmark", "kept=true", cookie).statements()).isEqualTo(1);
        assertThat(byHtmx("/tools/aider/bookmark", "kept=false", cookie).statements()).isEqualTo(3);
        assertThat(byHtmx("/tools/aider/bookmark", "kept=true&from=bookmarks", cookie).statements()).isEqualTo(5);
        assertThat(byHtmx("/tools/aider/bookmark", "kept=false&from=bookmarks", cookie).statements()).isEqualTo(3);
    }

    @Test
    void whatCanBeComparedDependsOnHowManyThereAre() {
        String cookie = keep("devin");
        Page one = get("/bookmarks", cookie);
        assertThat(one.html().select("#bookmarks-compare")).isEmpty();
        assertThat(one.text(".bookmarks-choice")).isEqualTo("Bookmark one more tool to compare the two.");

        pages.post("/tools/aider/bookmark", "kept=true", cookie);
        Page two = get("/bookmarks", cookie);
        assertThat(two.html().select("input[name=tool][form=bookmarks-compare][checked]")).hasSize(2);
        assertThat(two.text(".bookmarks-choice")).isEqualTo("Compare these");

        for (String slug : List.of("cline", "midjourney", "smolvlm2")) {
            pages.post("/tools/" + slug + "/bookmark", "kept=true", cookie);
        }
        Page five = get("/bookmarks", cookie);
        assertThat(five.html().select("input[name=tool]")).hasSize(5);
        assertThat(five.html().select("input[name=tool][checked]")).isEmpty();
        assertThat(five.text(".bookmarks-choice")).isEqualTo("Compare these Choose two to four");
    }

    @Test
    void removingWithoutScriptsLeadsBackToTheListWhichCanUndoIt() {
        String cookie = keep("devin", "aider", "cline");
        String before = get("/bookmarks/export.json", cookie).source();
        Page removed = pages.post("/tools/aider/bookmark", "kept=false&from=bookmarks", cookie);
        assertThat(removed.status()).isEqualTo(303);
        assertThat(removed.location()).startsWith("/bookmarks?removed=aider&since=");

        Page page = get(removed.location(), cookie);
        assertThat(page.text(".bookmarks-said")).startsWith("Removed Aider. Undo");
        assertThat(page.html().select(".bookmarks-said form").attr("action")).isEqualTo("/tools/aider/bookmark");
        String since = page.html().select(".bookmarks-said input[name=since]").attr("value");
        pages.post("/tools/aider/bookmark", "kept=true&from=bookmarks&since=" + since, cookie);

        assertThat(get("/bookmarks/export.json", cookie).source()).isEqualTo(before);
        assertThat(get(removed.location(), cookie).html().select(".bookmarks-said")).isEmpty();
        assertThat(get("/bookmarks?removed=nothing&since=x", cookie).status()).isEqualTo(200);
    }

    @Test
    void htmxGetsTheRowAndWhatFollowsFromIt() {
        String cookie = keep("devin", "aider");
        Page removed = byHtmx("/tools/aider/bookmark", "kept=false&from=bookmarks", cookie);

        assertThat(removed.text("#kept-aider")).startsWith("Removed Aider. Undo");
        assertThat(removed.html().select("#kept-aider button").attr("id")).isEqualTo("unkeep-aider");
        assertThat(removed.text("[data-hx-swap-oob='innerHTML:#said']")).isEqualTo("Removed Aider.");
        assertThat(removed.text("[data-hx-swap-oob='innerHTML:#bookmark-count']")).isEqualTo("1");
        assertThat(removed.text("#bookmarks-choice[data-hx-swap-oob=true]")).contains("one more tool");
        assertThat(removed.source()).contains("id=\"bookmark-aider\"");

        Page undone = byHtmx("/tools/aider/bookmark", "kept=true&from=bookmarks", cookie);
        assertThat(undone.html().select("#kept-aider input[name=tool]")).hasSize(1);
        assertThat(undone.text("[data-hx-swap-oob='innerHTML:#bookmark-count']")).isEqualTo("2");
        assertThat(undone.text("#bookmarks-choice[data-hx-swap-oob=true]")).startsWith("Compare these");
    }

    @Test
    void clearedBookmarksComeBackAsTheyWere() {
        String cookie = keep("devin", "aider", "cline");
        String before = get("/bookmarks/export.json", cookie).source();
        Page cleared = pages.post("/bookmarks/clear", "", cookie);
        assertThat(cleared.status()).isEqualTo(200);
        assertThat(cleared.text(".bookmarks-said")).startsWith("Cleared 3 bookmarks. Undo");
        assertThat(cleared.text(".bookmarks-none")).startsWith(EMPTY);
        assertThat(cleared.text("#bookmark-count")).isEmpty();
        assertThat(cleared.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(get("/bookmarks", cookie).text(".bookmarks-none")).startsWith(EMPTY);

        String undo = cleared.html().select("input[name=bookmarks]").attr("value");
        assertThat(undo).isEqualTo(before);
        Page undone = pages.post("/bookmarks/import", "bookmarks=" + encoded(undo), cookie);
        assertThat(undone.text(".bookmarks-said")).isEqualTo("Added 3 bookmarks.");
        assertThat(undone.text("#bookmark-count")).isEqualTo("3");
        assertThat(get("/bookmarks/export.json", cookie).source()).isEqualTo(before);
    }

    @Test
    void htmxClearsTheListAlone() {
        Page cleared = byHtmx("/bookmarks/clear", "", keep("devin", "aider"));

        assertThat(cleared.source()).doesNotContain("<html").contains("id=\"bookmark-devin\"");
        assertThat(cleared.text("#bookmarks .bookmarks-none")).startsWith(EMPTY);
        assertThat(cleared.text("[data-hx-swap-oob='innerHTML:#said']")).isEqualTo("Cleared 2 bookmarks.");
    }

    @Test
    void whoIsNoVisitorBecomesNoneByClearingOrDropping() {
        Page cleared = pages.post("/bookmarks/clear", "", "");
        assertThat(cleared.text(".bookmarks-said")).isEqualTo("Cleared no bookmarks.");
        assertThat(cleared.cookie()).isEmpty();
        assertThat(pages.post("/tools/devin/bookmark", "kept=false", "").cookie()).isEmpty();
    }

    @Test
    void anExportComesBackInAnotherBrowser() {
        String cookie = keep("devin", "aider");
        Page json = get("/bookmarks/export.json", cookie);
        assertThat(json.headers().getContentType())
                .isEqualTo(MediaType.parseMediaType("application/json;charset=UTF-8"));
        assertThat(json.headers().getContentDisposition().getFilename()).isEqualTo("ship-or-skip-bookmarks.json");
        assertThat(json.headers().get(HttpHeaders.CACHE_CONTROL)).containsExactly("private, no-store");
        assertThat(json.source()).contains("\"format\" : \"ship-or-skip-bookmarks\"", "\"version\" : 1",
                "\"slug\" : \"devin\"", "\"name\" : \"Devin\"")
                .containsPattern("\"kept_at\" : \"20[0-9-]+T[0-9:.]+Z\"");

        Page imported = pages.upload("/bookmarks/import", "file", json.source().getBytes(StandardCharsets.UTF_8), "");
        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.text(".bookmarks-said")).isEqualTo("Added 2 bookmarks.");
        assertThat(imported.text("#bookmark-count")).isEqualTo("2");
        assertThat(imported.cookie()).isNotEmpty().isNotEqualTo(cookie);
        assertThat(get("/bookmarks/export.json", imported.cookie()).source()).isEqualTo(json.source());
        assertThat(pages.upload("/bookmarks/import", "file", json.source().getBytes(StandardCharsets.UTF_8),
                imported.cookie()).text(".bookmarks-said")).isEqualTo("Nothing new. 2 were here already.");
    }

    @Test
    void anExportForTablesHasWholeAddresses() {
        Page csv = get("/bookmarks/export.csv", keep("cursor-v0-50-background-agent-codebase-refactoring"));

        assertThat(csv.headers().getContentType()).isEqualTo(MediaType.parseMediaType("text/csv;charset=UTF-8"));
        assertThat(csv.headers().get(HttpHeaders.CACHE_CONTROL)).containsExactly("private, no-store");
        assertThat(csv.source()).startsWith("name,slug,address,kept_at\r\n").endsWith("Z\r\n");
        assertThat(csv.source()).contains("Cursor v0.50 – Background Agent & Codebase Refactoring,",
                "http://localhost/tools/cursor-v0-50-background-agent-codebase-refactoring,");
    }

    @ParameterizedTest
    @CsvSource({ "/bookmarks/export.json, 0", "/bookmarks/export.csv, 1" })
    void withoutACookieAnExportIsEmptyAndStillNotKept(String address, int lines) {
        Page export = pages.get(address);

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.source().lines().filter(line -> line.contains(","))
                .filter(line -> line.contains("kept_at"))).hasSize(lines);
        assertThat(export.headers().get(HttpHeaders.CACHE_CONTROL)).containsExactly("private, no-store");
        assertThat(export.cookie()).isEmpty();
    }

    @Test
    void whatIsNotOnThisSiteIsNamed() {
        Page imported = upload(file("gone-1", "gone-2", "devin", "gone-3", "gone-4", "gone-5", "gone-6", "gone-7"), "");
        assertThat(imported.text(".bookmarks-said")).isEqualTo("Added 1 bookmark."
                + " Not on this site: gone-1, gone-2, gone-3, gone-4, gone-5 and 2 more.");

        Page nothing = upload(file("gone-1"), "");
        assertThat(nothing.text(".bookmarks-said")).isEqualTo("Added no bookmarks. Not on this site: gone-1.");
        assertThat(nothing.cookie()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "no file", "{\"format\": \"ship-or-skip-bookmarks\"}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1, \"version\": 1, \"bookmarks\": []}",
        "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1, \"bookmarks\": [7]}" })
    void whatIsNoFileOfBookmarksIsRefused(String text) {
        String cookie = keep("devin");
        for (Page page : List.of(upload(text, cookie),
                pages.post("/bookmarks/import", "bookmarks=" + encoded(text), cookie))) {
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.text("#bookmarks [role=alert]")).contains("Export as JSON");
            assertThat(page.html().select(".bookmarks-row")).hasSize(1);
            assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
            assertThat(page.cookie()).isEmpty();
        }
        Page fragment = byHtmx("/bookmarks/import", "bookmarks=" + encoded(text), cookie);
        assertThat(fragment.status()).isEqualTo(422);
        assertThat(fragment.source()).startsWith("<p class=\"form-error\">");
    }

    @Test
    void aFileThatIsTooLargeOrMissingOrComesTwiceIsRefused() {
        assertThat(upload(file("devin") + " ".repeat(256 * 1024), "").status()).isEqualTo(422);
        assertThat(upload("x".repeat(1_500_000), "").status()).isEqualTo(422);
        assertThat(pages.post("/bookmarks/import", "", "").status()).isEqualTo(422);
        String text = encoded(file("devin"));
        assertThat(pages.post("/bookmarks/import", "bookmarks=" + text + "&bookmarks=" + text, "").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "devin, '', 422", "devin, kept=, 422", "devin, kept=yes, 422",
        "devin, kept=TRUE, 422", "devin, kept=true&kept=true, 422", "devin, kept=true&kept=false, 422",
        "devin, kept=true&since=yesterday, 422", "devin, kept=true&since=-99999-01-01T00:00:00Z, 422",
        "devin, kept=true&from=bookmarks&from=bookmarks, 422", "nothing, kept=true, 404", "nothing, kept=false, 404",
        "_, kept=true, 404", "nothing, '', 422" })
    void anUnclearOrImpossibleBookmarkChangesNothing(String slug, String fields, int status) {
        Page page = pages.post("/tools/" + slug + "/bookmark", fields, "");
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.cookie()).isEmpty();
        assertThat(page.html().select("h1")).hasSize(1);

        Page fragment = byHtmx("/tools/" + slug + "/bookmark", fields, "");
        assertThat(fragment.status()).isEqualTo(status);
        assertThat(fragment.cookie()).isEmpty();
        assertThat(fragment.source()).doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tools/devin/bookmark", "/bookmarks/clear", "/bookmarks/import" })
    void readingAnActIsRefused(String address) {
        Page page = pages.get(address);

        assertThat(page.status()).isEqualTo(405);
        assertThat(page.headers().getFirst(HttpHeaders.ALLOW)).isEqualTo("POST");
    }

    @Test
    void aFileThatDoesNotReadAsTextIsNoError() {
        assertThat(pages.upload("/bookmarks/import", "file", new byte[]{ (byte) 0xc3, 0x28 }, "").status())
                .isEqualTo(422);
        assertThat(pages.upload("/bookmarks/import", "other", new byte[]{ '{', '}' }, "").status()).isEqualTo(422);
    }

    private String keep(String... slugs) {
        String cookie = "";
        for (String slug : slugs) {
            Page kept = pages.post("/tools/" + slug + "/bookmark", "kept=true", cookie);
            assertThat(kept.status()).isEqualTo(303);
            cookie = kept.cookie();
        }
        return cookie;
    }

    private Page get(String address, String cookie) {
        return pages.send("GET", address, withCookie(cookie));
    }

    private Page byHtmx(String address, String fields, String cookie) {
        HttpHeaders headers = withCookie(cookie);
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        headers.set("HX-Request", "true");
        return pages.send("POST", address, headers, fields);
    }

    private Page upload(String text, String cookie) {
        return pages.upload("/bookmarks/import", "file", text.getBytes(StandardCharsets.UTF_8), cookie);
    }

    private static HttpHeaders withCookie(String cookie) {
        HttpHeaders headers = new HttpHeaders();
        if (!cookie.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookie);
        }
        return headers;
    }

    private static String file(String... slugs) {
        StringBuilder entries = new StringBuilder();
        for (String slug : slugs) {
            entries.append(entries.isEmpty() ? "" : ", ").append("{\"slug\": \"").append(slug)
                    .append("\", \"name\": \"A tool\", \"kept_at\": \"2026-11-01T12:00:00Z\"}");
        }
        return "{\"format\": \"ship-or-skip-bookmarks\", \"version\": 1, \"bookmarks\": [" + entries + "]}";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

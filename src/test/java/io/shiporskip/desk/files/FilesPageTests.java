package io.shiporskip.desk.files;

import io.shiporskip.desk.Desk;
import io.shiporskip.desk.Desk.SignedIn;
import io.shiporskip.desk.Role;
import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.HtmlChecker;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.ToolMother;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

@VisitorTest
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class FilesPageTests {

    private static final String HEAD = "slug,name,maker,category,kind,tagline,best-for,entry,website,published,description\n";

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Publications publications;

    private SignedIn anna;

    @BeforeEach
    void annaIsAtTheDesk() {
        anna = desk.somebody(pages, "Anna", Role.EDITOR);
    }

    @AfterEach
    void leaveNothingBehind() {
        jdbc.sql("delete from tool where slug like 'files-%'").update();
        jdbc.sql("delete from import_plan").update();
    }

    @Test
    void oneBadRowIsRefusedWithItsLineAndLeftOutWhereTheEditorSaysSo() {
        String csv = HEAD + row("files-one") + row("files-two").replace("https://", "http://") + row("files-three");
        String plan = sent("tools.csv", csv);

        Page page = anna.open(plan);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("h1")).isEqualTo("What these files would do");
        assertThat(page.text(".desk-files-numbers")).isEqualTo("Tools: 2 new, 1 refused.");
        assertThat(page.text(".desk-files-problems li"))
                .isEqualTo("tools.csv:3 website is no https address: http://example.com");
        assertThat(tools()).isZero();

        Page refused = anna.press(plan, "read", read(page), "reason", "More agents");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text(".notice-bad")).startsWith("Something in the files is refused.");
        assertThat(refused.text("#reason")).isEqualTo("More agents");
        assertThat(anna.pressByHtmx(plan, "read", read(page)).text(".form-error")).contains("is refused");
        assertThat(tools()).isZero();

        Page done = anna.press(plan, "read", read(page), "leave", "true", "reason", "More agents");
        assertThat(done.status()).isEqualTo(303);
        assertThat(tools()).isEqualTo(2);
        assertThat(anna.open(done.location()).text("h1")).isEqualTo("Imported");
        assertThat(jdbc.sql("select distinct reason from revision where tool_id in (select id from tool where slug like"
                + " 'files-%')").query(String.class).list()).containsExactly("More agents");
        assertThat(jdbc.sql("select who || ' ' || what || ' ' || about_label || ' ' || (detail ->> 'new') || ' '"
                + " || (detail ->> 'left out') from audit order by id desc limit 1").query(String.class).single())
                .isEqualTo("Anna imported files tools.csv 2 1");
        assertThat(anna.press(plan, "read", read(page), "leave", "true").text(".notice-bad"))
                .isEqualTo("This import is done already.");
    }

    @Test
    void whatGoesOutChangesNothingWhenItComesInAgain() {
        for (String name : new String[]{ "catalogue.zip", "tools.csv", "tools/aider.yaml" }) {
            byte[] file = anna.open("/desk/files/" + name).bytes();
            assertThat(anna.open("/desk/files/" + name).bytes()).as(name).isEqualTo(file);

            Page page = anna.open(sent(name.substring(name.indexOf('/') + 1), file));

            assertThat(page.text("h1")).as(name).isEqualTo("These files would change nothing");
            assertThat(page.html().select(".desk-files-problems, .desk-files-list, .desk-files-act")).isEmpty();
        }
        assertThat(anna.open("/desk/files/tools/nothing.yaml").status()).isEqualTo(404);
    }

    @Test
    void aChangeIsShownBeforeItIsMadeAndWhoeverComesBetweenIsNotOverwritten() {
        String before = sent("tools.csv", HEAD + row("files-one"));
        anna.press(before, "read", read(anna.open(before)));
        String plan = sent("tools.csv", "slug,tagline\nfiles-one,Another tagline\n");
        Page page = anna.open(plan);
        assertThat(page.text(".difference dt")).isEqualTo("Tagline");
        assertThat(page.text(".difference del") + page.text(".difference ins")).isEqualTo("AAnother");

        Current current = publications.current(new Slug("files-one")).orElseThrow();
        publications.change(current.tool(), current.revision(),
                current.dossier().with(current.dossier().tool().alsoCalled(Set.of("Former"))),
                Reason.of(Author.SITE, "It has a former name"));

        Page htmx = anna.pressByHtmx(plan, "read", read(page));
        assertThat(htmx.status()).isEqualTo(409);
        assertThat(htmx.text(".form-error")).startsWith("Nothing was imported.");
        Page stale = anna.press(plan, "read", read(page));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text(".notice-bad")).contains("this is what the files would do now");
        assertThat(revisions()).isEqualTo(2);

        assertThat(anna.press(plan, "read", read(stale)).status()).isEqualTo(303);
        assertThat(revisions()).isEqualTo(3);
        assertThat(publications.current(new Slug("files-one")).orElseThrow().dossier().tool().profile().tagline())
                .isEqualTo("Another tagline");
    }

    @Test
    void whatTheDatabaseRefusesAtTheEndTakesAllOfItBack() {
        jdbc.sql("alter table tool add constraint not_the_last check (slug <> 'files-zz')").update();
        try {
            String plan = sent("tools.csv", HEAD + row("files-aa") + row("files-zz"));
            long audits = audits();

            Page page = anna.press(plan, "read", read(anna.open(plan)));

            assertThat(page.status()).isEqualTo(422);
            assertThat(page.text(".notice-bad")).startsWith("The database refused it:").contains("not_the_last");
            assertThat(tools()).isZero();
            assertThat(audits()).isEqualTo(audits);
        } finally {
            jdbc.sql("alter table tool drop constraint not_the_last").update();
        }
    }

    @Test
    void allToolsThatChangeAreLockedInTheOrderInWhichVotesLockThem() {
        String before = sent("tools.csv", HEAD + row("files-one") + row("files-two"));
        anna.press(before, "read", read(anna.open(before)));
        String plan = sent("tools.csv", "slug,tagline\nfiles-two,Another tagline\nfiles-one,Another tagline\n");
        String read = read(anna.open(plan));

        CompletableFuture<Page> importing = Objects.requireNonNull(transaction.execute(_ -> {
            lock("files-one");
            CompletableFuture<Page> applied = CompletableFuture.supplyAsync(() -> anna.press(plan, "read", read));
            awaitSomebodyWaiting();
            lock("files-two");
            return applied;
        }));

        assertThat(importing.join().status()).isEqualTo(303);
    }

    @Test
    void moreThanTwoThousandToolsAreWrittenInParts() {
        String plan = sent("tools.csv", HEAD + IntStream.rangeClosed(0, 2000).mapToObj(i -> row("files-" + i))
                .collect(Collectors.joining()));

        Page refused = anna.press(plan, "read", read(anna.open(plan)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text(".notice-bad")).contains("more than 2,000 tools");
    }

    @Test
    void whoGivesTheSameSlugAtTheSameMomentIsToldSo() {
        String plan = sent("tools.csv", HEAD + row("files-one"));
        String read = read(anna.open(plan));
        Dossier same = new Dossier(ToolMother.tool("files-one").maker("cursor").newTool(), List.of());

        CompletableFuture<Page> importing = Objects.requireNonNull(transaction.execute(_ -> {
            publications.add(same, Reason.of(Author.SITE, ""));
            CompletableFuture<Page> applied = CompletableFuture.supplyAsync(() -> anna.press(plan, "read", read));
            awaitSomebodyWaiting();
            return applied;
        }));

        assertThat(importing.join().status()).isEqualTo(409);
    }

    @Test
    void aNameWithANullCharacterIsNone() {
        Page answer = send("to\0ols.csv", (HEAD + row("files-one")).getBytes(StandardCharsets.UTF_8), false);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(anna.open(answer.location()).text("main")).contains("tools.csv");
    }

    @Test
    void aToolThatSomebodyWritesAboutIsRefused() {
        String before = sent("tools.csv", HEAD + row("files-one"));
        anna.press(before, "read", read(anna.open(before)));
        jdbc.sql("insert into draft (tool_id, begun_from, based_on, version, fields)"
                + " select id, 1, 1, 0, '{}' from tool where slug = 'files-one'").update();

        Page page = anna.open(sent("tools.csv", "slug,tagline\nfiles-one,Another tagline\n"));

        assertThat(page.text(".desk-files-problems"))
                .isEqualTo("tools.csv:2 files-one has a draft at the desk; publish or discard it first");
        assertThat(page.html().select(".desk-files-act")).isEmpty();
    }

    @Test
    void newShelvesComeWithTheToolsThatNeedThem() throws IOException {
        String makers = "files-labs:\n  name: Files Labs\n  website: https://example.com\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("tools/files-one.yaml"));
            zip.write(anna.open("/desk/files/tools/aider.yaml").source().replace("maker: aider", "maker: files-labs")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("makers.yaml"));
            zip.write(makers.getBytes(StandardCharsets.UTF_8));
        }
        String plan = sent("catalogue.zip", bytes.toByteArray());
        Page page = anna.open(plan);
        assertThat(page.text(".desk-files-list h3")).isEqualTo("Files Labs new maker");

        assertThat(anna.press(plan, "read", read(page)).status()).isEqualTo(303);

        assertThat(pages.get("/tools/files-one").source()).contains("Files Labs");
        jdbc.sql("delete from tool where slug like 'files-%'").update();
        jdbc.sql("delete from maker where slug = 'files-labs'").update();
    }

    @Test
    void whatCannotBeReadIsSaidWhereTheHandWas() {
        Page plain = send("notes.txt", new byte[]{ 1 }, false);
        assertThat(plain.status()).isEqualTo(422);
        assertThat(plain.text("#problem")).startsWith("Send one .zip, one .csv");
        Page htmx = send("catalogue.zip", "no archive".getBytes(StandardCharsets.UTF_8), true);
        assertThat(htmx.status()).isEqualTo(422);
        assertThat(htmx.text(".form-error")).contains("The archive cannot be read");
        assertThat(anna.press("/desk/files").text("#problem")).startsWith("Choose a file first.");
    }

    @Test
    void filesAreForgottenWhenNobodyWantsThem() {
        String plan = sent("tools.csv", HEAD + row("files-one"));
        assertThat(anna.open("/desk/files").text("#latest ~ ul")).contains("tools.csv", "Not imported, sent by Anna");

        assertThat(anna.press(plan + "/discard").location()).isEqualTo("/desk/files");

        assertThat(anna.open(plan).status()).isEqualTo(404);
        String old = sent("tools.csv", HEAD + row("files-one"));
        jdbc.sql("update import_plan set at = now() - interval '25 hours'").update();
        assertThat(anna.open(old).status()).isEqualTo(404);
    }

    @Test
    void theCheckerOfTheW3cFindsNoError() {
        String plan = sent("tools.csv", HEAD + row("files-one") + row("Not a slug") + "aider" + row("x").substring(1));
        HtmlChecker.assertValid(anna.open("/desk/files"), anna.press("/desk/files"), anna.open(plan));
    }

    private void lock(String slug) {
        jdbc.sql("select id from tool where slug = :slug for update nowait").param("slug", slug).query(UUID.class)
                .single();
    }

    private void awaitSomebodyWaiting() {
        while (jdbc.sql("select count(*) from pg_locks where not granted").query(Long.class).single() == 0) {
            Thread.onSpinWait();
        }
    }

    private String sent(String name, String text) {
        return sent(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String sent(String name, byte[] file) {
        Page answer = send(name, file, false);
        assertThat(answer.status()).as(answer.text("#problem")).isEqualTo(303);
        return answer.location();
    }

    private Page send(String name, byte[] file, boolean htmx) {
        HttpHeaders headers = new HttpHeaders();
        if (htmx) {
            headers.set("HX-Request", "true");
        }
        return pages.upload("/desk/files", "files", Map.of(name, file), Map.of("_csrf", anna.token()), headers,
                anna.person().cookie());
    }

    private static String read(Page page) {
        return page.html().select("input[name=read]").val();
    }

    private static String row(String slug) {
        return Stream.of(slug, "A tool", "aider", "developer-tools", "coding-agent", "A tagline", "For tests", "free",
                "https://example.com", "2026-11-21", "What it is.").collect(Collectors.joining(",", "", "\n"));
    }

    private long tools() {
        return jdbc.sql("select count(*) from tool where slug like 'files-%'").query(Long.class).single();
    }

    private long revisions() {
        return jdbc.sql("select count(*) from revision where tool_id = (select id from tool where slug = 'files-one')")
                .query(Long.class).single();
    }

    private long audits() {
        return jdbc.sql("select count(*) from audit").query(Long.class).single();
    }
}

package io.shiporskip.journeys;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.shiporskip.desk.Desk;
import io.shiporskip.testing.BrowserTest;
import io.shiporskip.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An editor brings files in and takes them out. */
@BrowserTest
@TestPropertySource(properties = { "db-scheduler.enabled=true", "db-scheduler.polling-interval=200ms" })
@SuppressWarnings("NullAway.Init")
class FilesTests {

    private static final String CSV = """
            slug,name,maker,category,kind,tagline,best-for,entry,website,published,description
            brought-in,Brought In,aider,developer-tools,coding-agent,A tool from a file,For tests,free,https://example.com,2026-11-21,=Bold words
            bad-row,Bad Row,nobody,developer-tools,coding-agent,A tagline,For tests,free,https://example.com,2026-11-21,What it is.
            """;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder encoder;

    @AfterEach
    void leaveNothingBehind() {
        jdbc.sql("delete from tool where slug = 'brought-in'").update();
        jdbc.sql("delete from import_plan").update();
        jdbc.sql("delete from account where email = 'fay@example.org'").update();
    }

    @Test
    void oneBadRowIsSeenLeftOutAndTheRestGivenBack(Visit visit) throws IOException {
        Page page = fayAtTheDesk(visit);
        visit.open("/desk/files");
        AtTheDesk.axe(visit);
        page.getByText("See what they would do").click();
        assertThat(page.locator("#problem .form-error")).containsText("Choose a file first.");
        AtTheDesk.axe(visit);

        page.getByLabel("Files").setInputFiles(
                new FilePayload("tools.csv", "text/csv", CSV.getBytes(StandardCharsets.UTF_8)));
        page.getByText("See what they would do").click();
        assertThat(page.locator("h1")).hasText("What these files would do");
        assertThat(page.locator(".desk-files-problems li")).containsText("tools.csv:3 unknown maker nobody");
        assertThat(page.locator(".desk-files-numbers")).hasText("Tools: 1 new, 1 refused.");
        AtTheDesk.axe(visit);

        page.getByLabel("Why").fill("A better list");
        page.getByText("Import 1 tool").click();
        assertThat(page.locator("[data-problem] .form-error")).containsText("Something in the files is refused.");
        AtTheDesk.axe(visit);
        page.getByText("Leave out the 1 refused").click();
        page.getByText("Import 1 tool").click();
        assertThat(page.locator("h1")).hasText("Imported");
        AtTheDesk.axe(visit);

        visit.open("/desk/files");
        assertThat(page.locator("#latest ~ ul")).containsText("Imported, sent by Fay");
        AtTheDesk.axe(visit);
        Download table = page.waitForDownload(() -> page.getByText("The tools as a table").click());
        assertThat(Files.readString(table.path())).contains("\"brought-in\",\"Brought In\"", "\"'=Bold words\"");

        page.getByLabel("Files").setInputFiles(new FilePayload("tools.csv", "text/csv",
                "slug,tagline\nbrought-in,Another tool\n".getBytes(StandardCharsets.UTF_8)));
        page.getByText("See what they would do").click();
        assertThat(page.locator(".difference ins").first()).hasText("Another");
        AtTheDesk.axe(visit);
    }

    private Page fayAtTheDesk(Visit visit) {
        jdbc.sql(
                "insert into account (email, name, role, password_hash) values ('fay@example.org', 'Fay', 'EDITOR', :hash)")
                .param("hash", encoder.encode(Desk.PASSWORD)).update();
        visit.open("/desk/sign-in");
        Page page = visit.page();
        AtTheDesk.enter(page, "fay@example.org");
        assertThat(page.locator("h1")).hasText("What needs a hand today");
        return page;
    }
}

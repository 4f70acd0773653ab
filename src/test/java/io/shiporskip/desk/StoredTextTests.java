package io.shiporskip.desk;

import io.shiporskip.comparisons.Lineup;
import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.search.Indexing;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.Hostile;
import io.shiporskip.testing.HostileTool;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What editors write is shown as they wrote it, and does nothing: every field of text, with every hostile text. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class StoredTextTests {

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    Publications publications;

    @Autowired
    Indexing index;

    @Test
    void noTextBecomesPartOfAPage() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < Hostile.LINES.size(); i++) {
            slugs.add(hostileTool(i));
        }
        index.catchUp();

        for (int i = 0; i < slugs.size(); i++) {
            String slug = slugs.get(i);
            Page tool = harmless(pages.get("/tools/" + slug));
            assertThat(tool.html().select("h1").text()).isEqualTo(shown(HostileTool.line(i)));
            Page sheet = harmless(anna.open("/desk/tools/" + slug));
            assertThat(sheet.html().select("input#name").val()).isEqualTo(HostileTool.line(i));
            harmless(anna.open("/desk/tools/" + slug + "/history/1"));
        }
        String first = slugs.getFirst();
        String second = slugs.get(1);
        assertThat(pages.get("/tools/" + first).text(".prose")).contains("pwned");
        harmless(pages.get("/compare/" + Lineup.of(List.of(new Slug(first), new Slug(second))).slugs().stream()
                .map(Slug::value).collect(Collectors.joining("-vs-"))));
        harmless(pages.get("/compare?tool=" + first));
        for (String address : new String[]{ "/", "/tools?q=pwned", "/search?q=pwned", "/reviewers/builder",
            "/corrections",
            "/kinds/coding-agent", "/kinds/coding-agent/decide", "/search/suggestions?q=pwned" }) {
            harmless(pages.get(address));
        }
        for (String address : new String[]{ "/desk", "/desk/tools?q=pwned", "/desk/audit",
            "/desk/tools/" + first + "/takes/builder", "/desk/tools/" + first + "/preview",
            "/desk/tools/" + first + "/publish", "/desk/tools/" + first + "/history",
            "/desk/tools/" + first + "/merge?tool=" + second, "/desk/tools/" + first + "/withdraw" }) {
            harmless(anna.open(address));
        }
        Page markdown = harmless(anna.pressByHtmx("/desk/markdown", "text", Hostile.MARKDOWN));
        assertThat(markdown.html().text()).contains("pwned");
    }

    @Test
    void noOtherTextOfTheDeskDoesEither() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        for (int i = 0; i < Hostile.LINES.size(); i++) {
            String line = HostileTool.line(i);
            anna.press("/desk/account/name", "name", line);
            anna.press("/desk/shelves/MAKER", "name", line + " " + i, "website", "https://example.com/");
            pages.get("/search?q=" + URLEncoder.encode(line, StandardCharsets.UTF_8));
        }
        Page introduced = anna.press("/desk/newsletter/introduction", "introduction", Hostile.MARKDOWN, "over",
                anna.open("/desk/newsletter").html().select("input[name=basis]").val());
        assertThat(introduced.status()).isEqualTo(303);
        String file = "slug,name,maker,category,kind,tagline,best for,entry,website,published,description\n"
                + Hostile.LINES.stream().map(line -> "hostile-file,\"" + line.replace("\"", "\"\"") + "\",")
                        .map(row -> row
                                + "cursor,developer-tools,coding-agent,A,B,free,https://example.com,2026-11-21,C")
                        .collect(Collectors.joining("\n"));
        Page planned = pages.upload("/desk/files", "files",
                Map.of("<img src=x onerror=pwned()>.csv", file.getBytes(StandardCharsets.UTF_8)),
                Map.of("_csrf", anna.token()), new HttpHeaders(), anna.person().cookie());
        if (planned.status() == 303) {
            assertThat(harmless(anna.open(planned.location())).html().text()).contains("pwned");
        } else {
            assertThat(Hostile.successes(planned.html())).isEmpty();
        }
        for (String address : new String[]{ "/desk", "/desk/account", "/desk/accounts", "/desk/audit",
            "/desk/shelves?q=pwned",
            "/desk/shelves/MAKER/names?q=pwned", "/desk/files", "/desk/newsletter", "/desk/newsletter/preview" }) {
            harmless(anna.open(address));
        }
        // The mail has a stylesheet of its own, which is ours.
        Page mail = anna.open("/desk/newsletter/preview/html");
        mail.html().select("style, [style]").forEach(own -> own.clearAttributes().tagName("div"));
        harmless(mail);
        harmless(anna.pressByHtmx("/desk/markdown", "introduction", Hostile.MARKDOWN));
        anna.press("/desk/newsletter/introduction", "introduction", "", "over",
                anna.open("/desk/newsletter").html().select("input[name=basis]").val());
    }

    private String hostileTool(int i) {
        Slug slug = new Slug("hostile-" + UUID.randomUUID());
        Dossier dossier = HostileTool.dossier(slug, i);
        UUID tool = publications.add(dossier, why(i));
        publications.change(tool, 1, dossier.with(dossier.tool().alsoCalled(Set.of(HostileTool.line(i + 13)))),
                new Reason(why(i).by(), HostileTool.line(i + 10), true));
        return slug.value();
    }

    private static Reason why(int i) {
        return Reason.of(new Author(UUID.randomUUID(), HostileTool.line(i + 11)), HostileTool.line(i + 12));
    }

    private static Page harmless(Page page) {
        assertThat(page.status()).as(page.text("title")).isLessThan(300);
        assertThat(Hostile.successes(page.html())).as(page.text("title")).isEmpty();
        assertThat(page.html().text()).as("nothing is computed").doesNotContain("1337");
        return page;
    }

    private static String shown(String line) {
        return line.replaceAll("\\s+", " ").strip();
    }
}

package io.shiporskip.desk;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Period;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.comparisons.Lineup;
import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.Verdict;
import io.shiporskip.search.Indexing;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.Hostile;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What editors write is shown as they wrote it, and does nothing: every field of text, with every hostile text. */
@VisitorTest
@Import(Desk.class)
@SuppressWarnings("NullAway.Init")
class StoredTextTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

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
            assertThat(tool.html().select("h1").text()).isEqualTo(shown(line(i)));
            Page sheet = harmless(anna.open("/desk/tools/" + slug));
            assertThat(sheet.html().select("input#name").val()).isEqualTo(line(i));
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

    private String hostileTool(int i) {
        String slug = "hostile-" + UUID.randomUUID();
        // The whole corpus once is enough: what is Markdown does not depend on the other fields.
        String markdown = i == 0 ? Hostile.MARKDOWN : "Text. " + line(i);
        ToolContent content = new ToolContent(new Slug(slug), new Slug("cursor"), new Slug("developer-tools"),
                new Slug("coding-agent"),
                new Profile(line(i), line(i + 1), line(i + 2), line(i + 3), line(i + 4) + " .", Entry.FREE,
                        "https://example.com/%22onload=pwned()", markdown),
                List.of(new Plan(line(i + 5), new BigDecimal("20"), "USD", Period.MONTH, line(i + 6))),
                List.of(new Fact(Aspect.LICENCE, line(i + 7), "https://example.com/?\"><script>pwned()</script>", DAY)),
                DAY, Set.of(line(i + 8)));
        TakeContent take = new TakeContent(new Slug("builder"), Verdict.SHIP, 80, markdown, DAY,
                new Basis(Basis.Footing.TRIED, null),
                List.of(new Claim(line(i + 9), DAY, Claim.ClaimOutcome.OPEN)));
        UUID tool = publications.add(new Dossier(content, List.of(take)), why(i));
        publications.change(tool, 1, new Dossier(content.alsoCalled(Set.of(line(i + 13))), List.of(take)),
                new Reason(why(i).by(), line(i + 10), true));
        return slug;
    }

    private static Reason why(int i) {
        return Reason.of(new Author(UUID.randomUUID(), line(i + 11)), line(i + 12));
    }

    private static Page harmless(Page page) {
        assertThat(page.status()).as(page.text("title")).isLessThan(300);
        assertThat(Hostile.successes(page.html())).as(page.text("title")).isEmpty();
        assertThat(page.html().text()).as("nothing is computed").doesNotContain("1337");
        return page;
    }

    private static String line(int i) {
        return Hostile.LINES.get(i % Hostile.LINES.size()).strip();
    }

    private static String shown(String line) {
        return line.replaceAll("\\s+", " ").strip();
    }
}

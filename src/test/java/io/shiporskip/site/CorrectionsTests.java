package io.shiporskip.site;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.HtmlChecker;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.TakeMother;
import io.shiporskip.testing.ToolMother;
import io.shiporskip.testing.VisitorTest;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers see of changes: on the tool's page, under corrections, and at the address of what was withdrawn. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class CorrectionsTests {

    private static final Author ANNA = new Author(UUID.randomUUID(), "Anna Editor");

    @Autowired
    Pages pages;

    @Autowired
    Publications publications;

    @Test
    void nothingIsToldOfAToolBeforeItsDayAndWhatWasPublicStaysWhenItIsWithdrawn() {
        String ahead = "ahead-" + UUID.randomUUID();
        ToolContent coming = content(ahead).newTool().publishedOn(LocalDate.now(ZoneOffset.UTC).plusDays(3));
        UUID tool = publications.add(new Dossier(coming, List.of()), Reason.of(ANNA, ""));
        publications.change(tool, 1, new Dossier(content(ahead).fact(Aspect.LICENCE, "MIT").newTool()
                .publishedOn(coming.publishedOn()), List.of()), new Reason(ANNA, "Nobody knows " + ahead, true));
        assertThat(pages.get("/corrections").source()).doesNotContain(ahead);
        publications.withdraw(tool, null, Reason.of(ANNA, "It never came."));
        assertThat(pages.get("/corrections").source()).as("withdrawn before its day").doesNotContain(ahead);

        String over = "over-" + UUID.randomUUID();
        UUID old = publications.add(new Dossier(content(over).newTool(), List.of()), Reason.of(ANNA, ""));
        publications.change(old, 1, new Dossier(content(over).fact(Aspect.LICENCE, "MIT").newTool(), List.of()),
                new Reason(ANNA, "Wrong about " + over, true));
        publications.withdraw(old, null, Reason.of(ANNA, "Over."));
        Page corrections = pages.get("/corrections");
        assertThat(corrections.source()).contains("Wrong about " + over, "Tool " + over);
        assertThat(corrections.html().select("a[href='/tools/" + over + "']")).isEmpty();

        String gone = "gone-" + UUID.randomUUID();
        String into = "into-" + UUID.randomUUID();
        UUID merged = publications.add(new Dossier(content(gone).newTool(), List.of()), Reason.of(ANNA, ""));
        UUID stays = publications.add(new Dossier(content(into).newTool(), List.of()), Reason.of(ANNA, ""));
        publications.change(merged, 1, new Dossier(content(gone).fact(Aspect.LICENCE, "MIT").newTool(), List.of()),
                new Reason(ANNA, "Wrong about " + gone, true));
        publications.merge(merged, stays, Reason.of(ANNA, "One product."));
        assertThat(pages.get("/corrections").source()).contains("Wrong about " + gone);
    }

    @Test
    void aCorrectionStandsOnThePageOfTheToolAndUnderCorrections() {
        String slug = "corrected-" + UUID.randomUUID();
        UUID tool = publications.add(new Dossier(content(slug).fact(Aspect.LICENCE, "MIT").newTool(),
                List.of(TakeMother.newTake("Builder", Verdict.SHIP, 84),
                        TakeMother.newTake("Skeptic", Verdict.SHIP, 78))),
                Reason.of(ANNA, ""));
        assertThat(pages.get("/tools/" + slug).html().select(".tool-changes")).isEmpty();

        publications.change(tool, 1, new Dossier(content(slug).fact(Aspect.LICENCE, "Apache 2.0").newTool(),
                List.of(TakeMother.newTake("Builder", Verdict.SHIP, 84),
                        TakeMother.newTake("Skeptic", Verdict.SKIP, 55))),
                new Reason(ANNA, "The licence is <b>Apache 2.0</b>, not MIT.", true));

        Page page = pages.get("/tools/" + slug);
        assertThat(page.text(".tool-changes li")).contains("Skeptic from ship 78 to skip 55.", "Split, before: Ship.",
                "Correction: The licence is <b>Apache 2.0</b>, not MIT.").doesNotContain("Anna");
        Page corrections = pages.get("/corrections");
        assertThat(corrections.text(".difference-entry")).contains("Tool " + slug,
                "The licence is <b>Apache 2.0</b>, not MIT.").doesNotContain("Anna");
        Element latest = corrections.html().selectFirst(".difference-entry");
        assertThat(latest).isNotNull();
        assertThat(latest.select("a").attr("href"))
                .isEqualTo("/tools/" + slug);
        assertThat(latest.select("del").eachText()).contains("MIT",
                "ship", "78");
        assertThat(latest.select("ins").eachText()).contains("skip",
                "55");
        HtmlChecker.assertValid(page, corrections);
    }

    @Test
    void aWithdrawnToolSaysWhyAtItsAddressAndTakesNoVotes() {
        String slug = "withdrawn-" + UUID.randomUUID();
        UUID tool = publications.add(new Dossier(content(slug).newTool(), List.of()), Reason.of(ANNA, ""));
        UUID devin = publications.current(new Slug("devin")).orElseThrow().tool();
        publications.withdraw(tool, devin, Reason.of(ANNA, "Its maker sells it no longer."));

        Page page = pages.get("/tools/" + slug);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text("h1")).isEqualTo("Tool " + slug + " is no longer reviewed here");
        assertThat(page.text(".page-intro")).contains("Its maker sells it no longer.");
        assertThat(page.html().select("#near + ul a").attr("href")).isEqualTo("/tools/devin");
        assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
        HtmlChecker.assertValid(page);
        assertThat(pages.get("/compare/aider-vs-" + slug).status()).isEqualTo(410);
        Person reader = new Person(pages);
        assertThat(reader.vote(slug, "ship").status()).isEqualTo(404);

        publications.bringBack(tool, Reason.of(ANNA, ""));
        assertThat(pages.get("/tools/" + slug).status()).isEqualTo(200);
    }

    @Test
    void theAddressesOfAMergedToolLeadToTheOneThatStays() {
        String gone = "gone-" + UUID.randomUUID();
        String into = "into-" + UUID.randomUUID();
        UUID first = publications.add(new Dossier(content(gone).newTool(), List.of()), Reason.of(ANNA, ""));
        UUID second = publications.add(new Dossier(content(into).newTool(), List.of()), Reason.of(ANNA, ""));
        Person reader = new Person(pages);
        reader.vote(gone, "ship");
        reader.vote(into, "skip");
        reader.vote(gone, "ship");

        publications.merge(first, second, Reason.of(ANNA, "One product."));

        assertThat(pages.get("/tools/" + gone).status()).isEqualTo(301);
        assertThat(pages.get("/tools/" + gone).location()).isEqualTo("/tools/" + into);
        String pair = gone.compareTo(into) < 0 ? gone + "-vs-" + into : into + "-vs-" + gone;
        assertThat(pages.get("/compare/" + pair).location()).isEqualTo("/tools/" + into);
        assertThat(pages.get("/compare/aider-vs-" + gone).location()).isEqualTo("/compare/aider-vs-" + into);
        assertThat(reader.open("/tools/" + into).html().select("[aria-pressed=true]").text()).contains("Ship");
    }

    private static ToolMother content(String slug) {
        return ToolMother.tool(slug).maker("cursor");
    }
}

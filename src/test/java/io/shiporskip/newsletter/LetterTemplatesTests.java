package io.shiporskip.newsletter;

import io.shiporskip.newsletter.EditionContent.Disagreement;
import io.shiporskip.newsletter.EditionContent.Item;
import io.shiporskip.newsletter.EditionContent.Versus;
import io.shiporskip.newsletter.EditionContent.Voice;
import io.shiporskip.testing.PageTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@TestPropertySource(properties = { "shiporskip.base-url=https://verdicts.example",
    "shiporskip.newsletter.edition.imprint=Example Press & Co, 1 High Street, Leeds" })
@SuppressWarnings("NullAway.Init")
class LetterTemplatesTests {

    private static final String LEAVING = "https://verdicts.example/newsletter/leave/abc-_123";
    /** From about this many bytes on Gmail cuts a mail off and hides the rest behind a link. */
    private static final int GMAIL_CUTS_AT = 102 * 1024;

    @Autowired
    LetterTemplates letters;

    @Test
    void bothPartsSayTheSame() {
        Letter letter = letters.letter(edition("Hello *there*, see [Devin](/tools/devin).", item("Devin <2>", "ship")));
        String text = letter.textFor(LEAVING);
        Document html = Jsoup.parse(letter.htmlFor(LEAVING));

        assertThat(letter.subject()).isEqualTo("Devin <2>: Ship");
        for (String said : List.of("Weekly AI Tool Verdicts, number 7. 16–22 November 2026.", "Devin <2>",
                "Coding agent by Cognition", "Does “it” & all", "Ship · 3 ship / 1 skip", "80, from 76 to 84",
                "Skeptic says skip:", "It costs <too> much.", "Aider vs Devin", "Too close to call.",
                "31% ship (95% interval 20% to 45%, 52 votes)", "Example Press & Co, 1 High Street, Leeds")) {
            assertThat(text).as("the part in plain text").contains(said);
            assertThat(html.text()).as("the part in HTML").contains(said);
        }
        assertThat(text)
                .contains("https://verdicts.example/tools/devin", "https://verdicts.example/newsletter/editions/7",
                        LEAVING)
                .doesNotContain("&lt;", "&amp;", "*there*");
        assertThat(html.select("em").eachText()).contains("there");
    }

    @Test
    void everyLinkIsAWholeAddressOfThisSite() {
        Letter letter = letters.letter(edition("See [Devin](/tools/devin).", item("Devin", "ship")));

        assertThat(Jsoup.parse(letter.htmlFor(LEAVING)).select("a").eachAttr("href"))
                .hasSizeGreaterThan(6).allMatch(address -> address.startsWith("https://verdicts.example/"))
                .contains(LEAVING);
    }

    @Test
    void itNeedsNothingFromElsewhereAndNoPictures() {
        Document html = Jsoup.parse(letters.letter(edition("", item("Devin", "ship"))).htmlFor(LEAVING));

        assertThat(html.select("img, script, link, iframe, object, form")).isEmpty();
        assertThat(html.select("style").html()).contains("prefers-color-scheme: dark").doesNotContain("url(",
                "@import");
    }

    @Test
    void aReadersOwnAddressStandsWhereTheLetterLeavesRoomAndNowhereElse() {
        Letter letter = letters.letter(edition("Leave: " + Letter.LEAVE, item("Devin", "ship")));

        assertThat(letter.textFor(LEAVING)).containsOnlyOnce(LEAVING).doesNotContain(Letter.LEAVE);
        assertThat(letter.htmlFor(LEAVING)).containsOnlyOnce(LEAVING).doesNotContain(Letter.LEAVE);
    }

    @Test
    void whatAnEditorWritesBecomesNoCode() {
        Letter letter = letters.letter(edition(
                "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>",
                item("Devin", "ship")));

        Document html = Jsoup.parse(letter.htmlFor(LEAVING));
        assertThat(html.select("script, img, [onerror]")).isEmpty();
        assertThat(html.select("a").eachAttr("href")).noneMatch(address -> address.startsWith("javascript:"));
    }

    @Test
    void theLongestEditionIsShownWhole() {
        Letter letter = letters.letter(edition("Word. ".repeat(Editions.LONGEST_INTRODUCTION / 6), IntStream.range(0, 8)
                .mapToObj(i -> item("N".repeat(120), "ship")).toArray(Item[]::new)));

        assertThat(letter.htmlFor(LEAVING).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(GMAIL_CUTS_AT);
    }

    @Test
    void aToolOnWhichNobodyHasSpokenHasNoStamp() {
        Letter letter = letters.letter(edition("", item("Devin", "none")));

        assertThat(Jsoup.parse(letter.htmlFor(LEAVING)).select("span.none")).isEmpty();
        assertThat(letter.subject()).isEqualTo("Devin");
    }

    private static EditionView edition(String introduction, Item... items) {
        return new EditionView(new UUID(0, 7), 7, new Week(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 22)),
                introduction,
                new EditionContent(List.of(items), 0,
                        new Versus("/compare/aider-vs-devin", "Aider vs Devin", "Too close to call."),
                        new Disagreement("/tools/aider", "Aider", "Ship · 4 ship / 0 skip",
                                "31% ship (95% interval 20% to 45%, 52 votes)")),
                Instant.parse("2026-11-23T08:00:00Z"));
    }

    private static Item item(String name, String outcome) {
        return new Item("/tools/devin", name, "Coding agent by Cognition", "Does “it” & all", outcome,
                "Ship · 3 ship / 1 skip", "80, from 76 to 84", "New here",
                List.of(new Voice("Builder", "ship", "It works."),
                        new Voice("Skeptic", "skip", "It costs <too> much.")));
    }
}

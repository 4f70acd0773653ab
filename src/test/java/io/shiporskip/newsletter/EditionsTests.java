package io.shiporskip.newsletter;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.mail.Postman;
import io.shiporskip.newsletter.EditionContent.Disagreement;
import io.shiporskip.newsletter.EditionContent.Item;
import io.shiporskip.newsletter.EditionContent.Versus;
import io.shiporskip.newsletter.EditionContent.Voice;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.Verdict;
import io.shiporskip.search.Indexing;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.DatabaseTest;
import io.shiporskip.testing.ToolMother;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import static io.shiporskip.testing.TakeMother.newTake;
import static io.shiporskip.testing.TakeMother.reviewer;
import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DatabaseTest
@Import(Indexing.class)
@SuppressWarnings("NullAway.Init")
class EditionsTests {

    /** A Monday on which an edition goes out, long enough ago that what is published then is published now. */
    private static final Instant MONDAY = Instant.parse("2025-06-16T08:00:00Z");
    private static final LocalDate SUNDAY = LocalDate.of(2025, 6, 15);
    private static final LocalDate EARLIER = LocalDate.of(2025, 1, 1);
    private static final EditionProperties MONDAY_AT_EIGHT = new EditionProperties(DayOfWeek.MONDAY, LocalTime.of(8, 0),
            ZoneOffset.UTC, "");

    @Autowired
    EditionQuery query;

    @Autowired
    Composer composer;

    @Autowired
    Postman postman;

    @Autowired
    Shelves shelves;

    @Autowired
    Tools tools;

    @Autowired
    Panel panel;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Indexing indexing;

    @Autowired
    EntityManager entities;

    @BeforeEach
    void aPanel() {
        List.of("Builder", "Skeptic", "Founder").forEach(role -> panel.addReviewer(
                new Slug(reviewer(role).slug()), role, "What of it?", "Looks at it."));
    }

    @Test
    void anEditionHasWhatWasPublishedInItsDays() {
        scored(tool("inside").publishedOn(SUNDAY), 80, 70, SUNDAY);
        scored(tool("first-day").publishedOn(SUNDAY.minusDays(6)), 90, 90, SUNDAY);
        scored(tool("too-early").publishedOn(SUNDAY.minusDays(7)), 99, 99, EARLIER);
        scored(tool("too-late").publishedOn(SUNDAY.plusDays(1)), 99, 99, SUNDAY.plusDays(1));

        EditionView edition = composed(MONDAY);

        assertThat(edition.number()).isEqualTo(1);
        assertThat(edition.week().text()).isEqualTo("9–15 June 2025");
        assertThat(edition.content().verdicts()).extracting(Item::name)
                .containsExactly("Tool first-day", "Tool inside");
        Item best = edition.content().verdicts().getFirst();
        assertThat(best.path()).isEqualTo("/tools/first-day");
        assertThat(best.verdict()).isEqualTo("Ship · 2 ship / 0 skip");
        assertThat(best.news()).isEqualTo("New here");
        assertThat(edition.headline()).isEqualTo("Tool first-day: Ship, Tool inside: Ship");
    }

    @Test
    void aToolOfFormerTimesIsThereWhenReviewersWroteAnew() {
        UUID old = scored(tool("old").publishedOn(EARLIER), 80, 70, EARLIER);
        panel.add(old, newTake("Founder", Verdict.SKIP, 20, SUNDAY));
        entities.flush();
        scored(tool("new").publishedOn(SUNDAY), 10, 10, SUNDAY);

        List<Item> verdicts = composed(MONDAY).content().verdicts();

        assertThat(verdicts).extracting(Item::name).containsExactly("Tool new", "Tool old");
        assertThat(verdicts.getLast().news()).isEqualTo("New take by the Founder");
        assertThat(verdicts.getLast().voices()).containsExactly(new Voice("Builder", "ship", "Reasons."),
                new Voice("Founder", "skip", "Reasons."));
    }

    @Test
    void whatIsNotPublishedIsNotThere() {
        UUID hidden = scored(tool("hidden").publishedOn(SUNDAY), 80, 70, SUNDAY);
        jdbc.sql("update tool set published_on = null where id = :id").param("id", hidden).update();

        assertThat(at(MONDAY).compose()).isEmpty();
    }

    @Test
    void anEmptyWeekMakesNoEditionAndIsNotedOnce() {
        Editions editions = at(MONDAY);

        assertThat(editions.compose()).isEmpty();
        assertThat(editions.compose()).isEmpty();
        assertThat(jdbc.sql("select count(*) from edition where state = 'EMPTY'").query(Integer.class).single())
                .isOne();
        assertThat(editions.before(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void whatAnEditorWroteWaitsForAWeekWithSomethingToSay() {
        at(MONDAY.minusSeconds(60)).introduce("A *quiet* week.");
        assertThat(at(MONDAY).compose()).isEmpty();
        scored(tool("late").publishedOn(SUNDAY.plusDays(3)), 80, 70, SUNDAY);

        EditionView edition = composed(MONDAY.plusSeconds(7 * 86_400));

        assertThat(edition.introduction()).isEqualTo("A *quiet* week.");
        assertThat(edition.introductionHtml()).contains("<em>quiet</em>");
        assertThat(edition.introductionText()).isEqualTo("A quiet week.");
        assertThat(at(MONDAY.plusSeconds(8 * 86_400)).coming().introduction()).isEmpty();
    }

    @Test
    void noDayIsCoveredTwiceAndNoneIsLost() {
        scored(tool("one").publishedOn(SUNDAY), 80, 70, SUNDAY);
        assertThat(at(MONDAY).compose()).isPresent();
        assertThat(at(MONDAY.plusSeconds(3600)).compose()).isEmpty();
        scored(tool("two").publishedOn(SUNDAY.plusDays(1)), 80, 70, SUNDAY.plusDays(1));
        scored(tool("three").publishedOn(SUNDAY.plusDays(14)), 80, 70, SUNDAY.plusDays(14));

        // The site was away when the second one was due, and comes back after the third was.
        EditionView second = composed(MONDAY.plusSeconds(15 * 86_400));

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.week()).isEqualTo(new Week(SUNDAY.plusDays(1), SUNDAY.plusDays(14)));
        assertThat(second.content().verdicts()).extracting(Item::name).containsExactly("Tool three", "Tool two");
    }

    @Test
    void anEditionShowsSomeAndCountsTheOthers() {
        for (int i = 10; i < 30; i++) {
            scored(tool("tool-" + i).publishedOn(SUNDAY), 80, 70, SUNDAY);
        }

        EditionContent content = composed(MONDAY).content();

        assertThat(content.verdicts()).hasSize(Composer.VERDICTS);
        assertThat(content.more()).isEqualTo(20 - Composer.VERDICTS);
        assertThat(content.headline()).isEqualTo("Tool tool-10: Ship, Tool tool-11: Ship and 18 more verdicts");
    }

    @Test
    void theComparisonOfTheWeekIsNotThatOfTheWeekBefore() {
        scored(tool("a").publishedOn(SUNDAY), 80, 80, SUNDAY);
        scored(tool("b").publishedOn(SUNDAY), 80, 80, SUNDAY);
        scored(tool("c").publishedOn(SUNDAY.plusDays(1)), 60, 60, SUNDAY.plusDays(1));
        scored(tool("d").publishedOn(SUNDAY.plusDays(1)), 60, 60, SUNDAY.plusDays(1));
        indexing.catchUp();

        List<@Nullable Versus> shown = Stream.of(MONDAY, MONDAY.plusSeconds(7 * 86_400))
                .map(moment -> composed(moment).content().comparison()).toList();

        assertThat(shown).extracting(Versus::path).containsExactlyInAnyOrder("/compare/a-vs-b", "/compare/c-vs-d");
    }

    @Test
    void panelAndCommunityDisagreeFromTenVotesOn() {
        UUID loved = scored(tool("loved").publishedOn(SUNDAY), 80, 80, SUNDAY);
        UUID early = scored(tool("early").publishedOn(SUNDAY), 80, 80, SUNDAY);
        UUID close = scored(tool("close").publishedOn(SUNDAY), 80, 80, SUNDAY);
        skips(loved, 10);
        skips(early, 9);
        skips(close, 3);
        ships(close, 17);
        indexing.catchUp();

        assertThat(composed(MONDAY).content().disagreement()).isEqualTo(new Disagreement("/tools/loved", "Tool loved",
                "Ship · 2 ship / 0 skip", "0% ship (95% interval 0% to 28%, 10 votes)"));
    }

    @Test
    void withoutVotesThereIsNoDisagreement() {
        scored(tool("one").publishedOn(SUNDAY), 80, 10, SUNDAY);
        indexing.catchUp();

        assertThat(composed(MONDAY).content().disagreement()).isNull();
    }

    @Test
    void anEditionStaysAsItWas() {
        UUID tool = scored(tool("renamed").publishedOn(SUNDAY), 80, 70, SUNDAY);
        EditionView before = composed(MONDAY);
        jdbc.sql("update tool set name = 'Another' where id = :id").param("id", tool).update();

        assertThat(at(MONDAY).byNumber(1)).contains(before);
    }

    @Test
    void theComingEditionIsShownBeforeItGoesOut() {
        scored(tool("soon").publishedOn(SUNDAY), 80, 70, SUNDAY);
        Editions editions = at(MONDAY.minusSeconds(86_400));
        editions.introduce("Hello.");

        Editions.Coming coming = editions.coming();

        assertThat(coming.due()).isEqualTo(MONDAY);
        assertThat(coming.week().last()).isEqualTo(SUNDAY);
        assertThat(coming.introduction()).isEqualTo("Hello.");
        assertThat(coming.content()).map(EditionContent::headline).contains("Tool soon: Ship");
    }

    @Test
    void anIntroductionHasAnEnd() {
        assertThatThrownBy(() -> at(MONDAY).introduce("x".repeat(Editions.LONGEST_INTRODUCTION + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSiteThatSendsNoMailMakesNoEdition() {
        scored(tool("one").publishedOn(SUNDAY), 80, 70, SUNDAY);
        Postman nobody = new Postman() {

            @Override
            public Round round() {
                throw new AssertionError("no mail may leave");
            }

            @Override
            public boolean delivers() {
                return false;
            }
        };

        assertThat(new Editions(query, composer, MONDAY_AT_EIGHT, nobody, Clock.fixed(MONDAY, ZoneOffset.UTC))
                .compose()).isEmpty();
    }

    private Editions at(Instant moment) {
        return new Editions(query, composer, MONDAY_AT_EIGHT, postman, Clock.fixed(moment, ZoneOffset.UTC));
    }

    private EditionView composed(Instant moment) {
        Optional<UUID> edition = at(moment).compose();
        return edition.flatMap(query::byId).orElseThrow(() -> new AssertionError("there is no edition"));
    }

    private UUID scored(ToolMother mother, int builder, int skeptic, LocalDate day) {
        UUID tool = mother.addTo(shelves, tools);
        panel.add(tool, newTake("Builder", Verdict.SHIP, builder, day));
        panel.add(tool, newTake("Skeptic", Verdict.SHIP, skeptic, day));
        entities.flush();
        return tool;
    }

    private void ships(UUID tool, int count) {
        votes(tool, "SHIP", count);
    }

    private void skips(UUID tool, int count) {
        votes(tool, "SKIP", count);
    }

    private void votes(UUID tool, String choice, int count) {
        for (int i = 0; i < count; i++) {
            jdbc.sql(
                    "insert into vote (tool_id, visitor_id, choice, held) values (:tool, gen_random_uuid(), :choice, false)")
                    .param("tool", tool).param("choice", choice).update();
        }
    }
}

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
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import static io.shiporskip.testing.TakeMother.newTake;
import static io.shiporskip.testing.TakeMother.reviewer;
import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@DatabaseTest
@Import(Indexing.class)
@SuppressWarnings("NullAway.Init")
class EditionsTests {

    /** A Monday on which an edition goes out. What a test does happens today, so that it is a Monday of these days. */
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate SUNDAY = TODAY.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
    private static final Instant MONDAY = SUNDAY.plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final EditionProperties MONDAY_AT_EIGHT = new EditionProperties(DayOfWeek.MONDAY, LocalTime.of(8, 0),
            ZoneOffset.UTC, "");

    private static final Postman NOBODY = new Postman() {

        @Override
        public Round round() {
            throw new AssertionError("no mail may leave");
        }

        @Override
        public boolean delivers() {
            return false;
        }
    };

    @Autowired
    EditionQuery query;

    @Autowired
    News news;

    @Autowired
    Composer composer;

    @Autowired
    EditionPlan plan;

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
    void anEditionHasWhatNoneHasToldOfYet() {
        scored(tool("good"), 80, 70);
        scored(tool("better").publishedOn(LONG_AGO), 90, 90);

        EditionView edition = composed(MONDAY);

        assertThat(edition.number()).isEqualTo(1);
        assertThat(edition.week()).isEqualTo(new Week(SUNDAY.minusDays(6), SUNDAY));
        assertThat(edition.content().verdicts()).extracting(Item::name).containsExactly("Tool better", "Tool good");
        Item best = edition.content().verdicts().getFirst();
        assertThat(best.path()).isEqualTo("/tools/better");
        assertThat(best.verdict()).isEqualTo("Ship · 2 ship / 0 skip");
        assertThat(best.news()).isEqualTo("New here");
        assertThat(edition.headline()).isEqualTo("Tool better: Ship, Tool good: Ship");
    }

    @Test
    void aToolIsThereAgainWhenAReviewerGivesAnotherVerdictOrScore() {
        UUID old = scored(tool("old"), 80, 70);
        composed(MONDAY);
        panel.add(old, newTake("Founder", Verdict.SKIP, 20, LONG_AGO));
        entities.flush();
        jdbc.sql("update take set score = 75 where tool_id = :tool and score = 70").param("tool", old).update();
        jdbc.sql("update take set text = 'Spelt right.' where tool_id = :tool and score = 80").param("tool", old)
                .update();

        List<Item> verdicts = composed(after(7)).content().verdicts();

        assertThat(verdicts).extracting(Item::name, Item::news)
                .containsExactly(tuple("Tool old", "New takes by the Skeptic and the Founder"));
        assertThat(verdicts.getFirst().voices()).containsExactly(new Voice("Builder", "ship", "Spelt right."),
                new Voice("Founder", "skip", "Reasons."));
        assertThat(at(after(14)).compose()).as("told once").isEmpty();
    }

    @Test
    void whatIsNotPublishedIsNoNewsUntilItIs() {
        UUID hidden = scored(tool("hidden"), 80, 70);
        UUID planned = scored(tool("planned").publishedOn(TODAY.plusDays(3)), 80, 70);
        jdbc.sql("update tool set published_on = null where id = :id").param("id", hidden).update();
        assertThat(at(MONDAY).compose()).isEmpty();

        jdbc.sql("update tool set published_on = :today where id in (:ids)").param("today", TODAY)
                .param("ids", List.of(hidden, planned)).update();

        assertThat(composed(after(7)).content().verdicts()).extracting(Item::name)
                .containsExactly("Tool hidden", "Tool planned");
    }

    @Test
    void whatHappenedLongAgoIsNoNews() {
        scored(tool("old").publishedOn(LONG_AGO), 80, 70);
        jdbc.sql("update news set noted_at = noted_at - interval '60 days'").update();

        assertThat(at(MONDAY).compose()).isEmpty();
    }

    @Test
    void aWeekIsNotToldByItsBestAlone() {
        for (int i = 10; i < 20; i++) {
            scored(tool("good-" + i), 90, 90);
        }
        for (int i = 10; i < 15; i++) {
            UUID bad = scored(tool("bad-" + i), 20 + 2 * i, 20);
            jdbc.sql("update take set verdict = 'SKIP' where tool_id = :tool").param("tool", bad).update();
        }

        EditionContent content = composed(MONDAY).content();

        assertThat(content.verdicts()).extracting(Item::stamp).containsExactly("Ship", "Ship", "Ship", "Ship", "Ship",
                "Skip", "Skip", "Skip");
        assertThat(content.verdicts()).extracting(Item::name).endsWith("Tool bad-14", "Tool bad-13", "Tool bad-12");
        assertThat(content.more()).isEqualTo(7);
    }

    @Test
    void anEmptyWeekMakesNoEditionAndIsNotedOnce() {
        Editions editions = at(MONDAY);

        assertThat(editions.compose()).isEmpty();
        assertThat(editions.compose()).isEmpty();
        assertThat(jdbc.sql("select count(*) from edition where state = 'EMPTY'").query(Integer.class).single())
                .isOne();
        assertThat(editions.before(Integer.MAX_VALUE, 1)).isEmpty();
    }

    @Test
    void whatAnEditorWroteWaitsForAWeekWithSomethingToSay() {
        at(MONDAY.minusSeconds(60)).introduce("A *quiet* week.", "");
        assertThat(at(MONDAY).compose()).isEmpty();
        scored(tool("late"), 80, 70);

        EditionView edition = composed(after(7));

        assertThat(edition.introduction()).isEqualTo("A *quiet* week.");
        assertThat(edition.introductionHtml()).contains("<em>quiet</em>");
        assertThat(edition.introductionText()).isEqualTo("A quiet week.");
        assertThat(at(after(8)).coming().draft().introduction()).isEmpty();
    }

    @Test
    void noDayIsCoveredTwiceAndNoneIsLost() {
        scored(tool("one"), 80, 70);
        assertThat(at(MONDAY).compose()).isPresent();
        scored(tool("two"), 80, 70);
        assertThat(at(MONDAY.plusSeconds(3600)).compose()).isEmpty();

        // The site was away when the second one was due, and comes back after the third was.
        EditionView second = composed(after(15));

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.week()).isEqualTo(new Week(SUNDAY.plusDays(1), SUNDAY.plusDays(14)));
        assertThat(second.content().verdicts()).extracting(Item::name).containsExactly("Tool two");
    }

    @Test
    void anEditionIsOverdueWhenItsTimePassedAndOthersWereBefore() {
        assertThat(at(MONDAY).overdue()).as("none was ever due").isFalse();
        scored(tool("one"), 80, 70);
        composed(MONDAY);

        assertThat(at(after(6)).overdue()).isFalse();
        assertThat(at(after(7)).overdue()).isTrue();
        assertThat(new EditionTasks.Weekly(MONDAY_AT_EIGHT, at(after(8))).getInitialExecutionTime(after(8)))
                .isEqualTo(after(8));
        assertThat(at(after(8)).compose()).isEmpty();
        assertThat(at(after(8)).overdue()).isFalse();
        assertThat(new EditionTasks.Weekly(MONDAY_AT_EIGHT, at(after(8))).getInitialExecutionTime(after(8)))
                .isEqualTo(after(14));
    }

    @Test
    void anEditionShowsSomeAndCountsTheOthers() {
        for (int i = 10; i < 30; i++) {
            scored(tool("tool-" + i), 80, 70);
        }

        EditionContent content = composed(MONDAY).content();

        assertThat(content.verdicts()).hasSize(Composer.VERDICTS);
        assertThat(content.more()).isEqualTo(20 - Composer.VERDICTS);
        assertThat(content.headline()).isEqualTo("Tool tool-10: Ship, Tool tool-11: Ship and 18 more verdicts");
    }

    @Test
    void theComparisonOfTheWeekIsNotThatOfTheWeekBefore() {
        scored(tool("a"), 80, 80);
        scored(tool("b"), 80, 80);
        scored(tool("c"), 60, 60);
        scored(tool("d"), 60, 60);
        indexing.catchUp();

        Versus first = composed(MONDAY).content().comparison();
        scored(tool("lonely").kind("speech-recogniser"), 50, 50);
        Versus second = composed(after(7)).content().comparison();

        assertThat(Stream.of(first, second)).extracting(Versus::path).containsExactlyInAnyOrder("/compare/a-vs-b",
                "/compare/c-vs-d");
    }

    @Test
    void panelAndCommunityDisagreeFromTenVotesOn() {
        UUID loved = scored(tool("loved"), 80, 80);
        UUID early = scored(tool("early"), 80, 80);
        UUID close = scored(tool("close"), 80, 80);
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
        scored(tool("one"), 80, 10);
        indexing.catchUp();

        assertThat(composed(MONDAY).content().disagreement()).isNull();
    }

    @Test
    void anEditionStaysAsItWas() {
        UUID tool = scored(tool("renamed"), 80, 70);
        EditionView before = composed(MONDAY);
        jdbc.sql("update tool set name = 'Another' where id = :id").param("id", tool).update();

        assertThat(at(MONDAY).byNumber(1)).contains(before);
    }

    @Test
    void theComingEditionIsShownBeforeItGoesOut() {
        scored(tool("soon"), 80, 70);
        Editions editions = at(MONDAY.minusSeconds(86_400));
        editions.introduce("Hello.", "");

        Editions.Coming coming = editions.coming();

        assertThat(coming.due()).isEqualTo(MONDAY);
        assertThat(coming.week().last()).isEqualTo(SUNDAY);
        assertThat(coming.draft().introduction()).isEqualTo("Hello.");
        assertThat(coming.content()).map(EditionContent::headline).contains("Tool soon: Ship");
    }

    @Test
    void whoeverSavesSecondIsToldAndOverwritesNothing() {
        Editions editions = at(MONDAY.minusSeconds(60));
        Editions.Draft first = editions.introduce("First.", "");
        Editions.Draft second = editions.introduce("Second.", first.basis());

        assertThatThrownBy(() -> editions.introduce("Mine.", first.basis()))
                .isInstanceOfSatisfying(IntroductionChanged.class,
                        changed -> assertThat(changed.now()).isEqualTo(second));
        assertThatThrownBy(() -> editions.introduce("Mine.", "")).isInstanceOf(IntroductionChanged.class);
        assertThat(editions.introduce("Second.", first.basis())).as("says the same").isEqualTo(second);
        assertThat(editions.introduce("Mine.", second.basis()).introduction()).isEqualTo("Mine.");
    }

    @Test
    void anEmptyWeekDoesNotMakeAnIntroductionAnother() {
        Editions.Draft before = at(MONDAY.minusSeconds(60)).introduce("A quiet week.", "");
        assertThat(at(MONDAY).compose()).isEmpty();

        assertThat(at(MONDAY).coming().draft()).isEqualTo(before);
    }

    @Test
    void whatWasWrittenForAnEditionThatHasGoneOutIsNotTakenForTheNextUnasked() {
        scored(tool("one"), 80, 70);
        String basis = at(MONDAY.minusSeconds(60)).introduce("For this one.", "").basis();
        composed(MONDAY);

        assertThatThrownBy(() -> at(MONDAY).introduce("For this one, longer.", basis))
                .isInstanceOf(IntroductionChanged.class);
        assertThat(at(MONDAY).introduce("For this one, longer.", "").introduction()).contains("longer");
    }

    @Test
    void whatIsKeptForTheNextEditionIsToldThenAndOnce() {
        scored(tool("now"), 80, 70);
        UUID later = scored(tool("later"), 90, 90);
        assertThat(at(MONDAY).leaveOut(new Slug("later"), true)).isTrue();
        assertThat(at(MONDAY).leaveOut(new Slug("later"), true)).as("again").isFalse();
        panel.add(later, newTake("Founder", Verdict.SKIP, 20, LONG_AGO));
        entities.flush();
        assertThat(at(MONDAY).coming().leftOut()).extracting(UntoldTool::slug, UntoldTool::note)
                .containsExactly(tuple("later", "Kept for the next edition"));

        assertThat(composed(MONDAY).content().verdicts()).extracting(Item::name).containsExactly("Tool now");
        // It has waited so long that it would be no news any more, had nobody kept it.
        jdbc.sql("update news set noted_at = noted_at - interval '20 days'").update();
        assertThat(at(MONDAY).coming().leftOut()).isEmpty();
        assertThat(composed(after(7)).content().verdicts()).extracting(Item::name, Item::news)
                .containsExactly(tuple("Tool later", "New here"));
        assertThat(at(after(14)).compose()).isEmpty();
    }

    @Test
    void whatIsNeverToldStaysUntoldAndWhatHappensLaterIsNews() {
        UUID tool = scored(tool("quiet"), 80, 70);
        assertThat(at(MONDAY).leaveOut(new Slug("quiet"), false)).isTrue();
        assertThat(at(MONDAY).compose()).isEmpty();
        assertThat(at(after(7)).compose()).isEmpty();

        scored(tool("other"), 80, 70);
        assertThat(at(after(7)).leaveOut(new Slug("quiet"), false)).as("nothing is left to tell").isFalse();
        jdbc.sql("update take set score = 10 where tool_id = :tool and score = 70").param("tool", tool).update();
        at(after(14)).leaveOut(new Slug("quiet"), false);
        jdbc.sql("update take set score = 11 where tool_id = :tool and score = 10").param("tool", tool).update();

        assertThat(composed(after(14)).content().verdicts()).extracting(Item::name)
                .containsExactlyInAnyOrder("Tool other", "Tool quiet");
    }

    @Test
    void whatWasLeftOutCanBePutBack() {
        scored(tool("back"), 80, 70);
        at(MONDAY).leaveOut(new Slug("back"), false);
        assertThat(at(MONDAY).coming().content()).isEmpty();

        assertThat(at(MONDAY).putBack(new Slug("back"))).isTrue();
        assertThat(at(MONDAY).putBack(new Slug("back"))).isFalse();
        assertThat(composed(MONDAY).content().verdicts()).hasSize(1);
        assertThat(at(MONDAY).putBack(new Slug("back"))).as("told").isFalse();
    }

    @Test
    void anEditionThatIsSentNowTakesThePlaceOfTheWeeklyOne() {
        scored(tool("early"), 80, 70);
        Instant thursday = MONDAY.minusSeconds(4 * 86_400L);

        assertThat(sent(at(thursday))).isEqualTo(1);

        EditionView sent = at(thursday).byNumber(1).orElseThrow();
        assertThat(sent.week().last()).isEqualTo(SUNDAY.minusDays(4));
        assertThat(at(thursday).coming().due()).as("the weekly one after").isEqualTo(after(7));
        scored(tool("after"), 80, 70);
        assertThat(at(MONDAY).compose()).isEmpty();
        assertThat(at(MONDAY.plusSeconds(60)).overdue()).isFalse();
        assertThat(composed(after(7)).week()).isEqualTo(new Week(SUNDAY.minusDays(3), SUNDAY.plusDays(7)));
    }

    @Test
    void nothingIsSentNowWhereThereIsNothingToTellOrADayIsCovered() {
        assertThatThrownBy(() -> sent(at(MONDAY))).isInstanceOf(EditionRefused.class)
                .hasMessageContaining("nothing to tell");
        scored(tool("one"), 80, 70);
        composed(MONDAY);
        scored(tool("two"), 80, 70);
        assertThat(sent(at(MONDAY.plusSeconds(60)))).as("covers Monday itself").isEqualTo(2);
        scored(tool("three"), 80, 70);
        assertThatThrownBy(() -> sent(at(MONDAY.plusSeconds(120)))).isInstanceOf(EditionRefused.class)
                .hasMessageContaining("today already");
    }

    @Test
    void aPlannedEditionGoesOutOnceAtItsMomentAndInPlaceOfTheWeeklyOne() {
        scored(tool("planned"), 80, 70);
        Instant wednesday = after(2);
        at(MONDAY.minusSeconds(3600)).plan(wednesday);
        UUID id = plan.pending().orElseThrow().id();

        assertThat(at(MONDAY.minusSeconds(60)).coming()).satisfies(coming -> {
            assertThat(coming.due()).isEqualTo(wednesday);
            assertThat(coming.weekly()).isEqualTo(MONDAY);
            assertThat(coming.week()).isEqualTo(new Week(SUNDAY.minusDays(4), SUNDAY.plusDays(2)));
        });
        assertThat(at(MONDAY).compose()).isEmpty();
        assertThat(at(MONDAY.plusSeconds(60)).overdue()).isFalse();
        assertThat(at(wednesday).composePlanned(UUID.randomUUID())).as("another plan").isEmpty();
        assertThat(at(wednesday).composePlanned(id)).isPresent();
        assertThat(at(wednesday).composePlanned(id)).as("by another copy of the site").isEmpty();
        scored(tool("next"), 80, 70);
        assertThat(composed(after(7)).number()).isEqualTo(2);
    }

    @Test
    void aPlanThatIsCancelledOrChangedDoesNothing() {
        scored(tool("planned"), 80, 70);
        Editions editions = at(MONDAY.minusSeconds(3600));
        editions.plan(after(1));
        UUID first = plan.pending().orElseThrow().id();
        editions.plan(after(2));
        assertThat(at(after(1)).composePlanned(first)).isEmpty();
        assertThat(
                jdbc.sql("select count(*) from scheduled_tasks where task_name = :name").param("name", EditionPlan.TASK)
                        .query(Integer.class).single())
                .isEqualTo(2);

        assertThat(editions.cancelPlan()).isTrue();
        assertThat(editions.cancelPlan()).isFalse();
        assertThat(composed(MONDAY).number()).isEqualTo(1);
        assertThatThrownBy(() -> editions.plan(MONDAY.minusSeconds(3600))).isInstanceOf(EditionRefused.class);
        assertThatThrownBy(() -> editions.plan(after(14))).isInstanceOf(EditionRefused.class);
    }

    @Test
    void anIntroductionHasAnEnd() {
        assertThatThrownBy(() -> at(MONDAY).introduce("x".repeat(Editions.LONGEST_INTRODUCTION + 1), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSiteThatSendsNoMailMakesNoEdition() {
        scored(tool("one"), 80, 70);
        assertThat(
                site(MONDAY, NOBODY)
                        .compose())
                .isEmpty();
    }

    @Test
    void aPlanThatComesToNothingIsRememberedWithTheReasonUntilSomethingGoesOut() {
        Instant wednesday = after(2);
        Editions before = at(MONDAY.minusSeconds(3600));
        before.plan(wednesday);
        assertThat(at(wednesday).composePlanned(plan.pending().orElseThrow().id())).isEmpty();
        assertThat(before.coming().dropped())
                .contains(new DroppedPlan(wednesday, DroppedPlan.Why.NOTHING_TO_TELL));
        assertThat(before.coming().planned()).isFalse();

        scored(tool("planned"), 80, 70);
        at(wednesday).plan(after(3));
        assertThat(before.coming().dropped()).as("planned anew").isEmpty();
        assertThat(site(after(3), NOBODY).composePlanned(plan.pending().orElseThrow().id())).isEmpty();
        assertThat(before.coming().dropped()).map(DroppedPlan::why).contains(DroppedPlan.Why.NO_MAIL_SERVER);

        sent(at(after(4)));
        assertThat(before.coming().dropped()).as("something went out").isEmpty();
    }

    private static Instant after(int days) {
        return MONDAY.plusSeconds(days * 86_400L);
    }

    private Editions at(Instant moment) {
        return site(moment, postman);
    }

    private static int sent(Editions editions) {
        return editions.sendNow(editions.coming().state());
    }

    private Editions site(Instant moment, Postman by) {
        return new Editions(query, news, composer, new Plans(plan, query, MONDAY_AT_EIGHT), by, List.of(),
                Clock.fixed(moment, ZoneOffset.UTC));
    }

    private EditionView composed(Instant moment) {
        Optional<UUID> edition = at(moment).compose();
        return edition.flatMap(query::byId).orElseThrow(() -> new AssertionError("there is no edition"));
    }

    private UUID scored(ToolMother mother, int builder, int skeptic) {
        UUID tool = mother.addTo(shelves, tools);
        panel.add(tool, newTake("Builder", Verdict.SHIP, builder));
        panel.add(tool, newTake("Skeptic", Verdict.SHIP, skeptic));
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

package io.shiporskip.editorial;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.SlugTaken;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.TakeView;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.DatabaseTest;
import io.shiporskip.testing.TakeMother;
import io.shiporskip.testing.ToolMother;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DatabaseTest
@SuppressWarnings("NullAway.Init")
class PublicationsTests {

    private static final Author ANNA = new Author(new UUID(1, 1), "Anna");
    private static final Reason WHY = Reason.of(ANNA, "The maker changed the price.");

    @Autowired
    Publications publications;

    @Autowired
    Revisions revisions;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Tools tools;

    @Autowired
    Shelves shelves;

    @Autowired
    Panel panel;

    @Autowired
    Votes votes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void shelvesAndPanel() {
        shelves.addMaker(new Slug("example-labs"), "Example Labs", "https://example.com");
        shelves.addCategory(new Slug("developer-tools"), "Developer Tools", "For people who write software.");
        shelves.addKind(new Slug("coding-agent"), "Coding agent", "Coding agents", "writes code");
        for (String role : List.of("Builder", "Skeptic", "Futurist")) {
            panel.addReviewer(new Slug(role.toLowerCase(java.util.Locale.ROOT)), role, "What of it?", "Looks at it.");
        }
    }

    @Test
    void whatIsPublishedReadsBackAsItWasWritten() {
        Dossier dossier = new Dossier(ToolMother.tool("one").monthly("20").monthly("9.5")
                .fact(Aspect.PLATFORMS, "Web").fact(Aspect.LICENCE, "MIT").newTool().alsoCalled(List.of("Zwei", "Old")),
                List.of(take("Skeptic", Verdict.SKIP, 40), take("Builder", Verdict.SHIP, null)));

        UUID tool = publications.add(dossier, WHY);

        assertThat(publications.current(tool))
                .contains(new Current(tool, 1, ToolState.PUBLISHED, dossier));
        assertThat(revisions.one(tool, 1).orElseThrow().dossier()).isEqualTo(dossier);
        assertThatThrownBy(() -> publications.add(dossier, WHY)).isInstanceOf(SlugTaken.class);
    }

    @Test
    void aChangeSaysAllOfItAndIsARevision() {
        UUID tool = publications.add(new Dossier(ToolMother.tool("one").monthly("20").monthly("40")
                .fact(Aspect.LICENCE, "MIT").newTool(),
                List.of(take("Builder", Verdict.SHIP, 80), take("Skeptic", Verdict.SKIP, 40))), WHY);
        // The plans change places, one fact goes and one comes, one take goes, one changes, one comes.
        Dossier after = new Dossier(ToolMother.tool("one").monthly("40").monthly("20")
                .fact(Aspect.WEIGHTS, "Open").newTool(),
                List.of(take("Builder", Verdict.SKIP, 30), take("Futurist", Verdict.SHIP, 90)));

        assertThat(publications.change(tool, 1, after, WHY)).isEqualTo(2);

        assertThat(publications.current(tool).orElseThrow().dossier()).isEqualTo(after);
        assertThat(revisions.of(tool, Integer.MAX_VALUE, 10)).extracting(RevisionView::number, RevisionView::who,
                RevisionView::reason).containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "Anna", "The maker changed the price."),
                        org.assertj.core.groups.Tuple.tuple(1, "Anna", "The maker changed the price."));
        assertThat(publications.change(tool, 2, after, WHY)).as("nothing is new").isEqualTo(2);
        assertThatThrownBy(() -> publications.change(tool, 1, after, WHY)).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> publications.change(new UUID(9, 9), 1, after, WHY))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void aToolFromBeforeThereWereRevisionsGetsTheOneThatItLacks() {
        UUID tool = tools.add(ToolMother.tool("one").newTool());
        Dossier before = publications.current(tool).orElseThrow().dossier();

        assertThat(publications.change(tool, 0, new Dossier(ToolMother.tool("one").paid().newTool(), List.of()), WHY))
                .isEqualTo(2);

        assertThat(revisions.one(tool, 1).orElseThrow().dossier()).isEqualTo(before);
        assertThat(revisions.of(tool, Integer.MAX_VALUE, 10).getLast().who()).isEqualTo("The site");
    }

    @Test
    void anotherSlugKeepsTheOldOneAndTakesNobodyElses() {
        UUID one = publications.add(dossier("one"), WHY);
        publications.add(dossier("two"), WHY);
        publications.change(one, 1, dossier("uno"), WHY);

        assertThat(tools.currentSlug(new Slug("one"))).contains(new Slug("uno"));
        assertThatThrownBy(() -> publications.change(one, 2, dossier("two"), WHY)).isInstanceOf(SlugTaken.class);
        publications.change(one, 2, dossier("one"), WHY);
        assertThat(tools.currentSlug(new Slug("uno"))).contains(new Slug("one"));
        assertThat(tools.currentSlug(new Slug("one"))).isEmpty();
        assertThatThrownBy(() -> publications.add(dossier("uno"), WHY)).isInstanceOf(SlugTaken.class);
    }

    @Test
    void aFactIsCheckedInOneStep() {
        UUID tool = publications.add(new Dossier(ToolMother.tool("one").fact(Aspect.LICENCE, "MIT").newTool(),
                List.of()), WHY);
        LocalDate today = LocalDate.of(2027, 3, 1);

        assertThat(publications.checked(tool, Aspect.LICENCE, today, WHY)).isEqualTo(2);
        assertThat(publications.checked(tool, Aspect.LICENCE, today, WHY)).isEqualTo(2);

        assertThat(publications.current(tool).orElseThrow().dossier().tool().facts())
                .containsExactly(new Fact(Aspect.LICENCE, "MIT", "https://example.com/facts", today));
        assertThatThrownBy(() -> publications.checked(tool, Aspect.HARDWARE, today, WHY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWithdrawnToolSaysWhyAndWhatToTakeInsteadUntilItComesBack() {
        UUID one = publications.add(dossier("one"), WHY);
        UUID two = publications.add(dossier("two"), WHY);

        publications.withdraw(one, two, Reason.of(ANNA, "It is sold no longer."));

        assertThat(tools.byIds(List.of(one))).isEmpty();
        assertThat(publications.current(one).orElseThrow().state()).isEqualTo(ToolState.WITHDRAWN);
        WithdrawnView withdrawn = withdrawals.find(List.of(new Slug("one"))).getFirst();
        assertThat(withdrawn.reason()).isEqualTo("It is sold no longer.");
        assertThat(withdrawn.replacement())
                .contains(new WithdrawnView.Replacement("/tools/two", "Tool two", "Tagline of two"));
        assertThatThrownBy(() -> publications.withdraw(one, null, WHY)).isInstanceOf(ChangedMeanwhile.class);

        publications.bringBack(one, WHY);

        assertThat(tools.byIds(List.of(one)).getFirst().publishedOn()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(withdrawals.find(List.of(new Slug("one")))).isEmpty();
        assertThat(revisions.of(one, Integer.MAX_VALUE, 10)).extracting(RevisionView::act)
                .containsExactly(Act.RETURNED, Act.WITHDRAWN, Act.ADDED);
        assertThatThrownBy(() -> publications.bringBack(one, WHY)).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> publications.withdraw(one, one, WHY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> publications.withdraw(one, null, Reason.of(ANNA, " ")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneOfTwoToolsHasTheTakesNamesAndAddressesOfBoth() {
        UUID gone = publications.add(new Dossier(ToolMother.tool("gone").newTool().alsoCalled(List.of("Earlier")),
                List.of(take("Builder", Verdict.SHIP, 10), take("Skeptic", Verdict.SKIP, 20))), WHY);
        UUID into = publications.add(new Dossier(ToolMother.tool("into").newTool(),
                List.of(take("Builder", Verdict.SHIP, 90))), WHY);
        UUID third = publications.add(dossier("third"), WHY);
        publications.change(gone, 1, new Dossier(ToolMother.tool("went").newTool().alsoCalled(List.of("Earlier")),
                List.of(take("Builder", Verdict.SHIP, 10), take("Skeptic", Verdict.SKIP, 20))), WHY);
        publications.withdraw(third, gone, Reason.of(ANNA, "Over."));
        keep(gone, 1);
        keep(gone, 2);
        keep(into, 2);

        publications.merge(gone, into, Reason.of(ANNA, "They are one product."));

        Dossier merged = publications.current(into).orElseThrow().dossier();
        assertThat(merged.tool().formerNames()).containsExactly("Earlier", "Tool went");
        assertThat(merged.takes()).extracting(TakeContent::score).containsExactly(90, 20);
        assertThat(tools.currentSlug(new Slug("gone"))).contains(new Slug("into"));
        assertThat(tools.currentSlug(new Slug("went"))).contains(new Slug("into"));
        assertThat(publications.current(gone)).isEmpty();
        assertThat(revisions.of(gone, Integer.MAX_VALUE, 10)).extracting(RevisionView::act)
                .containsExactly(Act.MERGED, Act.CHANGED, Act.ADDED);
        assertThat(jdbc.sql("select count(*) from bookmark where tool_id = :into").param("into", into)
                .query(Long.class).single()).isEqualTo(2);
        assertThat(withdrawals.find(List.of(new Slug("third"))).getFirst().replacement())
                .contains(new WithdrawnView.Replacement("/tools/into", "Tool into", "Tagline of into"));
        assertThatThrownBy(() -> publications.merge(into, into, WHY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> publications.merge(gone, into, WHY)).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void whatReadersSeeDoesNotGoIntoWhatTheyDoNotSee() {
        UUID seen = publications.add(dossier("seen"), WHY);
        UUID unseen = publications.add(dossier("unseen"), WHY);
        UUID other = publications.add(dossier("other"), WHY);
        publications.withdraw(unseen, null, WHY);
        publications.withdraw(other, null, WHY);

        assertThatThrownBy(() -> publications.merge(seen, unseen, WHY)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Readers see Tool seen and not Tool unseen.");
        publications.merge(other, unseen, WHY);
        publications.merge(unseen, seen, WHY);

        assertThat(publications.current(seen).orElseThrow().state()).isEqualTo(ToolState.PUBLISHED);
    }

    @Test
    void whatNoEditionHasToldOfATakeGoesOverWithIt() {
        UUID gone = publications.add(new Dossier(ToolMother.tool("gone").newTool(),
                List.of(take("Builder", Verdict.SHIP, 10), take("Skeptic", Verdict.SKIP, 20))), WHY);
        UUID into = publications.add(new Dossier(ToolMother.tool("into").newTool(),
                List.of(take("Builder", Verdict.SHIP, 90))), WHY);
        jdbc.sql("delete from news where tool_id = :into").param("into", into).update();

        publications.merge(gone, into, WHY);

        assertThat(news(into)).containsExactly("skeptic");
    }

    @Test
    void aToolThatComesBackIsNoNews() {
        UUID tool = publications.add(dossier("one"), WHY);
        jdbc.sql("delete from news").update();

        publications.withdraw(tool, null, WHY);
        publications.bringBack(tool, WHY);
        assertThat(news(tool)).isEmpty();

        publications.withdraw(tool, null, WHY);
        publications.change(tool, 4, new Dossier(ToolMother.tool("one").paid().newTool(), List.of()), WHY);
        assertThat(news(tool)).isEmpty();
    }

    @Test
    void votesAreCountedOnceForEachVisitor() {
        record Cast(String choice, boolean held, int minute) {}
        Random random = new Random(20261121);
        UUID gone = publications.add(dossier("gone"), WHY);
        UUID into = publications.add(dossier("into"), WHY);
        Map<UUID, List<Cast>> cast = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            UUID visitor = new UUID(7, i);
            for (UUID tool : List.of(gone, into)) {
                if (random.nextInt(3) > 0) {
                    Cast vote = new Cast(random.nextBoolean() ? "SHIP" : "SKIP", random.nextInt(4) == 0,
                            random.nextInt(100_000) * 2 + (tool.equals(into) ? 1 : 0));
                    cast.computeIfAbsent(visitor, _ -> new ArrayList<>()).add(vote);
                    jdbc.sql("""
                            insert into vote (tool_id, visitor_id, choice, held, cast_at)
                            values (:tool, :visitor, :choice, :held, timestamptz '2026-11-21' + :minute * interval '1 minute')
                            """).param("tool", tool).param("visitor", visitor).param("choice", vote.choice())
                            .param("held", vote.held()).param("minute", vote.minute()).update();
                }
            }
        }

        Tally shown = votes.merged(gone, into);
        publications.merge(gone, into, WHY);

        assertThat(votes.tallies(List.of(into)).get(into)).as("as it was shown before").isEqualTo(shown);
        List<Cast> kept = cast.values().stream().map(votes -> votes.stream().reduce((a, b) -> a.held() != b.held()
                ? (a.held() ? b : a) : (a.minute() > b.minute() ? a : b)).orElseThrow()).toList();
        assertThat(jdbc.sql("select ships, skips, held from tally where tool_id = :into").param("into", into)
                .query((row, _) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3))).single())
                .containsExactly(count(kept, vote -> !vote.held() && vote.choice().equals("SHIP")),
                        count(kept, vote -> !vote.held() && vote.choice().equals("SKIP")), count(kept, Cast::held));
    }

    @Test
    void theHistoryOfThePanelTellsTurnsAndNothingElse() {
        UUID tool = publications.add(new Dossier(ToolMother.tool("one").newTool(),
                List.of(take("Builder", Verdict.SHIP, 84), take("Skeptic", Verdict.SHIP, 78))), WHY);
        publications.change(tool, 1, new Dossier(ToolMother.tool("one").paid().newTool(),
                List.of(take("Builder", Verdict.SHIP, 84), take("Skeptic", Verdict.SHIP, 78))), WHY);
        assertThat(revisions.panelChanges(tool, 5)).isEmpty();
        publications.change(tool, 2, new Dossier(ToolMother.tool("one").paid().newTool(),
                List.of(take("Skeptic", Verdict.SKIP, null), take("Futurist", Verdict.SHIP, 90))),
                new Reason(ANNA, "The price was of last year.", true));
        publications.change(tool, 3, new Dossier(ToolMother.tool("one").paid().newTool(), List.of()), WHY);

        List<PanelChange> changes = revisions.panelChanges(tool, 5);
        assertThat(changes).hasSize(2);
        assertThat(changes.getFirst().turned()).isTrue();
        assertThat(changes.getLast().turns()).extracting(turn -> turn.reviewer() + " " + turn.text()).containsExactly(
                "builder took back ship 84", "skeptic from ship 78 to skip without a score", "futurist says ship 90");
        assertThat(changes.getLast().correction()).isTrue();
        assertThat(changes.getLast().verdictBefore().line()).isEqualTo("Ship · 2 ship / 0 skip");
        assertThat(changes.getLast().verdictAfter().line()).isEqualTo("Split · 1 ship / 1 skip");
        assertThat(revisions.panelChanges(tool, 1)).containsExactly(changes.getFirst());

        Correction correction = revisions.corrections(Long.MAX_VALUE, 5).getFirst();
        assertThat(correction.reason()).isEqualTo("The price was of last year.");
        assertThat(correction.path()).isEqualTo("/tools/one");
        assertThat(correction.difference().labels()).contains("Builder: verdict", "Skeptic: score");
        assertThat(revisions.corrections(correction.id(), 5)).isEmpty();
    }

    @Test
    void noRevisionIsEverChanged() {
        UUID tool = publications.add(dossier("one"), WHY);
        assertThat(revisions.of(tool, Integer.MAX_VALUE, 10)).hasSize(1);
        assertThatThrownBy(() -> jdbc.sql("update revision set who = 'Ben'").update())
                .isInstanceOf(DataAccessException.class).hasStackTraceContaining("only ever added");
    }

    @Test
    void thePanelsReadersSeeWhatWasPublished() {
        UUID tool = publications.add(new Dossier(ToolMother.tool("one").plan(new Plan("Team", new BigDecimal("7.50"),
                "EUR", io.shiporskip.catalogue.Period.YEAR, null)).newTool(),
                List.of(take("Skeptic", Verdict.SHIP, 70))),
                WHY);
        assertThat(tools.sheetsByIds(List.of(tool)).getFirst().plans().getFirst().price()).isEqualTo("EUR 7.50 a year");
        assertThat(panel.takes(List.of(tool)).get(tool)).extracting(TakeView::score).containsExactly(70);
    }

    private static <T> long count(List<T> all, java.util.function.Predicate<T> which) {
        return all.stream().filter(which).count();
    }

    private void keep(UUID tool, int visitor) {
        jdbc.sql("insert into bookmark (visitor_id, tool_id) values (:visitor, :tool)")
                .param("visitor", new UUID(8, visitor)).param("tool", tool).update();
    }

    private List<String> news(UUID tool) {
        return jdbc.sql("""
                select coalesce(r.slug, 'published') from news n left join reviewer r on r.id = n.reviewer_id
                 where n.tool_id = :tool order by 1
                """).param("tool", tool).query(String.class).list();
    }

    private static Dossier dossier(String slug) {
        return new Dossier(ToolMother.tool(slug).newTool(), List.of());
    }

    private static TakeContent take(String role, Verdict verdict, @Nullable Integer score) {
        return TakeMother.newTake(role, verdict, score);
    }
}

package io.shiporskip.panel;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.panel.Basis.Footing;
import io.shiporskip.panel.Claim.ClaimOutcome;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.DatabaseTest;
import io.shiporskip.testing.TakeMother;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the panel reads back, and what the database itself refuses. */
@DatabaseTest
@SuppressWarnings("NullAway.Init")
class TakeTablesTests {

    @Autowired
    Panel panel;

    @Autowired
    Shelves shelves;

    @Autowired
    Tools tools;

    @Autowired
    RecordKeeper records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    UUID tool;

    @BeforeEach
    void twoReviewersOfWhomOneHasSpoken() {
        tool = tool("a").addTo(shelves, tools);
        panel.addReviewer(new Slug("builder"), "Builder", "Show me.", "Builds.");
        panel.addReviewer(new Slug("skeptic"), "Skeptic", "Where?", "Doubts.");
        panel.add(tool, new TakeContent(new Slug("builder"), Verdict.SHIP, 84, "Reasons.", LocalDate.of(2026, 11, 21),
                new Basis(Footing.IN_USE, 6),
                List.of(new Claim("First.", LocalDate.of(2027, 1, 1), ClaimOutcome.OPEN),
                        new Claim("Second.", LocalDate.of(2028, 1, 1), ClaimOutcome.HELD))));
        entities.flush();
    }

    @Test
    void aTakeIsReadBackAsItWasWritten() {
        assertThat(panel.takes(List.of(tool))).containsOnlyKeys(tool);
        assertThat(panel.takes(List.of(tool)).getOrDefault(tool, List.of())).singleElement().satisfies(take -> {
            assertThat(take.reviewer().name()).isEqualTo("Builder");
            assertThat(take.score()).isEqualTo(84);
            assertThat(take.verdict()).isEqualTo(Verdict.SHIP);
            assertThat(take.basis().label()).isEqualTo("In use for 6 weeks");
            assertThat(take.claims()).extracting(Claim::statement).containsExactly("First.", "Second.");
        });
    }

    @Test
    void whatTheDatabaseAddsUpIsWhatTheTakesSay() {
        panel.add(tool, TakeMother.newTake("Skeptic", Verdict.SKIP, 51));
        entities.flush();

        assertThat(panel.verdicts(List.of(tool)))
                .isEqualTo(Map.of(tool, PanelVerdict.of(panel.takes(List.of(tool)).getOrDefault(tool, List.of()))));
        assertThat(panel.verdicts(List.of(tool)))
                .isEqualTo(Map.of(tool, new PanelVerdict(1, 1, new PanelScore(68, 51, 84, 2))));
        assertThat(panel.scores(List.of(tool))).isEqualTo(Map.of(tool, Map.of("Builder", 84, "Skeptic", 51)));
        List<Mark> marks = List.of(new Mark(tool, "builder", "Builder", Verdict.SHIP, 84),
                new Mark(tool, "skeptic", "Skeptic", Verdict.SKIP, 51));
        assertThat(panel.marks(List.of(tool))).isEqualTo(Map.of(tool, marks));
        records.reckon();
        assertThat(panel.records()).extracting(of -> of.reviewer().name() + ": " + of.record().counts())
                .containsExactly("Builder: 1 ship / 0 skip", "Skeptic: 0 ship / 1 skip");
    }

    @Test
    void whatIsNotPublishedCountsForNoReviewer() {
        jdbc.sql("update tool set published_on = null").update();

        records.reckon();
        assertThat(panel.records()).hasSize(2).extracting(ReviewerRecord::line).containsOnly("No takes yet");
        assertThat(panel.takesBy(new Slug("builder"), "", 10).takes()).isEmpty();
        assertThat(panel.marks(List.of(tool))).containsOnlyKeys(tool);
    }

    @Test
    void aRecordIsReckonedFromTheTakesAndTheirPanels() {
        assertThat(panel.records()).extracting(ReviewerRecord::line).containsOnly("No takes yet");
        panel.add(tool, TakeMother.newTake("Skeptic", Verdict.SKIP, 51));
        UUID unscored = tool("b").addTo(shelves, tools);
        panel.add(unscored, TakeMother.newTake("Skeptic", Verdict.SHIP, null));
        entities.flush();
        records.reckon();
        records.reckon();

        ReviewerRecord skeptic = panel.record(new Slug("skeptic")).orElseThrow();
        assertThat(skeptic.record()).isEqualTo(new PanelVerdict(1, 1, new PanelScore(51, 51, 51, 1)));
        assertThat(skeptic.fromPanel()).isEqualTo(new PanelDistance(1, 33, -33));
        assertThat(skeptic.dissents()).containsExactly(tool);
        assertThat(skeptic.line()).isEqualTo("Ships 50% of 2 tools");
        assertThat(panel.record(new Slug("nobody"))).isEmpty();
    }

    @Test
    void takesAreReadAPageAtATimeTheHighestScoreFirst() {
        int[] scores = { 70, 99, -1, 70, 0, -1, 70 };
        for (int i = 0; i < scores.length; i++) {
            panel.add(tool("t" + i).addTo(shelves, tools),
                    TakeMother.newTake("Skeptic", Verdict.SHIP, scores[i] < 0 ? null : scores[i]));
        }
        entities.flush();
        for (int size = 1; size <= 8; size++) {
            List<TakeView> read = new ArrayList<>();
            TakePage page = panel.takesBy(new Slug("skeptic"), "", size);
            assertThat(page.first()).isTrue();
            read.addAll(page.takes());
            while (!page.next().isEmpty()) {
                page = panel.takesBy(new Slug("skeptic"), page.next(), size);
                assertThat(page.first()).isFalse();
                assertThat(page.takes()).isNotEmpty();
                read.addAll(page.takes());
            }
            assertThat(read).as("%d on a page", size).extracting(TakeView::score).containsExactly(99, 70, 70, 70, 0,
                    null,
                    null);
            assertThat(read).extracting(TakeView::toolId).doesNotHaveDuplicates();
        }
    }

    @Test
    void aTakeWithoutAScoreIsNotScored() {
        jdbc.sql("update take set score = null").update();

        assertThat(panel.verdicts(List.of(tool))).isEqualTo(Map.of(tool, new PanelVerdict(1, 0, null)));
        assertThat(panel.scores(List.of(tool))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "score = 101,take_score_check", "score = -1,take_score_check", "verdict = 'MAYBE',take_verdict_check",
        "basis = 'RUMOUR',take_basis_check", "weeks = 0,take_weeks_check", "weeks = 1001,take_weeks_check",
        "weeks = null,take_check", "basis = 'TRIED',take_check", "basis = 'DOCUMENTATION',take_check",
        "text = ' ',take_text_check", "reviewer_id = uuidv7(),take_reviewer_id_fkey",
        "tool_id = uuidv7(),take_tool_id_fkey" })
    void aTakeKeepsItsRules(String change, String constraint) {
        assertThatRefused(() -> jdbc.sql("update take set " + change).update(), constraint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "score = 0", "score = 100", "score = null", "weeks = 1000",
        "basis = 'TRIED', weeks = null" })
    void theBoundsThemselvesAreAllowed(String change) {
        assertThatCode(() -> jdbc.sql("update take set " + change).update()).doesNotThrowAnyException();
    }

    @Test
    void aReviewerSpeaksOnceOnATool() {
        panel.add(tool, TakeMother.newTake("Builder", Verdict.SKIP, 10));

        assertThatExceptionOfType(PersistenceException.class).isThrownBy(() -> entities.flush())
                .withMessageContaining("take_tool_id_reviewer_id_key");
    }

    @ParameterizedTest
    @CsvSource({ "outcome = 'MAYBE',claim_outcome_check", "position = -1 where position = 0,claim_position_check" })
    void aClaimKeepsItsRules(String change, String constraint) {
        assertThatRefused(() -> jdbc.sql("update claim set " + change).update(), constraint);
    }

    @Test
    void twoReviewersNeverStandAtOnePlace() {
        assertThatRefused(() -> jdbc.sql("update reviewer set position = 0").update(), "reviewer_position_key");
    }

    private static void assertThatRefused(ThrowingCallable write,
            String constraint) {
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(write)
                .withMessageContaining("\"" + constraint + "\"");
    }
}

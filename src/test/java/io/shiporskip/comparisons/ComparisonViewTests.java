package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.comparisons.ComparisonView.Column;
import io.shiporskip.comparisons.ComparisonView.Row;
import io.shiporskip.comparisons.ComparisonView.TakeCell;
import io.shiporskip.panel.TakeView;
import io.shiporskip.panel.Verdict;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static io.shiporskip.comparisons.Scores.column;
import static io.shiporskip.testing.TakeMother.ship;
import static io.shiporskip.testing.TakeMother.skip;
import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;

class ComparisonViewTests {

    @Test
    void aClearLeadIsAnsweredWithTheWinner() {
        ComparisonView view = view(column(tool("a"), ship("Builder", 84), ship("Skeptic", 80)),
                column(tool("b"), ship("Builder", 80), ship("Skeptic", 77)));

        assertThat(view.title()).isEqualTo("Tool a vs Tool b");
        assertThat(view.answer()).isEqualTo("Ship with Tool a.");
        assertThat(view.because())
                .isEqualTo("It leads Tool b by 3.5 points over the two reviewers who scored both.");
    }

    @Test
    void aWinnerWhosePanelSaysSkipIsNotRecommended() {
        ComparisonView view = view(column(tool("a"), skip("Builder", 45), skip("Skeptic", 45)),
                column(tool("b"), skip("Builder", 20), skip("Skeptic", 20)));

        assertThat(view.answer()).isEqualTo("Tool a leads, but its own panel says skip.");
    }

    @Test
    void aWinnerWhosePanelIsSplitSaysSo() {
        ComparisonView view = view(column(tool("a"), ship("Builder", 70), skip("Skeptic", 55)),
                column(tool("b"), skip("Builder", 20), skip("Skeptic", 20)));

        assertThat(view.answer()).isEqualTo("Tool a leads, with a panel that is split.");
    }

    @Test
    void aNarrowLeadIsTooCloseToCall() {
        ComparisonView view = view(column(tool("a"), ship("Builder", 80), ship("Skeptic", 80)),
                column(tool("b"), ship("Builder", 81), ship("Skeptic", 80)));

        assertThat(view.answer()).isEqualTo("Too close to call.");
        assertThat(view.because()).isEqualTo("Over the reviewers who scored both, they lie less than 3 points apart.");
    }

    @Test
    void ofThreeItNamesTheTwoThatAreClose() {
        ComparisonView view = view(column(tool("a"), ship("Builder", 80), ship("Skeptic", 80)),
                column(tool("b"), ship("Builder", 81), ship("Skeptic", 80)),
                column(tool("c"), skip("Builder", 20), skip("Skeptic", 20)));

        assertThat(view.answer()).isEqualTo("Too close to call between Tool a and Tool b.");
    }

    @Test
    void differentJobsAreNotWeighedAgainstEachOther() {
        ComparisonView two = view(column(tool("a")), column(tool("b").kind("language-model")));
        ComparisonView three = view(column(tool("a")), column(tool("b").kind("language-model")), column(tool("c")));

        assertThat(two.answer()).isEqualTo("No pick: these two do different jobs.");
        assertThat(two.because()).isEqualTo("Tool a is a coding agent: it does the job of a coding agent. Tool b is a"
                + " language model: it does the job of a language model. Their scores answer different questions, so they are not set against each other.");
        assertThat(three.answer()).isEqualTo("No pick: these tools do different jobs.");
        assertThat(three.because())
                .startsWith("Tool a and Tool c are coding agents. Tool b is a language model: it does");
    }

    @Test
    void namesakesAreToldApartWhereverTheyAreNamed() {
        ComparisonView view = view(
                column(tool("a").namedLikeAnother("Small"), ship("Builder", 90), ship("Skeptic", 90)),
                column(tool("b").namedLikeAnother("Small"), ship("Builder", 80), ship("Skeptic", 80)));

        assertThat(view.title()).isEqualTo("Small (Tagline of a) vs Small (Tagline of b)");
        assertThat(view.answer()).isEqualTo("Ship with Small (Tagline of a).");
        assertThat(view.because()).startsWith("It leads Small (Tagline of b) by 10 points");
    }

    @Test
    void aNamesakeThatIsNotHereLeavesTheNameAlone() {
        assertThat(view(column(tool("a").namedLikeAnother("Small")), column(tool("b"))).title())
                .isEqualTo("Small vs Tool b");
    }

    @Test
    void theScorecardHasARowForEachReviewerWhoSpokeInThePanelsOrder() {
        TakeView dissent = skip("Founder", 52);
        ComparisonView view = view(column(tool("a"), ship("Builder", 80), ship("PM", 76)),
                column(tool("b"), ship("Builder", 87), ship("Skeptic"), dissent));

        assertThat(view.scorecard()).extracting(row -> row.reviewer().name()).containsExactly("Builder", "Skeptic",
                "PM",
                "Founder");
        assertThat(view.scorecard()).allSatisfy(row -> assertThat(row.cells()).hasSize(2));
        assertThat(view.scorecard().getLast().cells()).extracting(TakeCell::take).containsExactly(null, dissent);
        assertThat(view.scorecard().stream().flatMap(row -> row.cells().stream()).map(TakeCell::dissent)
                .filter(Objects::nonNull)).extracting(found -> found.take().verdict() + " " + found.against())
                .containsExactly(Verdict.SHIP + " false", Verdict.SKIP + " true");
    }

    @Test
    void factsOfWhichNoneIsVerifiedAndThePriceHaveNoRow() {
        ComparisonView view = view(column(tool("a").fact(Aspect.LICENCE, "MIT").fact(Aspect.PRICING, "Free")),
                column(tool("b").fact(Aspect.CONTEXT, "128K tokens")));

        assertThat(view.facts()).extracting(Row::key).containsExactly("licence", "context");
        assertThat(view.facts().getFirst().cells()).extracting(ComparisonView.Cell::text).containsExactly("MIT",
                "Not verified");
    }

    @Test
    void entriesAboutOneProductShareIt() {
        assertThat(view(column(tool("a").product("Agent")), column(tool("b").product("Agent"))).oneProduct())
                .isEqualTo("Both are entries about one product, Agent: read this as which of them suits your use, "
                        + "not as a choice of vendor.");
        assertThat(view(column(tool("a").product("Agent")), column(tool("b"))).oneProduct()).isNull();
        assertThat(view(column(tool("a")), column(tool("b"))).oneProduct()).isNull();
    }

    @Test
    void theScoreTableSetsOutTheScoresThatThePickWasMadeFrom() {
        ScoreTable table = view(column(tool("a"), ship("Builder", 80), ship("PM", 90), ship("Futurist", 60)),
                column(tool("b"), ship("Builder", 84), ship("Skeptic", 30), ship("Futurist", 60))).scores()
                .orElseThrow();

        assertThat(table.rows()).extracting(ScoreTable.Row::role).containsExactly("Builder", "Futurist");
        assertThat(table.rows()).extracting(ScoreTable.Row::gap).containsExactly("4", "0");
        assertThat(table.rows()).extracting(ScoreTable.Row::leader).containsExactly(2, 0);
        assertThat(table.mean()).isNotNull().satisfies(mean -> {
            assertThat(mean.cells()).extracting(ScoreTable.Cell::text).containsExactly("70", "72");
            assertThat(mean.gap()).isEqualTo("2");
            assertThat(mean.leader()).isEqualTo(2);
        });
        assertThat(table.from()).isEqualTo(30);
        assertThat(table.rows().getFirst().cells()).extracting(ScoreTable.Cell::share).containsExactly(714, 771);
    }

    @Test
    void withoutACommonReviewerThereIsNoScoreTable() {
        assertThat(view(column(tool("a"), ship("Builder", 80)), column(tool("b"), ship("PM", 80))).scores()).isEmpty();
    }

    private static ComparisonView view(Column... columns) {
        return new ComparisonView(Lineup.of(Stream.of(columns).map(column -> column.tool().slug()).toList()),
                List.of(columns), Judge.pick(Stream.of(columns).map(Column::contender).toList()),
                List.of(), List.of(), List.of());
    }
}

package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.comparisons.Pick.Choice;
import io.shiporskip.comparisons.Pick.DifferentJobs;
import io.shiporskip.comparisons.Pick.Lead;
import io.shiporskip.comparisons.Pick.Option;
import io.shiporskip.comparisons.Pick.TooClose;
import io.shiporskip.panel.Verdict;
import io.shiporskip.testing.ToolMother;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static io.shiporskip.comparisons.Scores.contender;
import static io.shiporskip.comparisons.Scores.slugs;
import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class JudgeTests {

    @Test
    void toolsOfDifferentKindsAreNotSetAgainstEachOther() {
        Pick pick = Judge
                .pick(List.of(contender(tool("a"), 90, 90), contender(tool("b").kind("language-model"), 10, 10),
                        contender(tool("c"), 50, 50)));

        assertThat(pick).asInstanceOf(type(DifferentJobs.class)).satisfies(different -> {
            assertThat(different.key()).isEqualTo("different");
            assertThat(different.jobs()).extracting(job -> job.kind().slug() + " " + slugs(job.tools()))
                    .containsExactly("coding-agent [a, c]", "language-model [b]");
        });
    }

    @Test
    void aLeadOfThreePointsIsAPickWithWhatItRestsOn() {
        Pick pick = Judge.pick(List.of(contender(tool("a"), 80, 70), contender(tool("b"), 84, 72)));

        assertThat(pick).asInstanceOf(type(Choice.class)).satisfies(choice -> {
            assertThat(choice.key()).isEqualTo("choice");
            assertThat(choice.winner().slug()).hasToString("b");
            assertThat(choice.leads()).hasSize(1);
            assertThat(choice.narrowest().other().slug()).hasToString("a");
            assertThat(choice.narrowest().duel().sum()).isEqualTo(6);
            assertThat(choice.narrowest().turningPoint()).isEqualTo(TurningPoint.of(choice.narrowest().duel()));
        });
    }

    @Test
    void aLeadJustBelowThreePointsIsTooClose() {
        TooClose close = tooClose(contender(tool("a"), 80, 70), contender(tool("b"), 83, 72));

        assertThat(close.key()).isEqualTo("close");
        assertThat(close.reason()).isEqualTo("Over the reviewers who scored both, they lie less than 3 points apart.");
        assertThat(close.options()).extracting(option -> option.tool().slug().value()).containsExactly("a", "b");
    }

    @Test
    void fewerThanTwoCommonReviewersDecideNothing() {
        TooClose close = tooClose(new Contender(tool("a").sheet(), Map.of("Builder", 90, "PM", 90), Map.of()),
                new Contender(tool("b").sheet(), Map.of("Builder", 10, "Founder", 10), Map.of()));

        assertThat(close.reason()).isEqualTo("Only one reviewer scored both, and one voice decides nothing.");
        assertThat(tooClose(contender(tool("a")), contender(tool("b"))).reason())
                .isEqualTo("No reviewer gave both a score, so there is nothing to weigh.");
    }

    @Test
    void theRoleWithTheWidestGapIsAReason() {
        TooClose close = tooClose(contender(tool("a"), 84, 60, 70), contender(tool("b"), 80, 70, 68));

        assertThat(reasons(close, "a")).containsExactly("you side with the Builder, who gives it 84 against 80");
        assertThat(reasons(close, "b")).containsExactly("you side with the Skeptic, who gives it 70 against 60");
    }

    @Test
    void aFreeBeginningIsAReasonWhereTheOthersHaveNone() {
        TooClose close = tooClose(contender(tool("a")), contender(tool("b").paid()));

        assertThat(reasons(close, "a")).containsExactly("you want to begin free");
        assertThat(reasons(close, "b")).noneMatch(reason -> reason.contains("free"));
    }

    @Test
    void aLowerPriceIsAReason() {
        TooClose close = tooClose(contender(tool("a").monthly("40.00").monthly("9.50")),
                contender(tool("b").monthly("0").monthly("10")));

        assertThat(reasons(close, "a")).containsExactly("the bill matters: its first paid plan is $9.50 a month");
        assertThat(reasons(close, "b")).noneMatch(reason -> reason.contains("bill"));
    }

    @Test
    void aPriceThatTheOtherDoesNotNameIsNone() {
        assertThat(reasons(tooClose(contender(tool("a").monthly("9")), contender(tool("b"))), "a"))
                .noneMatch(reason -> reason.contains("bill"));
    }

    @Test
    void aLowerPriceIsNoReasonAgainstWhatIsFreeToBegin() {
        TooClose close = tooClose(contender(tool("a").paid().monthly("10")), contender(tool("b").monthly("20")));

        assertThat(reasons(close, "a")).noneMatch(reason -> reason.contains("bill"));
    }

    @Test
    void whereNoScoresTellThemApartARoleThatShipsOnlyOneOfThemDoes() {
        Contender ships = new Contender(tool("a").sheet(), Map.of(), Map.of("Skeptic", Verdict.SHIP));
        Contender skips = new Contender(tool("b").sheet(), Map.of(), Map.of("Skeptic", Verdict.SKIP));

        assertThat(reasons(tooClose(ships, skips), "a"))
                .containsExactly("you side with the Skeptic, who says ship here and skip there");
    }

    @Test
    void aPermissiveLicenceIsAReasonAgainstOneThatIsNot() {
        TooClose close = tooClose(contender(tool("a").fact(Aspect.LICENCE, "MIT")),
                contender(tool("b").fact(Aspect.LICENCE, "Gemma Terms of Use")));

        assertThat(reasons(close, "a")).containsExactly("you need a permissive licence: MIT");
        assertThat(reasons(close, "b")).noneMatch(reason -> reason.contains("licence"));
    }

    @Test
    void anotherPermissiveOrAnUnknownLicenceIsNone() {
        TooClose same = tooClose(contender(tool("a").fact(Aspect.LICENCE, "MIT")),
                contender(tool("b").fact(Aspect.LICENCE, "Apache 2.0")));
        TooClose unknown = tooClose(contender(tool("a").fact(Aspect.LICENCE, "MIT")), contender(tool("b")));

        assertThat(reasons(same, "a")).noneMatch(reason -> reason.contains("licence"));
        assertThat(reasons(unknown, "a")).noneMatch(reason -> reason.contains("licence"));
    }

    @Test
    void whereNothingElseTellsThemApartItSaysWhomEachIsFor() {
        TooClose close = tooClose(contender(tool("a").bestFor("Teams with tests")),
                contender(tool("b").bestFor("GPU owners")));

        assertThat(reasons(close, "a")).containsExactly("it is meant for you: Teams with tests");
        assertThat(reasons(close, "b")).containsExactly("it is meant for you: GPU owners");
    }

    @Test
    void ofThreeAndFourToolsTheOneThatBeatsEachOtherIsPicked() {
        Contender best = contender(tool("best"), 90, 90);
        Contender next = contender(tool("next"), 85, 85);
        Contender last = contender(tool("last"), 60, 60);

        assertThat(Judge.pick(List.of(last, best, next))).asInstanceOf(type(Choice.class)).satisfies(choice -> {
            assertThat(choice.winner().slug()).hasToString("best");
            assertThat(choice.leads()).extracting(lead -> lead.other().slug().value()).containsExactly("next", "last");
        });
        assertThat(Judge.pick(List.of(last, best, next, contender(tool("other"), 84, 84))))
                .asInstanceOf(type(Choice.class)).extracting(choice -> choice.winner().slug().value())
                .isEqualTo("best");
    }

    @Test
    void aToolThatIsClearlyBehindIsNoOption() {
        TooClose close = tooClose(contender(tool("a"), 90, 90), contender(tool("b"), 89, 89),
                contender(tool("c"), 60, 60));

        assertThat(close.options()).extracting(option -> option.tool().slug().value()).containsExactly("a", "b");
        assertThat(close.reason()).contains("less than 3 points apart");
    }

    @Test
    void whoIsNotBeatenIsAnOptionWithThoseWhomItDoesNotBeat() {
        TooClose close = tooClose(contender(tool("a"), 84, 84), contender(tool("b"), 82, 82),
                contender(tool("c"), 80, 80));

        assertThat(close.options()).extracting(option -> option.tool().slug().value()).containsExactly("a", "b");
    }

    @Test
    void aRingHasNoPickAndIsNotCalledClose() {
        TooClose close = tooClose(
                new Contender(tool("a").sheet(), Map.of("Builder", 90, "Skeptic", 90, "PM", 50, "Founder", 50),
                        Map.of()),
                new Contender(tool("b").sheet(), Map.of("Builder", 50, "Skeptic", 50, "Futurist", 90, "Creator", 90),
                        Map.of()),
                new Contender(tool("c").sheet(), Map.of("Futurist", 50, "Creator", 50, "PM", 90, "Founder", 90),
                        Map.of()));

        assertThat(close.options()).extracting(option -> option.tool().slug().value()).containsExactly("a", "b", "c");
        assertThat(close.reason()).isEqualTo("None of them leads each of the others by 3 points.");
    }

    @Test
    void whoIsBeatenByAllInTheRingIsNoOption() {
        TooClose close = tooClose(
                new Contender(tool("a").sheet(), Map.of("Builder", 90, "Skeptic", 90, "PM", 50, "Founder", 50),
                        Map.of()),
                new Contender(tool("b").sheet(), Map.of("Builder", 50, "Skeptic", 50, "Futurist", 90, "Creator", 90),
                        Map.of()),
                new Contender(tool("c").sheet(), Map.of("Futurist", 50, "Creator", 50, "PM", 90, "Founder", 90),
                        Map.of()),
                contender(tool("d"), 10, 10, 10, 10, 10, 10));

        assertThat(close.options()).extracting(option -> option.tool().slug().value()).containsExactly("a", "b", "c");
    }

    @Test
    void theOrderOfTheContendersChangesNothing() {
        Random random = new Random(20261121);
        for (int i = 0; i < 500; i++) {
            List<Contender> contenders = contenders(random);
            Object expected = essence(Judge.pick(contenders));
            for (int shuffle = 0; shuffle < 6; shuffle++) {
                List<Contender> shuffled = new ArrayList<>(contenders);
                Collections.shuffle(shuffled, random);

                assertThat(essence(Judge.pick(shuffled))).as("%s", shuffled).isEqualTo(expected);
            }
        }
    }

    private static List<Contender> contenders(Random random) {
        return IntStream.range(0, 2 + random.nextInt(3)).mapToObj(number -> {
            ToolMother tool = tool("t" + number).kind(random.nextInt(8) == 0 ? "language-model" : "coding-agent");
            int[] scores = random.ints(random.nextInt(4), 70, 85).toArray();
            return contender(random.nextBoolean() ? tool.paid() : tool.monthly("" + (5 + random.nextInt(20))), scores);
        }).toList();
    }

    /** A pick without the order in which its parts stand. */
    private static Object essence(Pick pick) {
        return switch (pick) {
            case Choice choice -> List.of(choice.winner(),
                    choice.leads().stream().collect(Collectors.toMap(Lead::other, lead -> lead)));
            case TooClose close -> List.of(close.reason(),
                    close.options().stream().collect(Collectors.toMap(Option::tool, Option::reasons)));
            case DifferentJobs different -> different.jobs().stream()
                    .collect(Collectors.toMap(Pick.Job::kind, job -> new HashSet<>(job.tools())));
        };
    }

    private static TooClose tooClose(Contender... contenders) {
        return assertThat(Judge.pick(List.of(contenders))).asInstanceOf(type(TooClose.class)).actual();
    }

    private static List<String> reasons(TooClose close, String slug) {
        return close.options().stream().filter(option -> option.tool().slug().value().equals(slug)).findFirst()
                .orElseThrow().reasons();
    }
}

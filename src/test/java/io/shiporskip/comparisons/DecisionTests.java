package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.comparisons.Decision.Place;
import io.shiporskip.comparisons.Limits.Limit;
import io.shiporskip.panel.Verdict;
import io.shiporskip.testing.ToolMother;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import static io.shiporskip.comparisons.Scores.contender;
import static io.shiporskip.comparisons.Scores.slugs;
import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What the answer to a reader with weights and limits says; {@link DecisionPropertyTests} holds it to its rules. */
class DecisionTests {

    private static final List<String> ROLES = List.of("Builder", "Skeptic", "Futurist", "PM", "Founder", "Creator");

    @Test
    void aWeightTurnsThePickAndSaysSo() {
        List<Contender> tools = List.of(contender(tool("a"), 90, 70), contender(tool("b"), 80, 80));

        assertThat(decide(tools, Map.of(), Limits.NONE)).satisfies(decision -> {
            assertThat(decision.answer().sentence()).isEqualTo("Too close to call.");
            assertThat(decision.answer().key()).isEqualTo("close");
            assertThat(decision.answer().reason())
                    .isEqualTo("Over the reviewers who scored both, they lie less than 3 points apart.");
            assertThat(turns(decision)).containsExactly("Give the Builder double weight and it is Tool a.",
                    "Give the Builder no weight and it is Tool b, by the Skeptic alone.",
                    "Give the Skeptic double weight and it is Tool b.",
                    "Give the Skeptic no weight and it is Tool a, by the Builder alone.");
        });
        assertThat(decide(tools, Map.of("Builder", 2), Limits.NONE)).satisfies(decision -> {
            assertThat(decision.answer().sentence()).isEqualTo("Ship with Tool a.");
            assertThat(decision.answer().key()).isEqualTo("choice");
            assertThat(decision.answer().reason())
                    .isEqualTo(
                            "It leads Tool b by 3.3 points over the two reviewers who scored both, with your weights.");
            assertThat(decision.answer().ground()).extracting(voice -> voice.gap().weight()).containsExactly(2, 1);
            assertThat(decision.places()).extracting(Place::mean).containsExactly("83.3", "80");
            assertThat(decision.places()).extracting(Place::behind).containsExactly(null, "3.3");
            assertThat(turns(decision)).containsExactly(
                    "Give the Builder the usual weight and it is too close to call.",
                    "Give the Skeptic double weight and it is too close to call.");
        });
    }

    @Test
    void oneReviewerWithWeightDecidesAloneWhereAnotherScoredBothAsWell() {
        List<Contender> tools = List.of(contender(tool("a"), 90, 70), contender(tool("b"), 80, 80));

        assertThat(decide(tools, Map.of("Builder", 0), Limits.NONE).answer().reason()).isEqualTo(
                "It leads Tool a by 10 points by the Skeptic alone, because no other reviewer who scored both has a weight.");
        assertThat(decide(List.of(contender(tool("a"), 90), contender(tool("b"), 60)), Map.of(), Limits.NONE).answer()
                .reason()).isEqualTo("Only one reviewer scored both, and one voice decides nothing.");
    }

    @Test
    void withoutAnyWeightNothingTellsThemApart() {
        Map<String, Integer> none = Map.of("Builder", 0, "Skeptic", 0, "Futurist", 0, "PM", 0, "Founder", 0, "Creator",
                0);
        Decision decision = decide(List.of(contender(tool("a"), 90, 90), contender(tool("b"), 10, 10)), none,
                Limits.NONE);

        assertThat(decision.answer().sentence()).isEqualTo("Too close to call.");
        assertThat(decision.answer().reason())
                .isEqualTo("You gave no reviewer any weight, so nothing tells them apart.");
        assertThat(decision.places()).extracting(Place::mean).containsOnly("Not scored");
        assertThat(decision.places()).extracting(Place::rank).containsOnly(1);
    }

    @Test
    void whereNoReviewerOfBothHasWeightItSaysSo() {
        Decision decision = decide(List.of(contender(tool("a"), 90, 90, 40), contender(tool("b"), 10, 10)),
                Map.of("Builder", 0, "Skeptic", 0), Limits.NONE);

        assertThat(decision.answer().reason()).isEqualTo("None of the reviewers who scored both has a weight.");
    }

    @Test
    void whereNoTwoShareEnoughScoresItSaysSo() {
        Decision decision = decide(List.of(contender(tool("a"), 90), contender(tool("b"), 80), contender(tool("c"))),
                Map.of(), Limits.NONE);

        assertThat(decision.answer().sentence()).isEqualTo("Too close to call.");
        assertThat(decision.answer().reason())
                .isEqualTo("No two of them were scored by the same two reviewers, so there is nothing to weigh.");
        assertThat(decision.turns()).isEmpty();
    }

    @Test
    void whatBreaksALimitIsOutWithTheReason() {
        ToolMother closed = tool("closed").paid().monthly("25").fact(Aspect.PRICING, "$25")
                .fact(Aspect.WEIGHTS, "Closed").fact(Aspect.HOSTING, "Vendor-hosted");
        ToolMother open = tool("open").fact(Aspect.PRICING, "Free").fact(Aspect.WEIGHTS, "Open").fact(Aspect.HOSTING,
                "Self-hosted or vendor-hosted");
        Limits all = new Limits(new BigDecimal("20"), true, true, true);

        Decision decision = decide(List.of(contender(closed, 90, 90), contender(open, 10, 10)), Map.of(), all);

        assertThat(decision.answer().sentence()).isEqualTo("Only Tool open is left, and no reviewer has spoken on it.");
        assertThat(decision.answer().reason())
                .isEqualTo("It is the only one that keeps your limits, so nothing was weighed.");
        assertThat(slugs(decision.places().stream().map(Place::tool).toList())).containsExactly("open", "closed");
        assertThat(decision.places()).extracting(Place::rank).containsExactly(1, null);
        assertThat(decision.places().getLast().concerns()).extracting(concern -> concern.text()).containsExactly(
                "it costs at least $25 a month", "weights or source: closed", "hosting: vendor-hosted",
                "it costs something to begin");
        assertThat(decision.turns()).as("no single limit keeps it out").isEmpty();
    }

    @Test
    void aLimitThatKeepsTheBestOutIsNamedAsWhatTurnsIt() {
        ToolMother closed = tool("closed").fact(Aspect.WEIGHTS, "Closed");
        ToolMother open = tool("open").fact(Aspect.WEIGHTS, "Open");
        Decision decision = decide(List.of(contender(closed, 90, 90), contender(open, 10, 10)), Map.of(),
                new Limits(null, true, false, false));

        assertThat(turns(decision)).containsExactly("Drop open weights or source and it is Tool closed.");
        assertThat(decision.turns().getFirst().limits()).isEqualTo(Limits.NONE);
    }

    @Test
    void noToolMayBeLeft() {
        Decision decision = decide(List.of(contender(tool("a").paid().fact(Aspect.PRICING, "By usage"), 90, 90),
                contender(tool("b").paid().fact(Aspect.PRICING, "By usage"), 10, 10)), Map.of(),
                new Limits(null, false, false, true));

        assertThat(decision.answer().sentence()).isEqualTo("No tool here keeps all of your limits.");
        assertThat(decision.answer().key()).isEqualTo("none");
        assertThat(turns(decision)).containsExactly("Drop free entry and it is Tool a.");
    }

    @Test
    void aPickWithAFactThatNobodyVerifiedSaysSo() {
        Decision decision = decide(List.of(contender(tool("a"), 90, 90), contender(tool("b"), 10, 10)), Map.of(),
                new Limits(BigDecimal.ZERO, false, true, false));

        assertThat(decision.answer().reason())
                .isEqualTo("It leads Tool b by 80 points over the two reviewers who scored "
                        + "both; but that it costs nothing to begin is not verified, and whether you can host it yourself is "
                        + "not verified.");
    }

    @Test
    void whatCostsNothingToBeginKeepsAnyBudgetAndAPriceMustBeInDollarsAMonth() {
        Limits ten = new Limits(BigDecimal.TEN, false, false, false);
        Contender free = contender(tool("free").monthly("20").fact(Aspect.PRICING, "Free or $20"), 1);
        Contender just = contender(tool("just").paid().monthly("10.00").fact(Aspect.PRICING, "$10"), 1);
        Contender over = contender(tool("over").paid().monthly("10.01").fact(Aspect.PRICING, "$10.01"), 1);
        Contender unknown = contender(tool("unknown").paid().fact(Aspect.PRICING, "By usage"), 1);

        assertThat(ten.concerns(free)).isEmpty();
        assertThat(ten.concerns(just)).isEmpty();
        assertThat(ten.broken(over)).isTrue();
        assertThat(ten.broken(unknown)).isFalse();
        assertThat(ten.concerns(unknown)).extracting(concern -> concern.limit() + " " + concern.text())
                .containsExactly(Limit.BUDGET + " what it costs a month in dollars is not verified");
    }

    @Test
    void aPriceThatNobodyVerifiedPutsNoToolOut() {
        Limits cheapAndFree = new Limits(BigDecimal.TEN, false, false, true);
        Contender dear = contender(tool("dear").paid().monthly("25"), 90, 90);
        Contender known = contender(tool("known").paid().monthly("25").fact(Aspect.PRICING, "$25"), 90, 90);
        Contender free = contender(tool("free").fact(Aspect.PRICING, "Free"), 10, 10);

        assertThat(cheapAndFree.broken(dear)).isFalse();
        assertThat(cheapAndFree.concerns(dear)).extracting(Limits.Concern::text).containsExactly(
                "what it costs a month in dollars is not verified",
                "whether it costs nothing to begin is not verified");
        assertThat(decide(List.of(dear, free), Map.of(), cheapAndFree).answer()).satisfies(answer -> {
            assertThat(answer.sentence()).isEqualTo("Ship with Tool dear.");
            assertThat(answer.reason()).endsWith("; but what it costs a month in dollars is not verified, and "
                    + "whether it costs nothing to begin is not verified.");
        });
        assertThat(cheapAndFree.concerns(known)).extracting(Limits.Concern::broken).containsExactly(true, true);
        assertThat(decide(List.of(known, free), Map.of(), cheapAndFree).answer().pick()).isEqualTo(free.tool());
    }

    @Test
    void aPickAheadOfAnotherEntryAboutItsProductSaysSoAndNamesTheNearestRival() {
        Contender pick = contender(tool("a").product("Agent"), 90, 90);
        Contender entry = contender(tool("b").product("Agent"), 80, 80);
        Contender rival = contender(tool("c"), 75, 75);
        Contender further = contender(tool("d").product("Agent").maker("others"), 60, 60);
        String oneProduct = " Both are entries about one product, Agent: read this as which of them suits your use, "
                + "not as a choice of vendor.";

        assertThat(decide(List.of(pick, entry), Map.of(), Limits.NONE).answer().reason())
                .isEqualTo("It leads Tool b by 10 points over the two reviewers who scored both." + oneProduct);
        assertThat(decide(List.of(pick, entry, rival, further), Map.of(), Limits.NONE).answer().reason())
                .isEqualTo(
                        "It leads Tool b by 10 points over the two reviewers who scored both, and each of the others "
                                + "by as much or more." + oneProduct
                                + " It leads Tool c, the closest tool of another product, "
                                + "by 15 points over the two reviewers who scored both.");
        assertThat(decide(List.of(pick, further), Map.of(), Limits.NONE).answer().reason())
                .as("a product of the same name, of another maker").doesNotContain("one product");
        assertThat(decide(List.of(pick, contender(tool("e").product("Agent"), 10, 10), rival), Map.of(), Limits.NONE)
                .answer().reason()).as("the closest is a rival").doesNotContain("one product");
    }

    @Test
    void levelEntriesAboutOneProductAreNoChoiceOfVendor() {
        Contender one = contender(tool("a").product("Agent"), 90, 90);
        Contender other = contender(tool("b").product("Agent"), 89, 89);
        Contender level = contender(tool("c"), 90, 89);
        Contender behind = contender(tool("d"), 80, 80);
        String vendor = ": read this as which of them suits your use, not as a choice of vendor.";

        assertThat(decide(List.of(one, other), Map.of(), Limits.NONE).answer().reason())
                .endsWith(" Both are entries about one product, Agent" + vendor);
        assertThat(decide(List.of(one, other, behind, contender(tool("e"), 10, 10)), Map.of(), Limits.NONE).answer()
                .reason()).endsWith(" Another of these tools leads Tool d and Tool e by 3 points or more. Both are "
                        + "entries about one product, Agent" + vendor + " The closest tool of another product, Tool d, "
                        + "lies 10 points behind Tool a, over the two reviewers who scored both.");
        assertThat(decide(List.of(one, other, level, behind), Map.of(), Limits.NONE).answer().reason())
                .endsWith(" Tool a and Tool b are entries about one product, Agent" + vendor);
        assertThat(decide(List.of(level, contender(tool("f"), 90, 90)), Map.of(), Limits.NONE).answer().reason())
                .doesNotContain("one product");
    }

    @Test
    void aPanelThatSaysSkipIsNotHidden() {
        Contender skipped = new Contender(tool("a").sheet(), Scores.scores(50, 50), Map.of("Builder", Verdict.SKIP));
        Contender worse = contender(tool("b"), 10, 10);

        assertThat(decide(List.of(skipped, worse), Map.of(), Limits.NONE).answer().sentence())
                .isEqualTo("Tool a leads, but its own panel says skip.");
        assertThat(decide(List.of(skipped), Map.of(), Limits.NONE).answer()).satisfies(answer -> {
            assertThat(answer.sentence()).isEqualTo("Only Tool a is left, but its own panel says skip.");
            assertThat(answer.reason()).isEqualTo("It is the only one here, so nothing was weighed.");
        });
    }

    @Test
    void ofManyTheLevelOnesAreNamed() {
        Decision decision = decide(List.of(contender(tool("a"), 90, 90), contender(tool("b"), 89, 89),
                contender(tool("c"), 60, 60)), Map.of(), Limits.NONE);

        assertThat(decision.answer().sentence()).isEqualTo("Too close to call between Tool a and Tool b.");
        assertThat(decision.answer().reason()).endsWith("Another of these tools leads Tool c by 3 points or more.");
        assertThat(decision.places()).extracting(Place::rank).containsExactly(1, 1, 3);
        assertThat(decision.places().getFirst().reasons())
                .containsExactly("you side with the Builder, who gives it 90 against 89");
        assertThat(decision.places().getLast().reasons()).isEmpty();
    }

    @Test
    void toolsOfOneNameAreToldApart() {
        assertThat(decide(List.of(contender(tool("a").namedLikeAnother("Small"), 90, 90),
                contender(tool("b").namedLikeAnother("Small"), 10, 10)), Map.of(), Limits.NONE).answer().sentence())
                .isEqualTo("Ship with Small (Tagline of a).");
    }

    @Test
    void aWeightIsNoughtToThree() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Weights(Map.of("Builder", 4)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Weights(Map.of("Builder", -1)));
        assertThat(new Weights(Map.of("Builder", 1))).isEqualTo(Weights.EQUAL);
    }

    private static Decision decide(List<Contender> tools, Map<String, Integer> weights, Limits limits) {
        return Decision.among(tools, ROLES, new Weights(weights), limits);
    }

    private static List<String> turns(Decision decision) {
        return decision.turns().stream().map(Decision.Turn::sentence).toList();
    }
}

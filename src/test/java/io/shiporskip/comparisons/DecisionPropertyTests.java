package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Decision.Answer;
import io.shiporskip.comparisons.Decision.Place;
import io.shiporskip.comparisons.Decision.Turn;
import io.shiporskip.comparisons.Limits.Concern;
import io.shiporskip.testing.ToolMother;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;

/** Rules that hold whatever the panels, the weights and the limits: tried on some thousand of them. */
class DecisionPropertyTests {

    private static final List<String> ROLES = List.of("Builder", "Skeptic", "Futurist", "PM", "Founder", "Creator");
    private static final List<Case> CASES = cases(2000);

    private record Case(List<Contender> tools, Weights weights, Limits limits) {

        Decision decide() {
            return decide(weights, limits);
        }

        Decision decide(Weights others, Limits otherLimits) {
            return Decision.among(tools, ROLES, others, otherLimits);
        }
    }

    /** What a reader would call the answer. */
    private static String essence(Decision decision) {
        ToolView pick = decision.answer().pick();
        return pick == null ? decision.answer().key() : pick.slug().value();
    }

    @Test
    void theCasesHoldEveryAnswer() {
        Map<String, Long> keys = CASES.stream()
                .collect(Collectors.groupingBy(one -> one.decide().answer().key(), Collectors.counting()));

        assertThat(keys).hasSize(3).allSatisfy((_, count) -> assertThat(count).isGreaterThan(30));
    }

    @Test
    void moreWeightNeverHelpsTheToolThatTheRoleLikesLeast() {
        int raised = 0;
        for (Case one : CASES) {
            for (String role : ROLES) {
                Optional<Integer> lowest = lowest(one, role);
                if (lowest.isEmpty()) {
                    continue;
                }
                for (int weight = 0; weight < Weights.MOST; weight++) {
                    String before = essence(one.decide(one.weights().with(role, weight), one.limits()));
                    Decision after = one.decide(one.weights().with(role, weight + 1), one.limits());
                    for (Contender tool : one.tools()) {
                        if (lowest.get().equals(tool.scores().get(role))
                                && essence(after).equals(tool.tool().slug().value())) {
                            assertThat(before).as("%s heavier in %s", role, one).isEqualTo(essence(after));
                            raised++;
                        }
                    }
                }
            }
        }
        assertThat(raised).isGreaterThan(200);
    }

    /** The least score of a role that scored all of them. */
    private static Optional<Integer> lowest(Case one, String role) {
        return one.tools().stream().allMatch(tool -> tool.scores().containsKey(role))
                ? one.tools().stream().map(tool -> tool.scores().get(role)).filter(Objects::nonNull)
                        .min(Integer::compare)
                : Optional.empty();
    }

    @Test
    void betweenTwoMoreWeightNeverMovesTheOneLikedLessAhead() {
        int tried = 0;
        for (Case one : CASES) {
            if (one.tools().size() != 2) {
                continue;
            }
            for (String role : ROLES) {
                Integer first = one.tools().getFirst().scores().get(role);
                Integer second = one.tools().getLast().scores().get(role);
                if (first == null || second == null || first.equals(second)) {
                    continue;
                }
                String less = (first < second ? one.tools().getFirst() : one.tools().getLast()).tool().slug().value();
                for (int weight = 0; weight < Weights.MOST; weight++) {
                    Decision before = one.decide(one.weights().with(role, weight), one.limits());
                    Decision after = one.decide(one.weights().with(role, weight + 1), one.limits());
                    if (essence(after).equals(less)) {
                        assertThat(essence(before)).as("%s in %s", role, one).isEqualTo(less);
                    }
                    if (order(after).getFirst().equals(less)) {
                        assertThat(order(before).getFirst()).as("%s in %s", role, one).isEqualTo(less);
                    }
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(1000);
    }

    @Test
    void everyStatedTurnReallyTurnsAndNoSmallerStepDoes() {
        int turned = 0;
        for (Case one : CASES) {
            Decision now = one.decide();
            for (Turn turn : now.turns()) {
                Decision then = one.decide(turn.weights(), turn.limits());
                assertThat(essence(then)).as("%s in %s", turn, one).isNotEqualTo(essence(now));
                assertThat(turn.sentence().replaceFirst(", by the [A-Za-z]+ alone", ""))
                        .endsWith(switch (then.answer().key()) {
                            case "choice" -> "it is " + Objects.requireNonNull(then.answer().pick()).name() + ".";
                            case "close" -> "it is too close to call.";
                            default -> "no tool is left.";
                        });
                List<String> changed = ROLES.stream()
                        .filter(role -> turn.weights().of(role) != one.weights().of(role)).toList();
                long dropped = one.limits().set().stream().filter(limit -> !turn.limits().set().contains(limit))
                        .count();
                assertThat(changed.size() + dropped).isEqualTo(1);
                for (String role : changed) {
                    int direction = Integer.signum(turn.weights().of(role) - one.weights().of(role));
                    for (int weight = one.weights().of(role) + direction; weight != turn.weights()
                            .of(role); weight += direction) {
                        assertThat(essence(one.decide(one.weights().with(role, weight), one.limits())))
                                .isEqualTo(essence(now));
                    }
                }
                turned++;
            }
        }
        assertThat(turned).isGreaterThan(1000);
    }

    @Test
    void noTurnIsKeptBack() {
        for (Case one : CASES.subList(0, 500)) {
            Decision now = one.decide();
            for (String role : ROLES) {
                for (int weight = 0; weight <= Weights.MOST; weight++) {
                    int tried = weight;
                    int own = one.weights().of(role);
                    if (!essence(one.decide(one.weights().with(role, weight), one.limits())).equals(essence(now))) {
                        assertThat(now.turns()).as("%s at %d in %s", role, weight, one).anySatisfy(turn -> {
                            assertThat(turn.limits()).isEqualTo(one.limits());
                            assertThat(turn.weights().of(role)).isNotEqualTo(own)
                                    .isBetween(Math.min(own, tried), Math.max(own, tried));
                        });
                    }
                }
            }
        }
    }

    @Test
    void withEqualWeightsAndNoLimitsItIsThePick() {
        for (Case one : CASES) {
            Answer answer = one.decide(Weights.EQUAL, Limits.NONE).answer();
            switch (Judge.pick(one.tools())) {
                case Pick.Choice choice -> assertThat(answer.pick()).isEqualTo(choice.winner());
                case Pick.TooClose close -> {
                    assertThat(answer.pick()).isNull();
                    assertThat(answer.level()).containsExactlyInAnyOrderElementsOf(
                            close.options().stream().map(Pick.Option::tool).toList());
                    assertThat(answer.reason()).startsWith(close.reason());
                }
                case Pick.DifferentJobs _ -> throw new AssertionError("all are of one kind");
            }
        }
    }

    @Test
    void theOrderInWhichToolsAreGivenChangesNothing() {
        Random random = new Random(7);
        for (Case one : CASES) {
            List<Contender> shuffled = new ArrayList<>(one.tools());
            Collections.shuffle(shuffled, random);

            assertThat(new Case(shuffled, one.weights(), one.limits()).decide()).isEqualTo(one.decide());
        }
    }

    @Test
    void aPickLeadsEachOtherByThreePointsAndWhereNoneDoesItIsTooClose() {
        for (Case one : CASES) {
            Decision decision = one.decide();
            List<Contender> kept = one.tools().stream()
                    .filter(tool -> one.limits().concerns(tool).stream().noneMatch(Concern::broken)).toList();
            List<ToolView> leaders = kept.stream()
                    .filter(tool -> kept.stream()
                            .allMatch(other -> other.equals(tool) || leads(tool, other, one.weights())))
                    .map(Contender::tool).toList();

            assertThat(decision.answer().pick()).isEqualTo(leaders.isEmpty() ? null : leaders.getFirst());
            assertThat(decision.answer().key())
                    .isEqualTo(kept.isEmpty() ? "none" : leaders.isEmpty() ? "close" : "choice");
        }
    }

    /** Straight from the rule: at least two roles scored both, and their weighted mean lies at least three points apart. */
    private static boolean leads(Contender tool, Contender other, Weights weights) {
        List<String> common = ROLES.stream()
                .filter(role -> tool.scores().containsKey(role) && other.scores().containsKey(role)).toList();
        int weight = common.stream().mapToInt(weights::of).sum();
        int sum = common.stream().mapToInt(role -> weights.of(role)
                * (tool.scores().getOrDefault(role, 0) - other.scores().getOrDefault(role, 0))).sum();
        return common.size() >= 2 && weight > 0 && sum >= 3 * weight;
    }

    @Test
    void nothingThatBreaksALimitIsPickedAndWhatIsNotVerifiedIsSaid() {
        int unverified = 0;
        for (Case one : CASES) {
            Decision decision = one.decide();
            ToolView pick = decision.answer().pick();
            for (Place place : decision.places()) {
                assertThat(place.rank() == null).isEqualTo(place.out());
                if (place.out()) {
                    assertThat(place.tool()).isNotEqualTo(pick).isNotIn(decision.answer().level());
                } else if (place.tool().equals(pick)) {
                    assertThat(place.concerns()).allSatisfy(
                            concern -> assertThat(decision.answer().reason()).contains(concern.text()));
                    unverified += place.concerns().size();
                }
            }
        }
        assertThat(unverified).isGreaterThan(50);
    }

    @Test
    void placesHoldEveryToolOnceThePickFirst() {
        for (Case one : CASES) {
            Decision decision = one.decide();
            assertThat(order(decision)).containsExactlyInAnyOrderElementsOf(
                    one.tools().stream().map(tool -> tool.tool().slug().value()).toList());
            if (decision.answer().pick() != null) {
                assertThat(decision.places().getFirst().tool()).isEqualTo(decision.answer().pick());
            }
            assertThat(decision.places().stream().limit(decision.answer().level().size()).map(Place::tool))
                    .containsExactlyInAnyOrderElementsOf(decision.answer().level());
        }
    }

    @Test
    void scalingAllWeightsChangesNothing() {
        for (Case one : CASES) {
            Decision usual = one.decide(Weights.EQUAL, one.limits());
            for (int weight = 2; weight <= Weights.MOST; weight++) {
                Decision scaled = one.decide(all(weight), one.limits());

                assertThat(scaled.places()).isEqualTo(usual.places());
                assertThat(scaled.answer()).usingRecursiveComparison().ignoringFields("ground")
                        .isEqualTo(usual.answer());
            }
        }
    }

    private static Weights all(int weight) {
        return new Weights(ROLES.stream().collect(Collectors.toMap(role -> role, _ -> weight)));
    }

    private static List<String> order(Decision decision) {
        return decision.places().stream().map(place -> place.tool().slug().value()).toList();
    }

    private static List<Case> cases(int count) {
        Random random = new Random(20261121);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Contender> tools = new ArrayList<>();
            int size = 2 + random.nextInt(7);
            // Few points apart make close calls, few missing scores make roles that scored all.
            int spread = 1 + random.nextInt(40);
            double missing = random.nextInt(4) / 6.0;
            for (int at = 0; at < size; at++) {
                tools.add(new Contender(facts(tool("t" + at), random).sheet(), scores(random, spread, missing),
                        Map.of()));
            }
            Map<String, Integer> weights = new LinkedHashMap<>();
            ROLES.forEach(role -> weights.put(role, random.nextInt(Weights.MOST + 1)));
            boolean limited = random.nextBoolean();
            cases.add(new Case(tools, new Weights(weights),
                    !limited ? Limits.NONE
                            : new Limits(random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(40)) : null,
                                    random.nextInt(3) == 0, random.nextInt(3) == 0, random.nextInt(3) == 0)));
        }
        return cases;
    }

    private static Map<String, Integer> scores(Random random, int spread, double missing) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        ROLES.forEach(role -> {
            if (random.nextDouble() >= missing) {
                scores.put(role, 50 + random.nextInt(spread + 1));
            }
        });
        return scores;
    }

    private static ToolMother facts(ToolMother tool, Random random) {
        if (random.nextBoolean()) {
            tool.paid();
            if (random.nextBoolean()) {
                tool.monthly(String.valueOf(5 + random.nextInt(40)));
            }
        }
        if (random.nextInt(4) > 0) {
            tool.fact(Aspect.PRICING, "A price");
        }
        if (random.nextInt(4) > 0) {
            tool.fact(Aspect.WEIGHTS, random.nextInt(3) == 0 ? "Closed" : "Open");
        }
        if (random.nextInt(4) > 0) {
            tool.fact(Aspect.HOSTING, random.nextInt(3) == 0 ? "Vendor-hosted" : "Self-hosted");
        }
        return tool;
    }
}

package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Decision.Answer;
import io.shiporskip.comparisons.Decision.Place;
import io.shiporskip.comparisons.Decision.Turn;
import io.shiporskip.panel.Verdict;
import io.shiporskip.testing.ToolMother;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    @Test
    void moreWeightMovesAPickOnlyToAToolThatTheRoleLikesBetter() {
        int moved = 0;
        for (Case one : CASES) {
            for (String role : ROLES) {
                List<Optional<Contender>> picks = IntStream.rangeClosed(0, Weights.MOST)
                        .mapToObj(weight -> picked(one, one.weights().with(role, weight))).toList();
                for (int lighter = 0; lighter < picks.size(); lighter++) {
                    for (Optional<Contender> heavier : picks.subList(lighter + 1, picks.size())) {
                        if (picks.get(lighter).isPresent() && heavier.isPresent()
                                && !picks.get(lighter).equals(heavier)) {
                            Integer before = picks.get(lighter).get().scores().get(role);
                            Integer after = heavier.get().scores().get(role);
                            assertThat(before).as("%s heavier in %s", role, one).isNotNull();
                            assertThat(after).as("%s heavier in %s", role, one).isNotNull().isGreaterThan(before);
                            moved++;
                        }
                    }
                }
            }
        }
        assertThat(moved).isGreaterThan(100);
    }

    private static Optional<Contender> picked(Case one, Weights weights) {
        ToolView pick = one.decide(weights, one.limits()).answer().pick();
        return one.tools().stream().filter(tool -> tool.tool().equals(pick)).findFirst();
    }

    @Test
    void aPickNeverHidesThatItsPanelSaysSkipOrIsSplit() {
        int skipped = 0;
        int split = 0;
        for (Case one : CASES) {
            Optional<Contender> pick = picked(one, one.weights());
            if (pick.isEmpty()) {
                continue;
            }
            long ships = pick.get().verdicts().values().stream().filter(verdict -> verdict == Verdict.SHIP).count();
            long skips = pick.get().verdicts().size() - ships;
            String sentence = one.decide().answer().sentence();
            assertThat(sentence.endsWith(", but its own panel says skip.")).as("%s", one).isEqualTo(skips > ships);
            assertThat(sentence.endsWith(", with a panel that is split.")).as("%s", one)
                    .isEqualTo(skips == ships && skips > 0);
            skipped += skips > ships ? 1 : 0;
            split += skips == ships && skips > 0 ? 1 : 0;
        }
        assertThat(skipped).isGreaterThan(100);
        assertThat(split).isGreaterThan(30);
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
                    .filter(tool -> !breaks(tool.sheet(), one.limits())).toList();
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

    /** Straight from the facts: what is not verified breaks nothing, and what costs nothing to begin costs nothing. */
    private static boolean breaks(ToolSheetView sheet, Limits limits) {
        Map<Aspect, String> verified = new EnumMap<>(Aspect.class);
        sheet.facts().forEach(fact -> verified.put(fact.aspect(), fact.text()));
        boolean paid = verified.containsKey(Aspect.PRICING) && sheet.tool().entry() == Entry.PAID;
        BigDecimal budget = limits.budget();
        return limits.free() && paid
                || budget != null && paid && !sheet.plans().isEmpty()
                        && sheet.plans().stream().map(Plan::amount).filter(Objects::nonNull)
                                .allMatch(amount -> amount.compareTo(budget) > 0)
                || limits.open() && "Closed".equals(verified.get(Aspect.WEIGHTS))
                || limits.selfHost() && "Vendor-hosted".equals(verified.get(Aspect.HOSTING));
    }

    @Test
    void nothingThatBreaksALimitIsPickedAndWhatIsNotVerifiedIsSaid() {
        int unverified = 0;
        int unverifiedPrices = 0;
        for (Case one : CASES) {
            Decision decision = one.decide();
            ToolView pick = decision.answer().pick();
            assertThat(decision.places().stream().filter(Place::out).map(Place::tool))
                    .containsExactlyInAnyOrderElementsOf(one.tools().stream().map(Contender::sheet)
                            .filter(sheet -> breaks(sheet, one.limits())).map(ToolSheetView::tool).toList());
            unverifiedPrices += (int) one.tools().stream().map(Contender::sheet)
                    .filter(sheet -> one.limits().free() && sheet.tool().entry() == Entry.PAID
                            && sheet.facts().stream().noneMatch(fact -> fact.aspect() == Aspect.PRICING))
                    .count();
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
        assertThat(unverifiedPrices).isGreaterThan(50);
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
                ToolMother tool = tool("t" + at);
                if (random.nextInt(3) == 0) {
                    tool.product("Product");
                }
                tools.add(new Contender(facts(tool, random).sheet(), scores(random, spread, missing),
                        verdicts(random)));
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

    /** Panels of all sizes, some of one voice, and a good many that skip or are split. */
    private static Map<String, Verdict> verdicts(Random random) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        int shipsOfFour = random.nextInt(5);
        ROLES.subList(0, random.nextInt(ROLES.size() + 1)).forEach(role -> verdicts.put(role,
                random.nextInt(4) < shipsOfFour ? Verdict.SHIP : Verdict.SKIP));
        return verdicts;
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

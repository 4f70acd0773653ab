package io.shiporskip.comparisons;

import io.shiporskip.comparisons.Pick.Choice;
import io.shiporskip.testing.ToolMother;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page says would turn its pick is true: each sentence is read back and played through by a second, slower judge that
 * weighs every pair with fractions. Two to four tools, from a fixed seed.
 */
class TurningTests {

    private static final List<String> ROLES = List.of("Builder", "Skeptic", "Futurist", "PM", "Founder", "Creator");
    private static final Pattern WEIGHT = Pattern
            .compile("Give the (\\w+) more (?:than ([0-9.]+) times the weight of|weight than) each other reviewer .*");
    private static final Pattern FLIP = Pattern
            .compile("Give the (\\w+) more than ([0-9.]+) times the weight and it is (\\w)[.]");
    private static final Pattern OUT = Pattern.compile("Leave out the (.+) and it is (.+)[.]");
    private static final Pattern FEWER = Pattern
            .compile("(\\d+) points? fewer (?:for \\w )?from (.+?)(?: for \\w)? and it is too close.*");

    private final Random random = new Random(20261121);

    @Test
    void everySentenceIsTrue() {
        int picks = 0;
        int[] kinds = new int[4];
        for (int round = 0; round < 6000; round++) {
            Map<String, Map<String, Integer>> panels = panels(2 + round % 3);
            ComparisonView view = view(panels);
            if (view.pick() instanceof Choice choice) {
                picks++;
                String winner = choice.winner().name();
                assertThat(outcome(panels, Map.of())).isEqualTo(winner);
                List<String> named = new ArrayList<>();
                for (String sentence : view.turning()) {
                    check(sentence, panels, winner, named, kinds);
                }
                for (String role : ROLES) {
                    if (!named.contains(role)) {
                        assertThat(outcome(panels, Map.of(role, 0.0))).as("without the %s: %s", role, view.turning())
                                .isEqualTo(winner);
                    }
                }
            }
        }
        assertThat(picks).isGreaterThan(1000);
        assertThat(kinds).as("each kind of sentence was seen").doesNotContain(0);
    }

    private void check(String sentence, Map<String, Map<String, Integer>> panels, String winner, List<String> named,
            int[] kinds) {
        Matcher weight = WEIGHT.matcher(sentence);
        Matcher flip = FLIP.matcher(sentence);
        Matcher out = OUT.matcher(sentence);
        Matcher fewer = FEWER.matcher(sentence);
        if (flip.matches()) {
            kinds[1]++;
            assertThat(outcome(panels, Map.of(flip.group(1), Double.parseDouble(flip.group(2)) + 0.001))).as(sentence)
                    .isEqualTo(flip.group(3));
        } else if (weight.matches()) {
            kinds[0]++;
            double factor = weight.group(2) == null ? 1 : Double.parseDouble(weight.group(2));
            assertThat(outcome(panels, Map.of(weight.group(1), factor + 0.001))).as(sentence).isEqualTo("close");
            for (String role : ROLES) {
                assertThat(outcome(panels, Map.of(role, Math.max(1, factor - 0.101)))).as(sentence).isEqualTo(winner);
            }
        } else if (out.matches()) {
            kinds[2]++;
            for (String role : out.group(1).split(" or the ", -1)) {
                named.add(role);
                assertThat(outcome(panels, Map.of(role, 0.0))).as(sentence)
                        .isEqualTo(out.group(2).equals("too close to call") ? "close" : out.group(2));
            }
        } else if (fewer.matches()) {
            kinds[3]++;
            int points = Integer.parseInt(fewer.group(1));
            List<String> roles = fewer.group(2).equals("any one reviewer")
                    ? ROLES.stream().filter(role -> panels.values().stream().allMatch(p -> p.containsKey(role)))
                            .toList()
                    : List.of(fewer.group(2).replaceFirst("^the ", "").split(" or the ", -1));
            assertThat(roles).isNotEmpty().allSatisfy(role -> {
                assertThat(outcome(less(panels, winner, role, points), Map.of())).as(sentence).isEqualTo("close");
                assertThat(outcome(less(panels, winner, role, points - 1), Map.of())).as(sentence).isEqualTo(winner);
            });
        } else {
            assertThat(sentence).startsWith("No reviewer's weight turns it");
            for (String role : ROLES) {
                assertThat(outcome(panels, Map.of(role, 1000.0))).as(sentence).isEqualTo(winner);
            }
        }
    }

    /** The winner by name, or "close", with some roles weighing more, less or nothing. */
    private static String outcome(Map<String, Map<String, Integer>> panels, Map<String, Double> weights) {
        return panels.keySet().stream()
                .filter(one -> panels.keySet().stream().filter(other -> !other.equals(one))
                        .allMatch(other -> leads(panels.getOrDefault(one, Map.of()),
                                panels.getOrDefault(other, Map.of()), weights)))
                .findFirst().orElse("close");
    }

    private static boolean leads(Map<String, Integer> one, Map<String, Integer> other, Map<String, Double> weights) {
        double sum = 0;
        double total = 0;
        int roles = 0;
        for (String role : ROLES) {
            double weight = weights.getOrDefault(role, 1.0);
            if (one.containsKey(role) && other.containsKey(role) && weight > 0) {
                sum += weight * (one.getOrDefault(role, 0) - other.getOrDefault(role, 0));
                total += weight;
                roles++;
            }
        }
        return roles >= Duel.LEAST_ROLES && sum / total >= Duel.LEAST_LEAD - 1e-9;
    }

    private static Map<String, Map<String, Integer>> less(Map<String, Map<String, Integer>> panels, String tool,
            String role, int points) {
        Map<String, Map<String, Integer>> changed = new HashMap<>(panels);
        Map<String, Integer> panel = new HashMap<>(panels.getOrDefault(tool, Map.of()));
        panel.computeIfPresent(role, (_, score) -> score - points);
        changed.put(tool, panel);
        return changed;
    }

    private Map<String, Map<String, Integer>> panels(int tools) {
        Map<String, Map<String, Integer>> panels = new LinkedHashMap<>();
        for (int i = 0; i < tools; i++) {
            Map<String, Integer> panel = new LinkedHashMap<>();
            for (String role : ROLES) {
                if (random.nextInt(100) < 70) {
                    panel.put(role, 40 + random.nextInt(50) + (i == 0 ? 8 : 0));
                }
            }
            panels.put(String.valueOf((char) ('a' + i)), panel);
        }
        return panels;
    }

    private static ComparisonView view(Map<String, Map<String, Integer>> panels) {
        List<Contender> contenders = panels.entrySet().stream()
                .map(panel -> new Contender(ToolMother.tool(panel.getKey()).named(panel.getKey()).sheet(),
                        panel.getValue(), Map.of()))
                .toList();
        return new ComparisonView(Lineup.of(contenders.stream().map(one -> one.tool().slug()).toList()),
                panels.keySet().stream().map(name -> Scores.column(ToolMother.tool(name).named(name))).toList(),
                Judge.pick(contenders), List.of(), List.of(), List.of());
    }
}

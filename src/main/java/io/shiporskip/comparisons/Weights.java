package io.shiporskip.comparisons;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much each role of the panel counts for a reader: 0, which leaves it out, to {@link #MOST}. A role that is not named
 * counts {@link #USUAL}.
 *
 * @param byRole the weights that were given, by the role's name
 */
public record Weights(Map<String, Integer> byRole) {

    /** What a role counts unless the reader says otherwise. */
    public static final int USUAL = 1;

    /** The most that a role can count. */
    public static final int MOST = 3;

    /** Every role counts the same. */
    public static final Weights EQUAL = new Weights(Map.of());

    /** @throws IllegalArgumentException for a weight outside of 0 to {@link #MOST} */
    public Weights {
        if (byRole.values().stream().anyMatch(weight -> weight < 0 || weight > MOST)) {
            throw new IllegalArgumentException("a weight is 0 to " + MOST);
        }
        byRole = byRole.entrySet().stream().filter(weight -> weight.getValue() != USUAL)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What a role counts. */
    public int of(String role) {
        return byRole.getOrDefault(role, USUAL);
    }

    /** Whether every role counts the same. */
    public boolean equal() {
        return byRole.isEmpty();
    }

    /** The same, but for one role. */
    Weights with(String role, int weight) {
        Map<String, Integer> other = new LinkedHashMap<>(byRole);
        other.put(role, weight);
        return new Weights(other);
    }
}

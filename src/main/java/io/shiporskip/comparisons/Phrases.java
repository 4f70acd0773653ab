package io.shiporskip.comparisons;

import io.shiporskip.panel.Outcome;

import java.util.List;

/** The sentences that a comparison and a decision have in common. */
final class Phrases {

    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five", "six");

    private Phrases() {}

    /** The answer where a tool leads each of the others. */
    static String chosen(String name, Outcome panel) {
        return switch (panel) {
            case SKIP -> "%s leads, but its own panel says skip.".formatted(name);
            case SPLIT -> "%s leads, with a panel that is split.".formatted(name);
            case SHIP, NONE -> "Ship with %s.".formatted(name);
        };
    }

    /** What is said of the tools that are not among those between which it is too close to call. */
    static String led(String names) {
        return "Another of these tools leads %s by %d points or more.".formatted(names, Duel.LEAST_LEAD);
    }

    /**
     * What is said where tools that are weighed against each other are no rivals.
     *
     * @param which "Both", "All" or their names
     */
    static String oneProduct(String which, String product) {
        return "%s are entries about one product, %s: read this as which of them suits your use, not as a choice of vendor."
                .formatted(which, product);
    }

    /** "Both" or "All". */
    static String all(int count) {
        return count == 2 ? "Both" : "All";
    }

    /** How many reviewers or tools, as a sentence says it: a small number in letters. */
    static String number(int count) {
        return count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
    }

    /** "A, B and C". */
    static String joined(List<String> names) {
        return names.size() == 1 ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}

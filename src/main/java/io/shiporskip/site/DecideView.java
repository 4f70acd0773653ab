package io.shiporskip.site;

import io.shiporskip.comparisons.Decision;
import io.shiporskip.comparisons.Weights;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The form in which a reader weighs reviewers and sets limits, and the answer to it.
 *
 * @param path the path of the page on which it stands
 * @param rows the rows that the reader has chosen elsewhere on that page, as a query
 * @param form what the reader said
 * @param decision the answer
 */
record DecideView(String path, String rows, DecideForm form, Decision decision) {

    /** So many tools stand in the open list; what stands behind them is folded away. */
    private static final int SHOWN = 12;

    private static final List<String> WEIGHTS = List.of("None", "Usual", "Double", "Triple");

    /**
     * A reviewer whom a reader weighs.
     *
     * @param name the name
     * @param field the name of the form's field
     * @param note how many of the tools it has scored
     * @param weights the weights to choose from
     */
    public record Role(String name, String field, String note, List<Choice> weights) {}

    /**
     * A weight to choose.
     *
     * @param value the weight
     * @param label what it is called
     * @param chosen whether the reader has chosen it
     */
    public record Choice(int value, String label, boolean chosen) {}

    /**
     * A link to another answer.
     *
     * @param address its address
     * @param text what changes, and the answer then
     */
    public record Link(String address, String text) {}

    /** The reviewers with their weights. */
    public List<Role> roles() {
        int tools = decision.places().size();
        return form.reviewers().stream().map(reviewer -> {
            int scored = decision.scored().getOrDefault(reviewer.name(), 0);
            String note = scored == 0 ? "no score here" : scored == tools ? "scored " + (tools == 2 ? "both" : "all")
                    : "scored " + scored + " of " + tools;
            return new Role(reviewer.name(), DecideForm.weightField(reviewer), note,
                    IntStream.rangeClosed(0, Weights.MOST)
                            .mapToObj(weight -> new Choice(weight, WEIGHTS.get(weight),
                                    form.weights().of(reviewer.name()) == weight))
                            .toList());
        }).toList();
    }

    /** The address of this answer, without what is as usual. */
    public String address() {
        return path + Kept.joined(rows, form.query());
    }

    /** Where the reader starts over. */
    public String start() {
        return path + rows + "#decide";
    }

    /** What the rest of the page has put into the address. */
    public List<Kept.Field> kept() {
        return Kept.fields(rows);
    }

    /** Whether the reader has weighed or limited anything, or tried to. */
    public boolean changed() {
        return form.changed() || form.problem() != null;
    }

    /** What would turn the answer. */
    public List<Link> turns() {
        return decision.turns().stream()
                .map(turn -> new Link(
                        path + Kept.joined(rows, form.query(turn.weights(), turn.limits())) + "#decide-result",
                        turn.sentence()))
                .toList();
    }

    /** The places that stand in the open list. */
    public List<Decision.Place> shown() {
        return decision.places().subList(0, Math.min(SHOWN, decision.places().size()));
    }

    /** The places behind them. */
    public List<Decision.Place> folded() {
        return decision.places().subList(shown().size(), decision.places().size());
    }

    /** What a place lacks, a sentence for each; who scored none of the tools is not missed here or there. */
    public List<String> lacks(Decision.Place place) {
        List<String> lacks = new ArrayList<>();
        place.concerns().forEach(concern -> lacks.add(StringUtils.capitalize(concern.text()) + "."));
        List<String> missing = place.missing().stream()
                .filter(role -> decision.scored().getOrDefault(role, 0) > 0).toList();
        if (!missing.isEmpty()) {
            lacks.add("No score from the " + String.join(", the ", missing) + ".");
        }
        return lacks;
    }

    /** What is wrong with the budget, or nothing. */
    public @Nullable String problem() {
        return form.problem();
    }
}

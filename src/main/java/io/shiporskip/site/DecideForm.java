package io.shiporskip.site;

import io.shiporskip.comparisons.Limits;
import io.shiporskip.comparisons.Weights;
import io.shiporskip.panel.ReviewerView;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a reader weighs and needs, as an address says it. What a field cannot mean counts as not said; only a budget that is no
 * amount is a mistake, because the reader has typed it.
 *
 * @param reviewers the panel
 * @param weights the weights
 * @param limits the limits; without the budget where that is wrong
 * @param budget the budget as it was typed
 * @param problem what is wrong with it, or nothing
 */
record DecideForm(List<ReviewerView> reviewers, Weights weights, Limits limits, String budget,
        @Nullable String problem) {

    private static final Pattern WEIGHT = Pattern.compile("[0-" + Weights.MOST + "]");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,6}([.][0-9]{1,2})?");
    private static final BigDecimal MOST = new BigDecimal(100_000);

    DecideForm {
        reviewers = List.copyOf(reviewers);
    }

    static DecideForm of(MultiValueMap<String, String> parameters, List<ReviewerView> reviewers) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        reviewers.forEach(reviewer -> {
            String weight = text(parameters, weightField(reviewer));
            if (WEIGHT.matcher(weight).matches()) {
                weights.put(reviewer.name(), Integer.valueOf(weight));
            }
        });
        String budget = text(parameters, "budget");
        BigDecimal amount = amount(budget);
        return new DecideForm(reviewers, new Weights(weights),
                new Limits(amount, yes(parameters, "open"), yes(parameters, "self-host"), yes(parameters, "free")),
                budget, budget.isEmpty() || amount != null ? null
                        : "Enter dollars a month as a number from 0 to 100000, such as 20 or 9.50.");
    }

    /** The names of the panel's roles, in its order. */
    List<String> roles() {
        return reviewers.stream().map(ReviewerView::name).toList();
    }

    /** Whether the reader has weighed or limited anything. */
    boolean changed() {
        return !weights.equal() || !limits.none();
    }

    /** The query of what the reader has chosen. */
    String query() {
        return query(weights, limits);
    }

    /** The query of these weights and limits, beginning with a question mark; what is as usual is left out. */
    String query(Weights weights, Limits limits) {
        List<String> fields = new ArrayList<>();
        reviewers.stream().filter(reviewer -> weights.of(reviewer.name()) != Weights.USUAL)
                .forEach(reviewer -> fields.add(weightField(reviewer) + "=" + weights.of(reviewer.name())));
        if (limits.budget() != null) {
            fields.add("budget=" + limits.budget().toPlainString());
        }
        if (limits.open()) {
            fields.add("open=yes");
        }
        if (limits.selfHost()) {
            fields.add("self-host=yes");
        }
        if (limits.free()) {
            fields.add("free=yes");
        }
        return fields.isEmpty() ? "" : "?" + String.join("&", fields);
    }

    /** The name of the field for a reviewer's weight. */
    static String weightField(ReviewerView reviewer) {
        return "weight." + reviewer.slug();
    }

    private static @Nullable BigDecimal amount(String typed) {
        String number = typed.startsWith("$") ? typed.substring(1).strip() : typed;
        if (!AMOUNT.matcher(number).matches()) {
            return null;
        }
        BigDecimal amount = new BigDecimal(number);
        return amount.compareTo(MOST) <= 0 ? amount : null;
    }

    private static boolean yes(MultiValueMap<String, String> parameters, String field) {
        return text(parameters, field).equals("yes");
    }

    private static String text(MultiValueMap<String, String> parameters, String field) {
        String text = parameters.getFirst(field);
        return text == null ? "" : text.strip();
    }
}

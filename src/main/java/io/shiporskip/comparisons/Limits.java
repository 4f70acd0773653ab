package io.shiporskip.comparisons;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Plan;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a reader needs of a tool.
 *
 * @param budget at most so many dollars a month, or nothing where the price does not matter
 * @param open open weights or source
 * @param selfHost that one can run it on one's own machines
 * @param free that it costs nothing to begin
 */
public record Limits(@Nullable BigDecimal budget, boolean open, boolean selfHost, boolean free) {

    /** Nothing is needed. */
    public static final Limits NONE = new Limits(null, false, false, false);

    /** One of the things that a reader can need. */
    public enum Limit {

        /** A price. */
        BUDGET("the budget"),
        /** Open weights or source. */
        OPEN("open weights or source"),
        /** Running it oneself. */
        SELF_HOST("hosting it yourself"),
        /** Beginning for nothing. */
        FREE("free entry");

        private final String label;

        Limit(String label) {
            this.label = label;
        }

        /** What it is, within a sentence. */
        public String label() {
            return label;
        }
    }

    /**
     * Where a tool does not surely keep a limit.
     *
     * @param limit which
     * @param broken whether it is known to break it; else the fact is not verified
     * @param text why, as a clause
     */
    public record Concern(Limit limit, boolean broken, String text) {}

    /** Whether nothing is needed. */
    public boolean none() {
        return equals(NONE);
    }

    /** The limits that are set. */
    public List<Limit> set() {
        List<Limit> set = new ArrayList<>();
        if (budget != null) {
            set.add(Limit.BUDGET);
        }
        if (open) {
            set.add(Limit.OPEN);
        }
        if (selfHost) {
            set.add(Limit.SELF_HOST);
        }
        if (free) {
            set.add(Limit.FREE);
        }
        return set;
    }

    /** The same without one of them. */
    Limits without(Limit limit) {
        return switch (limit) {
            case BUDGET -> new Limits(null, open, selfHost, free);
            case OPEN -> new Limits(budget, false, selfHost, free);
            case SELF_HOST -> new Limits(budget, open, false, free);
            case FREE -> new Limits(budget, open, selfHost, false);
        };
    }

    /** Whether a tool is known to break one. */
    boolean broken(Contender tool) {
        return concerns(tool).stream().anyMatch(Concern::broken);
    }

    /** Where a tool breaks the limits, or may. */
    List<Concern> concerns(Contender tool) {
        return set().stream().flatMap(limit -> concern(limit, tool).stream()).toList();
    }

    private Optional<Concern> concern(Limit limit, Contender tool) {
        return switch (limit) {
            case BUDGET -> budget == null ? Optional.empty() : price(budget, tool);
            case OPEN -> fact(limit, tool, Aspect.WEIGHTS, value -> value.startsWith("Open"), "weights or source",
                    "whether its weights or source are open is not verified");
            case SELF_HOST -> fact(limit, tool, Aspect.HOSTING,
                    value -> value.toLowerCase(Locale.ROOT).contains("self-hosted"), "hosting",
                    "whether you can host it yourself is not verified");
            case FREE -> tool.tool().entry() == Entry.FREE ? unverifiedEntry(limit, tool)
                    : Optional.of(tool.sheet().pricingFact().verified()
                            ? new Concern(limit, true, "it costs something to begin")
                            : new Concern(limit, false, "whether it costs nothing to begin is not verified"));
        };
    }

    /** What a tool costs at least a month is nothing where its entry is free, else its first paid plan. */
    private static Optional<Concern> price(BigDecimal budget, Contender tool) {
        if (tool.tool().entry() == Entry.FREE) {
            return unverifiedEntry(Limit.BUDGET, tool);
        }
        Optional<BigDecimal> price = tool.sheet().lowestMonthlyPrice();
        if (price.isEmpty() || !tool.sheet().pricingFact().verified()) {
            return Optional.of(new Concern(Limit.BUDGET, false, "what it costs a month in dollars is not verified"));
        }
        return price.get().compareTo(budget) <= 0 ? Optional.empty()
                : Optional.of(new Concern(Limit.BUDGET, true,
                        "it costs at least $" + Plan.number(price.get()) + " a month"));
    }

    private static Optional<Concern> unverifiedEntry(Limit limit, Contender tool) {
        return tool.sheet().pricingFact().verified() ? Optional.empty()
                : Optional.of(new Concern(limit, false, "that it costs nothing to begin is not verified"));
    }

    private static Optional<Concern> fact(Limit limit, Contender tool, Aspect aspect, Predicate<String> kept,
            String name, String unverified) {
        String value = tool.sheet().fact(aspect).value();
        if (value == null) {
            return Optional.of(new Concern(limit, false, unverified));
        }
        return kept.test(value) ? Optional.empty()
                : Optional.of(new Concern(limit, true, name + ": " + value.toLowerCase(Locale.ENGLISH)));
    }
}

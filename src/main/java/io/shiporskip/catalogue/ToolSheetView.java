package io.shiporskip.catalogue;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A published tool with its plans and facts.
 *
 * @param tool the tool
 * @param plans its price list, in the maker's order
 * @param facts its facts, in the order of {@link Aspect}
 */
public record ToolSheetView(ToolView tool, List<Plan> plans, List<Fact> facts) {

    /** The fact about an aspect; one that was never looked for is not verified either. */
    public Fact fact(Aspect aspect) {
        return facts.stream().filter(fact -> fact.aspect() == aspect).findFirst()
                .orElseGet(() -> Fact.notVerified(aspect));
    }

    /** The price in one short line, with its source. */
    public Fact pricingFact() {
        return fact(Aspect.PRICING);
    }

    /** The lowest price of a monthly plan that costs something, in dollars. */
    public Optional<BigDecimal> lowestMonthlyPrice() {
        return plans.stream().filter(plan -> plan.period() == Period.MONTH && "USD".equals(plan.currency()))
                .map(Plan::amount).filter(Objects::nonNull).filter(amount -> amount.signum() > 0)
                .min(Comparator.naturalOrder());
    }

    /** The latest day on which a fact was checked. */
    public @Nullable LocalDate lastCheckedOn() {
        return facts.stream().map(Fact::checkedOn).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .orElse(null);
    }
}

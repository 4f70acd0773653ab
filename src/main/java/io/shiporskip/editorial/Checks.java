package io.shiporskip.editorial;

import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.editorial.SheetForm.FactRow;
import io.shiporskip.editorial.SheetForm.PlanRow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks over what is being written for what is often a slip. It warns and never stops a publication, and reads what is typed
 * as it is: what cannot be read yet is passed over.
 */
public final class Checks {

    /** Best-for and tagline count as the same when they share so much of their words. */
    private static final double NEARLY_EQUAL = 0.75;

    private static final Pattern PRICE = Pattern
            .compile("(?:[$€£]|\\b(?:USD|EUR|GBP) ?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\\.[0-9]{1,2})?(?![0-9kKmMbB])");
    private static final Pattern PLAIN_LINK = Pattern.compile("\\bhttp://[^\\s)>\\]]*[^\\s)>\\].,;:!?]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final LocalDate today;
    private final List<Problem> warnings = new ArrayList<>();

    private Checks(LocalDate today) {
        this.today = today;
    }

    /**
     * What else stands in the catalogue.
     *
     * @param namesakes the names of tools, with their makers, that are called the same
     * @param twins the names of tools whose description or take is the same text, by the part that repeats it
     */
    public record Others(List<String> namesakes, Map<String, String> twins) {

        /** Nothing else stands there. */
        public static final Others NONE = new Others(List.of(), Map.of());
    }

    /**
     * What should be looked at once more, the tool first, then its takes.
     *
     * @param takes what was typed of them by reviewer
     * @param today the day from which the age of facts is counted
     */
    public static List<Problem> of(SheetForm sheet, Map<String, TakeForm> takes, Others others, LocalDate today) {
        Checks checks = new Checks(today);
        checks.names(sheet, others);
        checks.entry(sheet);
        checks.bestFor(sheet);
        checks.links(Problem.SHEET, "description", sheet.description());
        for (int i = 0; i < sheet.plans().size(); i++) {
            checks.plan(i, sheet.plans().get(i));
        }
        sheet.facts().forEach(checks::fact);
        if (!sheet.website().isEmpty() && !Addresses.isHttps(sheet.website())) {
            checks.warn("website", "The maker’s page is no https address.");
        }
        checks.takes(sheet, takes, others);
        return List.copyOf(checks.warnings);
    }

    private void names(SheetForm sheet, Others others) {
        if (!others.namesakes().isEmpty()) {
            warn("name", "Also called so: " + String.join(", ", others.namesakes())
                    + ". Is it another tool? Then the tagline has to tell them apart.");
        }
        String twin = others.twins().get(Problem.SHEET);
        if (twin != null && !sheet.description().isBlank()) {
            warn("description", "The same text describes " + twin + ".");
        }
    }

    private void entry(SheetForm sheet) {
        List<BigDecimal> amounts = amounts(sheet);
        boolean allPriced = !amounts.isEmpty()
                && amounts.size() == sheet.plans().stream().filter(row -> !row.blank()).count();
        if (sheet.entry().equals(Entry.FREE.name()) && allPriced
                && amounts.stream().allMatch(amount -> amount.signum() > 0)) {
            warn("entry", "Free to begin, but every plan costs something.");
        }
        if (sheet.entry().equals(Entry.PAID.name())) {
            sheet.plans().stream().filter(row -> amount(row).filter(amount -> amount.signum() == 0).isPresent())
                    .findFirst().ifPresent(row -> warn("entry",
                            "Paid to begin, but the plan " + row.name() + " is free."));
        }
    }

    private void bestFor(SheetForm sheet) {
        Set<String> tagline = words(sheet.tagline());
        Set<String> bestFor = words(sheet.bestFor());
        // The very same text is told where it stops a publication.
        if (tagline.isEmpty() || bestFor.isEmpty() || sheet.bestFor().equalsIgnoreCase(sheet.tagline())) {
            return;
        }
        Set<String> shared = new HashSet<>(tagline);
        shared.retainAll(bestFor);
        if (shared.size() >= NEARLY_EQUAL * Math.max(tagline.size(), bestFor.size())) {
            warn("bestFor", "It says nearly what the tagline says. Name who should take it instead.");
        }
    }

    private void plan(int index, PlanRow row) {
        if (!row.amount().isEmpty() && amount(row).isEmpty()) {
            warn("plan-" + index + "-amount", row.name() + ": the amount is no number such as 20 or 9.50.");
        }
    }

    private void fact(FactRow row) {
        if (row.notVerified()) {
            return;
        }
        String about = row.aspect().label();
        if (!row.value().isEmpty() && (row.source().isEmpty() || row.checked().isEmpty())) {
            warn(SheetForm.factField(row.aspect(), row.source().isEmpty() ? "source" : "checked"),
                    about + ": a value needs its source and the day on which somebody checked it.");
        }
        if (!row.source().isEmpty() && !Addresses.isHttps(row.source())) {
            warn(SheetForm.factField(row.aspect(), "source"), about + ": the source is no https address.");
        }
        try {
            LocalDate checked = LocalDate.parse(row.checked());
            if (checked.isBefore(today.minusDays(Fact.STALE_AFTER_DAYS))) {
                warn(SheetForm.factField(row.aspect(), "checked"),
                        about + ": last checked more than " + Fact.STALE_AFTER_DAYS + " days ago.");
            } else if (checked.isAfter(today)) {
                warn(SheetForm.factField(row.aspect(), "checked"), about + ": the day lies ahead.");
            }
        } catch (DateTimeParseException _) {
            // No day yet, which publishing will ask for.
        }
    }

    private void takes(SheetForm sheet, Map<String, TakeForm> takes, Others others) {
        Set<BigDecimal> known = amounts(sheet).stream().map(BigDecimal::stripTrailingZeros)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> said = new HashMap<>();
        takes.forEach((reviewer, take) -> {
            if (take.blank()) {
                return;
            }
            if (!take.score().isEmpty() && !take.score().matches("[0-9]|[1-9][0-9]|100")) {
                warnings.add(new Problem(reviewer, "score", "A score is a whole number from 0 to 100."));
            }
            strangePrices(take.text(), known).ifPresent(prices -> warnings.add(
                    new Problem(reviewer, "text", "It names " + prices + ", which is no plan’s price.")));
            links(reviewer, "text", take.text());
            String text = String.join(" ", WORD.matcher(take.text().toLowerCase(Locale.ROOT)).results()
                    .map(MatchResult::group).toList());
            String first = text.isEmpty() ? null : said.putIfAbsent(text, reviewer);
            String twin = others.twins().get(reviewer);
            if (first != null) {
                warnings.add(new Problem(reviewer, "text", "It says the same as another take on this tool."));
            } else if (twin != null && !text.isEmpty()) {
                warnings.add(new Problem(reviewer, "text", "The same text stands as a take on " + twin + "."));
            }
        });
    }

    private static Optional<String> strangePrices(String text, Set<BigDecimal> known) {
        Matcher prices = PRICE.matcher(text);
        Set<String> strange = new LinkedHashSet<>();
        while (prices.find()) {
            BigDecimal price = new BigDecimal(prices.group(1).replace(",", "")
                    + (prices.group(2) == null ? "" : prices.group(2))).stripTrailingZeros();
            if (!known.contains(price)) {
                strange.add(prices.group());
            }
        }
        return strange.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", strange));
    }

    private void links(String part, String field, String markdown) {
        PLAIN_LINK.matcher(markdown).results().findFirst().ifPresent(link -> warnings.add(
                new Problem(part, field, "A link is not https: " + shortened(link.group()))));
    }

    private static String shortened(String address) {
        return address.length() <= 60 ? address : address.substring(0, 60) + "…";
    }

    private static List<BigDecimal> amounts(SheetForm sheet) {
        return sheet.plans().stream().map(Checks::amount).flatMap(Optional::stream).toList();
    }

    private static Optional<BigDecimal> amount(PlanRow row) {
        try {
            return row.amount().isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(row.amount()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group)
                .toArray(String[]::new)).collect(Collectors.toSet());
    }

    private void warn(String field, String sentence) {
        warnings.add(Problem.onSheet(field, sentence));
    }
}

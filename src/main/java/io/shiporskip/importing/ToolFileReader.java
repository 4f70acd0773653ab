package io.shiporskip.importing;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Period;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.Claim.ClaimOutcome;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads one tool's file: its profile, plans, facts and takes. */
final class ToolFileReader {

    /** What stands for a value that somebody looked for and could not confirm. */
    static final String NOT_VERIFIED = "not verified";
    private static final Slug STAND_IN = new Slug("unknown");

    private final Known known;

    ToolFileReader(Known known) {
        this.known = known;
    }

    /** The tool, or nothing after noting in the file what is wrong. */
    Optional<Dossier> read(Slug slug, YamlMapping root, YamlFile file) {
        Slug maker = known(root, "maker", known.makers(), "makers.yaml");
        Slug category = known(root, "category", known.categories(), "categories.yaml");
        Slug kind = known(root, "kind", known.kinds(), "kinds.yaml");
        Optional<Profile> profile = profile(root);
        List<Plan> plans = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        root.mapping("pricing").ifPresent(pricing -> {
            pricing(pricing).ifPresent(facts::add);
            Set<String> names = new HashSet<>();
            pricing.list("plans").forEach(plan -> plan(plan, names, file).ifPresent(plans::add));
            pricing.nothingElse();
        });
        root.mapping("facts").ifPresent(aspects -> aspects.keys().forEach(key -> facts(aspects, key, facts)));
        List<TakeContent> takes = new ArrayList<>();
        root.mapping("takes")
                .ifPresent(entries -> entries.keys().forEach(key -> take(entries, key, file).ifPresent(takes::add)));
        Set<String> formerNames = root.lines("former-names", Profile.MAX_LINE);
        ToolContent tool = profile
                .map(text -> new ToolContent(slug, maker, category, kind, text, plans, facts, root.day("published"),
                        formerNames))
                .orElse(null);
        if (profile.isEmpty()) {
            root.day("published");
        }
        root.nothingElse();
        return tool != null && file.sound() ? Optional.of(new Dossier(tool, takes)) : Optional.empty();
    }

    private static Slug known(YamlMapping root, String key, Set<Slug> slugs, String home) {
        Optional<Slug> slug = root.slug(key);
        slug.filter(read -> !slugs.contains(read))
                .ifPresent(read -> root.refuse(key, "unknown " + key + " " + read + "; see " + home));
        return slug.orElse(STAND_IN);
    }

    private static Optional<Profile> profile(YamlMapping root) {
        String name = root.line("name");
        String product = root.optionalLine("product");
        String release = root.optionalLine("release");
        String tagline = root.line("tagline");
        String bestFor = root.line("best-for");
        Optional<Entry> entry = root.choice("entry", text -> constant(Entry.class, text), "free or paid");
        String website = root.https("website");
        String description = root.text("description");
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Profile(name, product, release, tagline, bestFor, entry.get(), website, description));
        } catch (IllegalArgumentException e) {
            root.refuse(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The price line with its source and day; without all three of them there is none. */
    private static Optional<Fact> pricing(YamlMapping pricing) {
        boolean line = pricing.has("line");
        boolean checked = pricing.has("source") || pricing.has("checked");
        if (line && !checked && pricing.says("line", NOT_VERIFIED)) {
            return Optional.of(Fact.notVerified(Aspect.PRICING));
        }
        return line || checked ? fact(Aspect.PRICING, pricing, "line") : Optional.empty();
    }

    private static Optional<Plan> plan(YamlMapping plan, Set<String> names, YamlFile file) {
        String name = plan.line("name");
        if (plan.has("name") && !names.add(name)) {
            plan.refuse("name", "another plan is called " + name);
        }
        var amount = plan.optionalAmount("amount");
        Optional<String> currency = plan.choice("currency",
                text -> text.matches("[A-Z]{3}") ? Optional.of(text) : Optional.empty(),
                "three capital letters such as USD");
        Optional<Period> period = plan.choice("period", text -> constant(Period.class, text),
                "month, year, once or usage");
        String note = plan.optionalLine("note");
        plan.nothingElse();
        return file.sound() && currency.isPresent() && period.isPresent()
                ? made(plan, () -> new Plan(name, amount, currency.get(), period.get(), note))
                : Optional.empty();
    }

    private static void facts(YamlMapping aspects, String key, List<Fact> facts) {
        Optional<Aspect> aspect = constant(Aspect.class, key).filter(known -> known != Aspect.PRICING);
        if (aspect.isEmpty()) {
            aspects.refuse(key, key + " is no fact that this site knows");
        } else if (aspects.says(key, NOT_VERIFIED)) {
            facts.add(Fact.notVerified(aspect.get()));
        } else {
            aspects.mapping(key).ifPresent(fact -> {
                fact(aspect.get(), fact, "value").ifPresent(facts::add);
                fact.nothingElse();
            });
        }
    }

    private static Optional<Fact> fact(Aspect aspect, YamlMapping fact, String valueKey) {
        String value = fact.line(valueKey);
        String source = fact.https("source");
        LocalDate day = fact.day("checked");
        return made(fact, () -> new Fact(aspect, value, source, day));
    }

    /** A value, or nothing after noting why it refuses to be made. */
    private static <T> Optional<T> made(YamlMapping from, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            from.refuse(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<TakeContent> take(YamlMapping takes, String key, YamlFile file) {
        Optional<Slug> reviewer = Slug.parse(key).filter(known.reviewers()::contains);
        if (reviewer.isEmpty()) {
            takes.refuse(key, "unknown reviewer " + key + "; see reviewers.yaml");
        }
        return takes.mapping(key).flatMap(take -> {
            Optional<Verdict> verdict = take.choice("verdict", text -> constant(Verdict.class, text), "ship or skip");
            Integer score = take.optionalNumber("score", 0, 100);
            var written = take.day("written");
            Optional<Basis> basis = take.choice("basis", Basis::parse,
                    "documentation, tried, or \"in use for 6 weeks\"");
            String text = take.text("text");
            List<Claim> claims = take.list("claims").stream().flatMap(claim -> {
                String statement = claim.line("statement");
                LocalDate due = claim.day("due");
                ClaimOutcome outcome = claim.has("outcome")
                        ? claim.choice("outcome", word -> constant(ClaimOutcome.class, word), "open, held or failed")
                                .orElse(ClaimOutcome.OPEN)
                        : ClaimOutcome.OPEN;
                claim.nothingElse();
                return made(claim, () -> new Claim(statement, due, outcome)).stream();
            }).toList();
            take.nothingElse();
            return file.sound() && reviewer.isPresent() && verdict.isPresent() && basis.isPresent()
                    ? made(take,
                            () -> new TakeContent(reviewer.get(), verdict.get(), score, text, written, basis.get(),
                                    claims))
                    : Optional.empty();
        });
    }

    /** The constant that a file names in small letters. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
    }
}

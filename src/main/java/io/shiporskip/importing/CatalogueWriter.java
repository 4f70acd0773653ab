package io.shiporskip.importing;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.editorial.Dossier;
import io.shiporskip.importing.CatalogueContent.CategoryEntry;
import io.shiporskip.importing.CatalogueContent.KindEntry;
import io.shiporskip.importing.CatalogueContent.MakerEntry;
import io.shiporskip.importing.CatalogueContent.ReviewerEntry;
import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.Claim.ClaimOutcome;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes catalogue files in the format of {@code docs/catalogue.md}, which {@link CatalogueReader} reads as the same again. */
final class CatalogueWriter {

    private CatalogueWriter() {}

    static String makers(List<MakerEntry> makers) {
        YamlText yaml = new YamlText();
        makers.forEach(maker -> yaml.mapping(maker.slug().value()).line("name", maker.name())
                .line("website", maker.website()).end());
        return yaml.toString();
    }

    static String categories(List<CategoryEntry> categories) {
        YamlText yaml = new YamlText();
        categories.forEach(category -> yaml.mapping(category.slug().value()).line("name", category.name())
                .line("description", category.description()).end());
        return yaml.toString();
    }

    static String kinds(List<KindEntry> kinds) {
        YamlText yaml = new YamlText();
        kinds.forEach(kind -> yaml.mapping(kind.slug().value()).line("name", kind.name()).line("plural", kind.plural())
                .line("job", kind.job()).end());
        return yaml.toString();
    }

    static String reviewers(List<ReviewerEntry> reviewers) {
        YamlText yaml = new YamlText();
        reviewers.forEach(reviewer -> yaml.mapping(reviewer.slug().value()).line("name", reviewer.name())
                .line("motto", reviewer.motto()).markdown("statement", reviewer.statement()).end());
        return yaml.toString();
    }

    /**
     * One tool's file. Facts stand in the order of the pages, former names in that of their characters.
     *
     * @param panel the reviewers in the order in which their takes are to stand
     * @throws NullPointerException when the tool is withdrawn: a file has a day from which readers see it
     */
    static String tool(Dossier entry, List<Slug> panel) {
        ToolContent tool = entry.tool();
        Profile profile = tool.profile();
        YamlText yaml = new YamlText().line("name", profile.name()).line("maker", tool.maker().value())
                .line("category", tool.category().value()).line("kind", tool.kind().value());
        optional(yaml, "product", profile.product());
        optional(yaml, "release", profile.release());
        if (!tool.formerNames().isEmpty()) {
            yaml.raw("former-names", tool.formerNames().stream().map(YamlText::inList)
                    .collect(Collectors.joining(", ", "[", "]")));
        }
        yaml.line("tagline", profile.tagline()).line("best-for", profile.bestFor())
                .raw("entry", word(profile.entry())).line("website", profile.website())
                .raw("published", Objects.requireNonNull(tool.publishedOn()).toString())
                .markdown("description", profile.description());
        pricing(yaml, tool);
        facts(yaml, tool.facts());
        takes(yaml, entry.takes().stream().sorted(Comparator.comparingInt(take -> panel.indexOf(take.reviewer())))
                .toList());
        return yaml.toString();
    }

    private static void pricing(YamlText yaml, ToolContent tool) {
        yaml.mapping("pricing");
        tool.facts().stream().filter(fact -> fact.aspect() == Aspect.PRICING).forEach(fact -> {
            if (fact.verified()) {
                found(yaml, "line", fact);
            } else {
                yaml.raw("line", ToolFileReader.NOT_VERIFIED);
            }
        });
        if (tool.plans().isEmpty()) {
            yaml.raw("plans", "[]").end();
            return;
        }
        yaml.mapping("plans");
        for (Plan plan : tool.plans()) {
            yaml.element().line("name", plan.name());
            if (plan.amount() != null) {
                yaml.raw("amount", Plan.number(plan.amount()));
            }
            yaml.line("currency", plan.currency()).raw("period", word(plan.period()));
            optional(yaml, "note", plan.note());
            yaml.end();
        }
        yaml.end().end();
    }

    private static void facts(YamlText yaml, List<Fact> facts) {
        List<Fact> inOrder = facts.stream().filter(fact -> fact.aspect() != Aspect.PRICING)
                .toList();
        if (inOrder.isEmpty()) {
            yaml.raw("facts", "{}");
            return;
        }
        yaml.mapping("facts");
        for (Fact fact : inOrder) {
            if (fact.verified()) {
                found(yaml.mapping(word(fact.aspect())), "value", fact);
                yaml.end();
            } else {
                yaml.raw(word(fact.aspect()), ToolFileReader.NOT_VERIFIED);
            }
        }
        yaml.end();
    }

    private static void found(YamlText yaml, String key, Fact fact) {
        yaml.line(key, Objects.requireNonNull(fact.value())).line("source", Objects.requireNonNull(fact.source()))
                .raw("checked", Objects.requireNonNull(fact.checkedOn()).toString());
    }

    private static void takes(YamlText yaml, List<TakeContent> takes) {
        if (takes.isEmpty()) {
            yaml.raw("takes", "{}");
            return;
        }
        yaml.mapping("takes");
        for (TakeContent take : takes) {
            yaml.mapping(take.reviewer().value()).raw("verdict", take.verdict().word());
            if (take.score() != null) {
                yaml.raw("score", take.score().toString());
            }
            yaml.raw("written", take.writtenOn().toString()).raw("basis", basis(take.basis()))
                    .markdown("text", take.text());
            if (!take.claims().isEmpty()) {
                yaml.mapping("claims");
                take.claims().forEach(claim -> claim(yaml, claim));
                yaml.end();
            }
            yaml.end();
        }
        yaml.end();
    }

    private static void claim(YamlText yaml, Claim claim) {
        yaml.element().line("statement", claim.statement()).raw("due", claim.dueOn().toString());
        if (claim.outcome() != ClaimOutcome.OPEN) {
            yaml.raw("outcome", word(claim.outcome()));
        }
        yaml.end();
    }

    private static String basis(Basis basis) {
        return switch (basis.footing()) {
            case DOCUMENTATION, TRIED -> word(basis.footing());
            case IN_USE ->
                "in use for " + basis.weeks() + (Integer.valueOf(1).equals(basis.weeks()) ? " week" : " weeks");
        };
    }

    private static void optional(YamlText yaml, String key, @Nullable String value) {
        if (value != null) {
            yaml.line(key, value);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

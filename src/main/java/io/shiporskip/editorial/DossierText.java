package io.shiporskip.editorial;

import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.panel.TakeContent;
import org.jspecify.annotations.Nullable;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A dossier as texts under labels, so that two of them can be compared by people. */
public final class DossierText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private DossierText() {}

    /**
     * All that a dossier says, under a label each, in the order of the page; what is not said is missing.
     *
     * @param reviewers the panel, whose names and order the labels take; a reviewer who is not among them goes by the slug, last
     */
    public static Map<String, String> of(Dossier dossier, List<ReviewerView> reviewers) {
        Map<String, String> texts = new LinkedHashMap<>();
        ToolContent tool = dossier.tool();
        Profile profile = tool.profile();
        put(texts, "Name", profile.name());
        put(texts, "Address", "/tools/" + tool.slug());
        put(texts, "Maker", tool.maker().value());
        put(texts, "Category", tool.category().value());
        put(texts, "Kind", tool.kind().value());
        put(texts, "Product", profile.product());
        put(texts, "Release", profile.release());
        put(texts, "Former names", String.join(", ", tool.formerNames()));
        put(texts, "Tagline", profile.tagline());
        put(texts, "Best for", profile.bestFor());
        put(texts, "Entry", profile.entry().label());
        put(texts, "Website", profile.website());
        put(texts, "Description", profile.description());
        put(texts, "Published", tool.publishedOn() == null ? "withdrawn" : tool.publishedOn().format(DAY));
        put(texts, "Plans", tool.plans().stream().map(DossierText::plan).collect(Collectors.joining("\n")));
        tool.facts().forEach(fact -> put(texts, fact.aspect().label(), fact(fact)));
        for (ReviewerView reviewer : reviewers) {
            dossier.takes().stream().filter(take -> take.reviewer().value().equals(reviewer.slug()))
                    .forEach(take -> put(texts, reviewer.name(), take));
        }
        dossier.takes().stream()
                .filter(take -> reviewers.stream().noneMatch(one -> one.slug().equals(take.reviewer().value())))
                .forEach(take -> put(texts, take.reviewer().value(), take));
        return texts;
    }

    private static void put(Map<String, String> texts, String reviewer, TakeContent take) {
        put(texts, reviewer + ": verdict", take.verdict().word());
        put(texts, reviewer + ": score", take.score() == null ? "no score" : take.score().toString());
        put(texts, reviewer + ": text", take.text());
        put(texts, reviewer + ": basis", take.basis().label());
        put(texts, reviewer + ": written", take.writtenOn().format(DAY));
        put(texts, reviewer + ": claims", take.claims().stream().map(DossierText::claim)
                .collect(Collectors.joining("\n")));
    }

    private static void put(Map<String, String> texts, String label, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            texts.put(label, text);
        }
    }

    private static String plan(Plan plan) {
        return plan.name() + ": " + plan.price() + (plan.note() == null ? "" : ", " + plan.note());
    }

    private static String fact(Fact fact) {
        return fact.checkedOn() == null ? fact.text()
                : fact.text() + "\n" + fact.source() + ", checked on " + fact.checkedOn().format(DAY);
    }

    private static String claim(Claim claim) {
        return claim.statement() + " (by " + claim.dueOn().format(DAY) + "; "
                + claim.outcome().label().toLowerCase(Locale.ROOT) + ")";
    }
}

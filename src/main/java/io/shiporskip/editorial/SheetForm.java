package io.shiporskip.editorial;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Period;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.ToolContent;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What is typed of a tool itself, complete or not: everything is text. There is a row for each aspect, because a fact that is
 * missing should be seen to be missing.
 *
 * @param slug its address
 * @param name its name
 * @param maker the slug or the name of its maker
 * @param category the slug or the name of its category
 * @param kind the slug or the name of its kind
 * @param product the product it belongs to
 * @param release which release it is about
 * @param formerNames what it was called before, a line each
 * @param tagline what it does
 * @param bestFor who should take it
 * @param entry the name of an {@link io.shiporskip.catalogue.Entry}
 * @param website the maker's page about it
 * @param description what it is, in Markdown
 * @param plans its price list; rows may be empty
 * @param facts a row for each aspect, in their order
 */
public record SheetForm(String slug, String name, String maker, String category, String kind, String product,
        String release, String formerNames, String tagline, String bestFor, String entry, String website,
        String description, List<PlanRow> plans, List<FactRow> facts) {

    /** So many plans are read from a form. */
    static final int MOST_ROWS = 50;

    /** Nothing typed yet. */
    public static final SheetForm EMPTY = typed(_ -> null);

    public SheetForm {
        plans = List.copyOf(plans);
        List<FactRow> given = facts;
        facts = Arrays.stream(Aspect.values()).map(aspect -> given.stream().filter(row -> row.aspect() == aspect)
                .findFirst().orElse(new FactRow(aspect, "", "", "", false))).toList();
    }

    /**
     * A plan as typed.
     *
     * @param name its name
     * @param amount its price, empty where it is not public
     * @param currency three letters
     * @param period the name of a {@link Period}
     * @param note what limits it
     */
    public record PlanRow(String name, String amount, String currency, String period, String note) {

        static final PlanRow EMPTY = new PlanRow("", "", "USD", Period.MONTH.name(), "");

        static PlanRow of(Plan plan) {
            return new PlanRow(plan.name(), plan.amount() == null ? "" : Plan.number(plan.amount()), plan.currency(),
                    plan.period().name(), text(plan.note()));
        }

        /** Whether nothing was typed into it. */
        boolean blank() {
            return name.isBlank() && amount.isBlank() && note.isBlank();
        }

        private String line() {
            return String.join(", ", name, amount + " " + currency, period, note);
        }
    }

    /**
     * A fact as typed.
     *
     * @param aspect what it is about
     * @param value what was found
     * @param source where
     * @param checked the day
     * @param notVerified whether somebody looked and found nothing to rely on
     */
    public record FactRow(Aspect aspect, String value, String source, String checked, boolean notVerified) {

        static FactRow of(Fact fact) {
            return new FactRow(fact.aspect(), text(fact.value()), text(fact.source()), text(fact.checkedOn()),
                    !fact.verified());
        }

        /** The same, compared with its source on another day. */
        FactRow checkedOn(String day) {
            return new FactRow(aspect, value, source, day, notVerified);
        }

        /** Whether nothing was typed into it. */
        boolean blank() {
            return value.isBlank() && source.isBlank() && checked.isBlank() && !notVerified;
        }

        private String line() {
            return notVerified ? Fact.NOT_VERIFIED : blank() ? "" : value + " (" + source + ", " + checked + ")";
        }
    }

    /** What is published of a tool, as one would have typed it. */
    public static SheetForm of(ToolContent tool) {
        Profile profile = tool.profile();
        return new SheetForm(tool.slug().value(), profile.name(), tool.maker().value(), tool.category().value(),
                tool.kind().value(), text(profile.product()), text(profile.release()),
                String.join("\n", tool.formerNames().stream().sorted().toList()), profile.tagline(), profile.bestFor(),
                profile.entry().name(), profile.website(), profile.description(),
                tool.plans().stream().map(PlanRow::of).toList(), tool.facts().stream().map(FactRow::of).toList());
    }

    /**
     * What was typed.
     *
     * @param field gives the text of a field by its name, or nothing
     */
    public static SheetForm typed(UnaryOperator<@Nullable String> field) {
        TypedFields typed = new TypedFields(field);
        List<PlanRow> plans = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS && typed.has("plan-" + i + "-name"); i++) {
            String row = "plan-" + i + "-";
            plans.add(new PlanRow(typed.line(row + "name"), typed.line(row + "amount"), typed.line(row + "currency"),
                    typed.line(row + "period"), typed.line(row + "note")));
        }
        List<FactRow> facts = Arrays.stream(Aspect.values()).map(aspect -> {
            String row = factField(aspect, "");
            return new FactRow(aspect, typed.line(row + "value"), typed.line(row + "source"),
                    typed.line(row + "checked"), typed.has(row + "unverified"));
        }).toList();
        return new SheetForm(typed.line("slug"), typed.line("name"), typed.line("maker"), typed.line("category"),
                typed.line("kind"), typed.line("product"), typed.line("release"), typed.text("formerNames"),
                typed.line("tagline"), typed.line("bestFor"), typed.line("entry"), typed.line("website"),
                typed.text("description"), plans, facts);
    }

    /** The name of a field of a fact's row. */
    static String factField(Aspect aspect, String field) {
        return "fact-" + aspect.name() + "-" + field;
    }

    /** The same with an address made of the name, where none was typed; it stays empty where the name gives none. */
    public SheetForm withProposedSlug() {
        return !slug.isEmpty() ? this
                : Addresses.slugOf(name)
                        .map(proposal -> new SheetForm(proposal.value(), name, maker, category, kind, product, release,
                                formerNames, tagline, bestFor, entry, website, description, plans, facts))
                        .orElse(this);
    }

    /** The same with one more plan, as long as there is room. */
    public SheetForm withPlan() {
        List<PlanRow> rows = new ArrayList<>(plans);
        if (rows.size() < MOST_ROWS) {
            rows.add(PlanRow.EMPTY);
        }
        return with(rows, facts);
    }

    /** The same without a plan; one that is not there changes nothing. */
    public SheetForm withoutPlan(int index) {
        List<PlanRow> rows = new ArrayList<>(plans);
        if (index >= 0 && index < rows.size()) {
            rows.remove(index);
        }
        return with(rows, facts);
    }

    /** The row of a fact. */
    public FactRow fact(Aspect aspect) {
        return facts.get(aspect.ordinal());
    }

    /** The same, with a fact compared with its source on a day. */
    public SheetForm checked(Aspect aspect, String day) {
        return with(plans, facts.stream().map(row -> row.aspect() == aspect ? row.checkedOn(day) : row).toList());
    }

    /** What was typed by what it is called, for showing how two states of it differ. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Name", name);
        texts.put("Address", slug);
        texts.put("Maker", maker);
        texts.put("Category", category);
        texts.put("Kind", kind);
        texts.put("Product", product);
        texts.put("Release", release);
        texts.put("Former names", formerNames);
        texts.put("Tagline", tagline);
        texts.put("Best for", bestFor);
        texts.put("Entry", entry);
        texts.put("Website", website);
        texts.put("Description", description);
        texts.put("Plans", String.join("\n", plans.stream().filter(row -> !row.blank()).map(PlanRow::line).toList()));
        facts.forEach(row -> texts.put(row.aspect().label(), row.line()));
        return texts;
    }

    private SheetForm with(List<PlanRow> rows, List<FactRow> aspects) {
        return new SheetForm(slug, name, maker, category, kind, product, release, formerNames, tagline, bestFor, entry,
                website, description, rows, aspects);
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}

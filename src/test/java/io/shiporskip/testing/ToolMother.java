package io.shiporskip.testing;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.KindView;
import io.shiporskip.catalogue.MakerView;
import io.shiporskip.catalogue.Period;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.catalogue.ToolSheetView;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes valid tools: a free coding agent without plans and facts, unless a test says otherwise. */
public final class ToolMother {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final Slug slug;
    private final List<Plan> plans = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private String name;
    private String kind = "coding-agent";
    private String maker = "example-labs";
    private @Nullable String product;
    private String bestFor = "Teams that review more than they write";
    private Entry entry = Entry.FREE;
    private boolean ambiguous;
    private LocalDate publishedOn = DAY;

    private ToolMother(String slug) {
        this.slug = new Slug(slug);
        this.name = "Tool " + slug;
    }

    /** A tool under this slug, called "Tool" and the slug. */
    public static ToolMother tool(String slug) {
        return new ToolMother(slug);
    }

    /** Another name. */
    public ToolMother named(String name) {
        this.name = name;
        return this;
    }

    /** A name that another tool bears as well. */
    public ToolMother namedLikeAnother(String name) {
        this.ambiguous = true;
        return named(name);
    }

    /** Another job, by its slug. */
    public ToolMother kind(String kind) {
        this.kind = kind;
        return this;
    }

    /** Another maker, by its slug. */
    public ToolMother maker(String maker) {
        this.maker = maker;
        return this;
    }

    /** An entry about a product. */
    public ToolMother product(String product) {
        this.product = product;
        return this;
    }

    /** Somebody else who should take it. */
    public ToolMother bestFor(String bestFor) {
        this.bestFor = bestFor;
        return this;
    }

    /** Published on another day. */
    public ToolMother publishedOn(LocalDate day) {
        this.publishedOn = day;
        return this;
    }

    /** A tool that costs something from the beginning. */
    public ToolMother paid() {
        this.entry = Entry.PAID;
        return this;
    }

    /** One more plan, for so many dollars a month. */
    public ToolMother monthly(String dollars) {
        plans.add(new Plan("Plan " + dollars, new BigDecimal(dollars), "USD", Period.MONTH, null));
        return this;
    }

    /** One more plan. */
    public ToolMother plan(Plan plan) {
        plans.add(plan);
        return this;
    }

    /** One more fact, with its source and day. */
    public ToolMother fact(Aspect aspect, String value) {
        facts.add(new Fact(aspect, value, "https://example.com/facts", DAY));
        return this;
    }

    /** The tool as lists show it. */
    public ToolView view() {
        return new ToolView(UUID.nameUUIDFromBytes(slug.value().getBytes(StandardCharsets.UTF_8)), slug, name,
                ambiguous, new MakerView(maker, maker, "https://example.com"), "Developer Tools", "developer-tools",
                new KindView(kind, words(kind), words(kind) + "s", "does the job of a " + words(kind)), product, null,
                tagline(), bestFor, entry, "https://example.com/" + slug, "What it is.", publishedOn);
    }

    /** The tool with its plans and facts. */
    public ToolSheetView sheet() {
        return new ToolSheetView(view(), List.copyOf(plans), List.copyOf(facts));
    }

    /** The tool as it enters the catalogue. */
    public ToolContent newTool() {
        return new ToolContent(slug, new Slug(maker), new Slug("developer-tools"), new Slug(kind),
                new Profile(name, product, null, tagline(), bestFor, entry, "https://example.com/" + slug,
                        "What it is."),
                plans, facts, publishedOn);
    }

    /** Puts the tool into the catalogue, with the shelves that it stands on, and gives its id. */
    public UUID addTo(Shelves shelves, Tools tools) {
        shelves.addMaker(new Slug(maker), maker, "https://example.com");
        shelves.addCategory(new Slug("developer-tools"), "Developer Tools", "For people who write software.");
        shelves.addKind(new Slug(kind), words(kind), words(kind) + "s", "does a job");
        return tools.add(newTool());
    }

    private String tagline() {
        return "Tagline of " + slug;
    }

    private static String words(String slug) {
        return slug.replace('-', ' ');
    }
}

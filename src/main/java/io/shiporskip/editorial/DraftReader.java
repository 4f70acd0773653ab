package io.shiporskip.editorial;

import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.Period;
import io.shiporskip.catalogue.Plan;
import io.shiporskip.catalogue.Profile;
import io.shiporskip.catalogue.Shelf;
import io.shiporskip.catalogue.ToolContent;
import io.shiporskip.editorial.SheetForm.FactRow;
import io.shiporskip.editorial.SheetForm.PlanRow;
import io.shiporskip.editorial.TakeForm.ClaimRow;
import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Basis.Footing;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.Claim.ClaimOutcome;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Turns what was typed into what can be published, or finds all that is wrong with it, each at its field. The limits are those
 * of the values themselves: a value is made, and where it refuses, its reason becomes the sentence.
 */
final class DraftReader {

    private static final Slug STAND_IN = new Slug("unknown");
    private static final String ADDRESS = "https://example.org";

    private final BiFunction<Shelf, String, Optional<Slug>> shelves;
    private final List<Problem> problems = new ArrayList<>();
    private String part = Problem.SHEET;

    /** @param shelves gives the slug of a maker, category or kind by what was typed */
    DraftReader(BiFunction<Shelf, String, Optional<Slug>> shelves) {
        this.shelves = shelves;
    }

    /**
     * The whole of it.
     *
     * @param publishedOn since when readers see it
     * @throws Unready when something has to be put right first
     */
    Dossier read(SheetForm sheet, Map<String, TakeForm> takes, LocalDate publishedOn) {
        ToolContent tool = tool(sheet, publishedOn);
        List<TakeContent> read = new ArrayList<>();
        takes.forEach((reviewer, take) -> {
            if (!take.blank()) {
                part = reviewer;
                read.add(take(new Slug(reviewer), take));
            }
        });
        if (!problems.isEmpty()) {
            throw new Unready(problems);
        }
        return new Dossier(tool, read);
    }

    private ToolContent tool(SheetForm sheet, LocalDate publishedOn) {
        String name = needed("name", sheet.name(), "Give it a name.");
        attempt("name", () -> profile(name, "x", "y"));
        Slug slug = attempt("slug", () -> new Slug(needed("slug", sheet.slug(), "Give it an address.")), STAND_IN);
        Slug maker = shelf(Shelf.MAKER, "maker", sheet.maker());
        Slug category = shelf(Shelf.CATEGORY, "category", sheet.category());
        Slug kind = shelf(Shelf.KIND, "kind", sheet.kind());
        String tagline = needed("tagline", sheet.tagline(), "Say in a line what it does.");
        attempt("tagline", () -> profile("x", tagline, "y"));
        String bestFor = needed("bestFor", sheet.bestFor(), "Say who should take it.");
        if (!bestFor.isEmpty()) {
            attempt("bestFor", () -> profile("x", tagline.length() > Profile.MAX_LINE ? "x" : tagline, bestFor));
        }
        Entry entry = constant(Entry.class, "entry", sheet.entry(), "Say what it costs to begin: free or paid.",
                Entry.FREE);
        String website = https("website", sheet.website(), "");
        String description = needed("description", sheet.description().strip(), "Describe it.");
        attempt("product", () -> new Profile("x", sheet.product(), null, "x", "y", Entry.FREE, ADDRESS, "x"));
        attempt("release", () -> new Profile("x", null, sheet.release(), "x", "y", Entry.FREE, ADDRESS, "x"));
        attempt("description", () -> new Profile("x", null, null, "x", "y", Entry.FREE, ADDRESS, description));
        Set<String> formerNames = new LinkedHashSet<>(
                sheet.formerNames().lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        formerNames.forEach(former -> attempt("formerNames", () -> profile(former, "x", "y")));
        List<Plan> plans = plans(sheet.plans());
        List<Fact> facts = sheet.facts().stream().filter(row -> !row.blank()).map(this::fact).toList();
        Profile profile = problems.isEmpty()
                ? new Profile(name, orNothing(sheet.product()), orNothing(sheet.release()), tagline, bestFor, entry,
                        website, description)
                : profile("x", "x", "y");
        return new ToolContent(slug, maker, category, kind, profile, plans, facts, publishedOn, formerNames);
    }

    private List<Plan> plans(List<PlanRow> rows) {
        List<Plan> plans = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            PlanRow row = rows.get(i);
            if (row.blank()) {
                continue;
            }
            String field = "plan-" + i + "-";
            String name = needed(field + "name", row.name(), "Give the plan a name.");
            if (!name.isEmpty() && !names.add(name)) {
                wrong(field + "name", "Another plan is called " + name + ".");
            }
            BigDecimal amount = amount(field + "amount", row.amount());
            attempt(field + "currency", () -> new Plan("x", null, row.currency(), Period.MONTH, null));
            Period period = constant(Period.class, field + "period", row.period(), "Say how often it is due.",
                    Period.MONTH);
            attempt(field + "name", () -> new Plan(name, null, "USD", Period.MONTH, null));
            attempt(field + "note", () -> new Plan("x", null, "USD", Period.MONTH, row.note()));
            plans.add(new Plan("x", amount, "USD", period, null));
            if (problems.isEmpty()) {
                plans.set(plans.size() - 1, new Plan(name, amount, row.currency(), period, orNothing(row.note())));
            }
        }
        return plans;
    }

    private Fact fact(FactRow row) {
        if (row.notVerified()) {
            if (!row.value().isBlank()) {
                wrong(SheetForm.factField(row.aspect(), "value"),
                        "It is either verified, with source and day, or not. Clear the value or the tick.");
            }
            return Fact.notVerified(row.aspect());
        }
        String value = needed(SheetForm.factField(row.aspect(), "value"), row.value(),
                "Say what was found, or tick “Not verified”.");
        String about = row.aspect().label() + ": ";
        String source = https(SheetForm.factField(row.aspect(), "source"), row.source(), about);
        LocalDate day = day(SheetForm.factField(row.aspect(), "checked"), row.checked(), about);
        return attempt(SheetForm.factField(row.aspect(), "value"), () -> new Fact(row.aspect(), value, source, day),
                Fact.notVerified(row.aspect()));
    }

    private TakeContent take(Slug reviewer, TakeForm take) {
        Verdict verdict = constant(Verdict.class, "verdict", take.verdict(), "Choose ship or skip.", Verdict.SHIP);
        Footing footing = constant(Footing.class, "basis", take.basis(), "Say what the take rests on.",
                Footing.DOCUMENTATION);
        Basis basis = footing != Footing.IN_USE ? new Basis(footing, null)
                : Basis.parse("in use for " + take.weeks() + " weeks").orElseGet(() -> {
                    wrong("weeks", "Say for how many weeks it has been in use, from 1 to 1000.");
                    return new Basis(Footing.TRIED, null);
                });
        String text = needed("text", take.text().strip(), "Write the reasons.");
        LocalDate written = day("written", take.written(), "");
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < take.claims().size(); i++) {
            ClaimRow row = take.claims().get(i);
            if (!row.blank()) {
                String field = "claim-" + i + "-";
                String statement = needed(field + "statement", row.statement(), "Say what is claimed.");
                LocalDate due = day(field + "due", row.due(), "");
                ClaimOutcome outcome = constant(ClaimOutcome.class, field + "outcome", row.outcome(),
                        "Say how it turned out.", ClaimOutcome.OPEN);
                claims.add(attempt(field + "statement", () -> new Claim(statement, due, outcome),
                        new Claim("x", due, outcome)));
            }
        }
        Integer score = score(take.score());
        TakeContent standIn = new TakeContent(reviewer, verdict, null, "x", written, basis, claims);
        attempt("text", () -> new TakeContent(reviewer, verdict, null, text, written, basis, claims));
        if (text.length() > TakeContent.MAX_TEXT) {
            return standIn;
        }
        return attempt("score", () -> new TakeContent(reviewer, verdict, score, text, written, basis, claims),
                standIn);
    }

    private @Nullable Integer score(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(typed);
        } catch (NumberFormatException _) {
            wrong("score", "A score is a whole number; leave it empty where there is none.");
            return null;
        }
    }

    private @Nullable BigDecimal amount(String field, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,9}(?:[.][0-9]{1,2})?")) {
            wrong(field, "An amount is a number such as 20 or 9.50; leave it empty where it is not public.");
            return null;
        }
        return new BigDecimal(typed);
    }

    private Slug shelf(Shelf shelf, String field, String typed) {
        if (typed.isBlank()) {
            wrong(field, "Choose a " + shelf.word() + ".");
            return STAND_IN;
        }
        return shelves.apply(shelf, typed).orElseGet(() -> {
            wrong(field, "There is no " + shelf.word() + " “" + typed + "” here; add it under Shelves.");
            return STAND_IN;
        });
    }

    private String https(String field, String typed, String about) {
        if (!Addresses.isHttps(typed)) {
            wrong(field, about + "Give an address that begins with https://.");
            return ADDRESS;
        }
        return typed;
    }

    private LocalDate day(String field, String typed, String about) {
        try {
            LocalDate day = LocalDate.parse(typed);
            // What PostgreSQL and every browser have room for.
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // Said below.
        }
        wrong(field, about + "Give a day such as 2026-11-21.");
        return LocalDate.EPOCH;
    }

    private <E extends Enum<E>> E constant(Class<E> type, String field, String typed, String sentence, E standIn) {
        try {
            return Enum.valueOf(type, typed);
        } catch (IllegalArgumentException _) {
            wrong(field, sentence);
            return standIn;
        }
    }

    private String needed(String field, String typed, String sentence) {
        if (typed.isBlank()) {
            wrong(field, sentence);
        }
        return typed;
    }

    private void attempt(String field, Supplier<?> value) {
        attempt(field, value::get, (Object) "");
    }

    /** The value, or a stand-in after noting why it refuses to be made. */
    private <T> T attempt(String field, Supplier<? extends T> value, T standIn) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            if (problems.stream().noneMatch(known -> known.part().equals(part) && known.field().equals(field))) {
                wrong(field, sentence(String.valueOf(refused.getMessage())));
            }
            return standIn;
        }
    }

    private void wrong(String field, String sentence) {
        problems.add(new Problem(part, field, sentence));
    }

    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }

    /** A profile in which only the given texts can be wrong. */
    private static Profile profile(String name, String tagline, String bestFor) {
        return new Profile(name, null, null, tagline, bestFor, Entry.FREE, ADDRESS, "x");
    }

    private static @Nullable String orNothing(String text) {
        return text.isBlank() ? null : text;
    }
}

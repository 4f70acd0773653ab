package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.Entry;
import io.shiporskip.catalogue.Period;
import io.shiporskip.catalogue.Shelf;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.editorial.Manuscript;
import io.shiporskip.editorial.Part;
import io.shiporskip.editorial.Problem;
import io.shiporskip.editorial.SheetForm;
import io.shiporskip.editorial.TakeForm;
import io.shiporskip.editorial.ToolState;
import io.shiporskip.panel.Claim.ClaimOutcome;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.shared.Markdown;
import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A draft on the desk, opened at one of its parts.
 *
 * @param work all that there is to write on
 * @param reviewer whose take is open; nothing where the tool itself is
 * @param sheet what stands in the form of the tool
 * @param take what stands in the form of the take, where one is open
 * @param version the version that the form was read at
 * @param writer the page that was opened
 * @param reviewers the panel
 * @param names the names of maker, category and kind, where what was typed is one
 * @param offered what can be chosen on each shelf by whoever has no script; the first of them where there are many
 * @param problems what has to be put right, where somebody asked
 * @param warnings what should be looked at once more
 * @param conflict what somebody else has saved meanwhile; nothing where nobody has
 */
public record WorkView(Manuscript work, @Nullable ReviewerView reviewer, SheetForm sheet, @Nullable TakeForm take,
        String version, UUID writer, List<ReviewerView> reviewers, Map<Shelf, String> names,
        Map<Shelf, List<Shelves.Named>> offered, List<Problem> problems,
        List<Problem> warnings, @Nullable ConflictView conflict) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK)
            .withZone(ZoneOffset.UTC);

    /**
     * A way to a part of the draft.
     *
     * @param path its address
     * @param name what it is called
     * @param says the verdict and score, or that there is none
     * @param open whether it is the one that is open
     * @param missing whether there is no take
     * @param warnings how much there is to look at once more
     */
    public record Tab(String path, String name, String says, boolean open, boolean missing, long warnings) {}

    /** The address of the draft. */
    public String path() {
        return "/desk/tools/" + work.key();
    }

    /** Where the open part is saved. */
    public String action() {
        return reviewer == null ? path() : path() + "/takes/" + reviewer.slug();
    }

    /** The heading. */
    public String title() {
        return reviewer == null ? work.label() : work.label() + ": " + reviewer.name();
    }

    /** The ways to all parts. */
    public List<Tab> tabs() {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(path(), "Tool", "", reviewer == null, false, count(Problem.SHEET)));
        for (ReviewerView one : reviewers) {
            TakeForm form = Objects.requireNonNull(work.takes().get(one.slug())).form();
            tabs.add(new Tab(path() + "/takes/" + one.slug(), one.name(), says(form), one.equals(reviewer),
                    form.blank(), count(one.slug())));
        }
        return List.copyOf(tabs);
    }

    private static String says(TakeForm form) {
        if (form.blank()) {
            return "no take";
        }
        String verdict = form.verdict().isEmpty() ? "no verdict" : form.verdict().toLowerCase(Locale.ROOT);
        return form.score().isEmpty() ? verdict : verdict + " " + form.score();
    }

    private long count(String part) {
        return warnings.stream().filter(warning -> warning.part().equals(part)).count();
    }

    /** What should be looked at once more in the open part. */
    public List<Problem> warningsHere() {
        String part = reviewer == null ? Problem.SHEET : reviewer.slug();
        return warnings.stream().filter(warning -> warning.part().equals(part)).toList();
    }

    /** What is wrong with a field, or nothing. */
    public @Nullable String problem(String field) {
        String part = reviewer == null ? Problem.SHEET : reviewer.slug();
        return problems.stream().filter(one -> one.part().equals(part) && one.field().equals(field))
                .map(Problem::sentence).findFirst().orElse(null);
    }

    /** Whether it was saved, when, and by whom. */
    public String state() {
        Part.Change change = part().changed();
        if (change == null) {
            return work.published() == null ? "Nothing saved yet" : "As published";
        }
        return "Saved " + TIME.format(change.at()) + " UTC by " + change.by();
    }

    /** Where it stands with readers. */
    public String standing() {
        if (work.schedule() != null) {
            return "Goes out on " + MOMENT.format(work.schedule().at()) + " UTC";
        }
        if (work.published() == null) {
            return "Draft of a new tool";
        }
        ToolState state = work.published().state();
        String stands = state == ToolState.PUBLISHED ? "Published"
                : state == ToolState.COMING ? "Published, its day lies ahead" : "Withdrawn";
        return work.draft() ? stands + ", with a draft" : stands;
    }

    /** The text of the take as readers will see it. */
    public String html() {
        return take == null ? "" : Markdown.toHtml(take.text());
    }

    /** The description as readers will see it. */
    public String descriptionHtml() {
        return Markdown.toHtml(sheet.description());
    }

    /** What it may cost to begin. */
    public List<Entry> entries() {
        return List.of(Entry.values());
    }

    /** How often an amount may be due. */
    public List<Period> periods() {
        return List.of(Period.values());
    }

    /** How claims may turn out. */
    public List<ClaimOutcome> outcomes() {
        return List.of(ClaimOutcome.values());
    }

    /** The name of what was chosen on a shelf, or what was typed. */
    public String shown(String shelf, String typed) {
        return names.getOrDefault(Shelf.valueOf(shelf), typed);
    }

    /** What can be chosen on a shelf. */
    public List<Shelves.Named> offers(String shelf) {
        return offered.getOrDefault(Shelf.valueOf(shelf), List.of());
    }

    private Part<?> part() {
        return reviewer == null ? work.sheet() : Objects.requireNonNull(work.takes().get(reviewer.slug()));
    }
}

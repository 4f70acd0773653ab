package io.shiporskip.editorial;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.SlugTaken;
import io.shiporskip.editorial.DraftRows.DraftRow;
import io.shiporskip.editorial.DraftRows.Saved;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.ReviewerView;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What editors are writing. A draft keeps what was typed, part by part, and changes nothing that readers see until it is
 * published. Each part has its own version: who saves one that somebody else has saved meanwhile is told so.
 */
@Component
public class Drafts {

    private final DraftRows rows;
    private final Publications publications;
    private final Shelves shelves;
    private final Panel panel;

    Drafts(DraftRows rows, Publications publications, Shelves shelves, Panel panel) {
        this.rows = rows;
        this.publications = publications;
        this.shelves = shelves;
        this.panel = panel;
    }

    /**
     * What was published.
     *
     * @param tool its id
     * @param slug its address
     * @param name its name
     * @param revision the revision that it is now
     */
    public record Published(UUID tool, Slug slug, String name, int revision) {}

    /** The draft or tool of an address: by a draft's or tool's id, or a tool's slug. */
    @Transactional(readOnly = true)
    public Optional<Manuscript> open(String key) {
        UUID id = id(key);
        if (id != null) {
            Optional<DraftRow> draft = rows.find(id);
            if (draft.isPresent() || publications.current(id).isPresent()) {
                return Optional.of(manuscript(id, draft.orElse(null)));
            }
        }
        return Slug.parse(key).flatMap(publications::current)
                .map(current -> manuscript(current.tool(), rows.find(current.tool()).orElse(null)));
    }

    /** Something to write on for a tool that is not there yet. Nothing of it is kept until it is saved. */
    @Transactional(readOnly = true)
    public Manuscript fresh(UUID id) {
        return manuscript(id, null);
    }

    /**
     * Keeps what was typed of the tool itself.
     *
     * @param id the draft's or the tool's; an unknown one begins a draft of a new tool
     * @param read the version that the writer has read
     * @param writer the page that was opened: what one page saved is never a conflict with itself
     * @return whether a draft was begun by this
     * @throws SavedMeanwhile when somebody else has saved another text
     * @throws DraftGone when the draft that was read is there no more
     */
    @Transactional
    public boolean saveSheet(UUID id, String read, UUID writer, SheetForm typed, Author by) {
        return save(id, read, writer, typed, Manuscript::sheet, SheetForm::texts, DraftRow::sheet,
                draft -> rows.saveSheet(draft, typed, by, writer));
    }

    /**
     * Keeps what was typed of a reviewer's take; otherwise as {@link #saveSheet}.
     *
     * @throws IllegalArgumentException when there is no such reviewer
     */
    @Transactional
    public boolean saveTake(UUID id, String reviewer, String read, UUID writer, TakeForm typed, Author by) {
        return save(id, read, writer, typed,
                manuscript -> manuscript.take(reviewer)
                        .orElseThrow(() -> new IllegalArgumentException("there is no reviewer " + reviewer)),
                TakeForm::texts, draft -> rows.takes(draft.id()).get(reviewer),
                draft -> rows.saveTake(draft, reviewer, typed, by, writer));
    }

    private <F> boolean save(UUID id, String read, UUID writer, F typed, Function<Manuscript, Part<F>> part,
            Function<F, Map<String, String>> texts, Function<DraftRow, @Nullable Saved<F>> saved,
            java.util.function.Consumer<UUID> write) {
        Optional<DraftRow> draft = rows.lock(id);
        boolean begun = draft.isEmpty();
        Manuscript before = manuscript(id, draft.orElse(null));
        if (begun && before.published() == null && !read.equals(Version.of(0, 0))) {
            throw new DraftGone();
        }
        Part<F> theirs = part.apply(before);
        if (theirs.form().equals(typed)) {
            return false;
        }
        Saved<F> last = draft.map(saved).orElse(null);
        if (!theirs.version().equals(read) && (last == null || !writer.equals(last.writer()))) {
            throw new SavedMeanwhile(theirs, texts.apply(theirs.form()));
        }
        if (begun) {
            Current published = before.published();
            UUID began = published == null ? id : UUID.randomUUID();
            rows.begin(began, published == null ? null : published.tool(),
                    published == null ? 0 : published.revision(), before.sheet().form());
            DraftRow row = rows.lock(id).orElseThrow(DraftGone::new);
            if (!row.id().equals(began) || row.sheet().version() > 0) {
                // Somebody else has begun it in the same moment; now their version is there to be compared.
                return save(id, read, writer, typed, part, texts, saved, write);
            }
            write.accept(row.id());
        } else {
            write.accept(draft.get().id());
        }
        return begun;
    }

    /** All that has to be put right before it can be published, in the order of the form. */
    @Transactional(readOnly = true)
    public List<Problem> problems(Manuscript manuscript) {
        try {
            dossier(manuscript);
            return List.of();
        } catch (Unready unready) {
            return unready.problems();
        }
    }

    /**
     * Makes a draft public, and ends it.
     *
     * @param id the draft's or its tool's
     * @throws Unready when something has to be put right first
     * @throws ChangedMeanwhile when the tool has changed since the draft was begun
     * @throws DraftGone when there is no draft
     */
    @Transactional
    public Published publish(UUID id, Reason reason) {
        DraftRow draft = rows.lock(id).orElseThrow(DraftGone::new);
        Manuscript manuscript = manuscript(id, draft);
        Dossier dossier = dossier(manuscript);
        Current published = manuscript.published();
        if (published != null && reason.text().isBlank()) {
            throw new Unready(List.of(Problem.onSheet("reason", "Say why: readers see the reason.")));
        }
        Slug slug = dossier.tool().slug();
        try {
            UUID tool = published == null ? publications.add(dossier, reason) : published.tool();
            int revision = published == null ? 1 : publications.change(tool, draft.basedOn(), dossier, reason);
            rows.delete(draft.id());
            return new Published(tool, slug, dossier.tool().profile().name(), revision);
        } catch (SlugTaken _) {
            throw new Unready(List.of(Problem.onSheet("slug", "Another tool has or had the address " + slug + ".")));
        }
    }

    /**
     * Takes what was published meanwhile as seen: publishing the draft takes its place.
     *
     * @throws DraftGone when there is no draft
     */
    @Transactional
    public void publishOverLatest(UUID id) {
        DraftRow draft = rows.lock(id).orElseThrow(DraftGone::new);
        if (draft.toolId() != null) {
            publications.current(draft.toolId()).ifPresent(current -> rows.rebase(draft.id(), current.revision()));
        }
    }

    /**
     * Sets when a draft goes out by itself. What is saved until then goes out as well.
     *
     * @return the draft's id
     * @throws Unready when something has to be put right first, as things stand now
     * @throws DraftGone when there is no draft
     */
    @Transactional
    public UUID schedule(UUID id, Instant at, Reason reason) {
        DraftRow draft = rows.lock(id).orElseThrow(DraftGone::new);
        Manuscript manuscript = manuscript(id, draft);
        dossier(manuscript);
        if (manuscript.published() != null && reason.text().isBlank()) {
            throw new Unready(List.of(Problem.onSheet("reason", "Say why: readers see the reason.")));
        }
        rows.schedule(draft.id(), at, reason);
        return draft.id();
    }

    /**
     * Keeps a draft from going out by itself.
     *
     * @param failure why that did not work; nothing where somebody took it back
     * @return the draft's id; nothing where there is no draft
     */
    @Transactional
    public Optional<UUID> unschedule(UUID id, @Nullable String failure) {
        Optional<DraftRow> draft = rows.lock(id);
        draft.ifPresent(row -> rows.unschedule(row.id(), failure));
        return draft.map(DraftRow::id);
    }

    /** The schedule of a draft. Nobody changes it until the end of the transaction. */
    @Transactional
    public Optional<Manuscript.Schedule> due(UUID draft) {
        return rows.lock(draft).map(DraftRow::schedule);
    }

    /**
     * Begins a draft of what was said of a tool before, to be looked at, changed and published as any other one.
     *
     * @param said what an earlier revision said
     * @throws DraftThere when there is a draft already
     * @throws ChangedMeanwhile when the tool is there no more
     */
    @Transactional
    public void begin(UUID tool, Dossier said, Author by) {
        refuseWhileThere(tool);
        Current current = publications.current(tool).orElseThrow(() -> new ChangedMeanwhile("The tool"));
        UUID id = UUID.randomUUID();
        rows.begin(id, tool, current.revision(), SheetForm.of(current.dossier().tool()));
        if (rows.lock(tool).filter(draft -> draft.id().equals(id)).isEmpty()) {
            throw new DraftThere();
        }
        rows.saveSheet(id, SheetForm.of(said.tool()), by, id);
        manuscript(id, rows.find(id).orElse(null)).takes().forEach((reviewer, part) -> {
            TakeForm then = said.takes().stream().filter(take -> take.reviewer().value().equals(reviewer))
                    .findFirst().map(TakeForm::of).orElseGet(() -> TakeForm.begun(today()));
            if (!then.equals(part.form())) {
                rows.saveTake(id, reviewer, then, by, id);
            }
        });
    }

    /**
     * Looks, and does not wait: who publishes a draft locks that first and the tool then. Whoever has locked the tool knows that
     * none is begun until the end of the transaction.
     *
     * @throws DraftThere when the tool has a draft
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuseWhileThere(UUID tool) {
        if (rows.find(tool).isPresent()) {
            throw new DraftThere();
        }
    }

    /**
     * Ends a draft; what is public stays.
     *
     * @return the draft's id; nothing where there is no draft
     */
    @Transactional
    public Optional<UUID> discard(UUID id) {
        Optional<DraftRow> draft = rows.lock(id);
        draft.ifPresent(row -> rows.delete(row.id()));
        return draft.map(DraftRow::id);
    }

    /**
     * Notes that a published fact was compared with its source, for readers and, where the draft says the same, in the draft.
     *
     * @throws IllegalArgumentException when the tool has no such fact that is verified
     * @throws ChangedMeanwhile when the tool is there no more
     */
    @Transactional
    public int checked(UUID tool, Aspect aspect, LocalDate day, Reason reason) {
        Optional<DraftRow> draft = rows.lock(tool);
        Current before = publications.current(tool).orElseThrow(() -> new ChangedMeanwhile("The tool"));
        int revision = publications.checked(tool, aspect, day, reason);
        draft.ifPresent(row -> {
            if (row.basedOn() == before.revision()) {
                rows.rebase(row.id(), revision);
            }
            var published = SheetForm.of(before.dossier().tool()).fact(aspect);
            SheetForm sheet = row.sheet().form();
            if (sheet.fact(aspect).equals(published)) {
                rows.saveSheet(row.id(), sheet.checked(aspect, day.toString()), reason.by(), UUID.randomUUID());
            }
        });
        return revision;
    }

    private Dossier dossier(Manuscript manuscript) {
        Current published = manuscript.published();
        LocalDate since = published == null ? null : published.dossier().tool().publishedOn();
        return new DraftReader(shelves::find).read(manuscript.sheet().form(), manuscript.takeForms(),
                since == null ? today() : since);
    }

    private Manuscript manuscript(UUID id, @Nullable DraftRow draft) {
        UUID tool = draft == null ? id : draft.toolId();
        Current published = tool == null ? null : publications.current(tool).orElse(null);
        Map<String, TakeForm> publishedTakes = published == null ? Map.of()
                : published.dossier().takes().stream()
                        .collect(Collectors.toMap(take -> take.reviewer().value(), TakeForm::of));
        int begunFrom = draft != null ? draft.begunFrom() : published == null ? 0 : published.revision();
        Part<SheetForm> sheet = draft == null
                ? new Part<>(published == null ? SheetForm.EMPTY : SheetForm.of(published.dossier().tool()),
                        Version.of(0, begunFrom), null)
                : part(draft.sheet(), draft);
        Map<String, Saved<TakeForm>> saved = draft == null ? Map.of() : rows.takes(draft.id());
        Map<String, Part<TakeForm>> takes = new LinkedHashMap<>();
        for (ReviewerView reviewer : panel.reviewers()) {
            Saved<TakeForm> own = saved.get(reviewer.slug());
            takes.put(reviewer.slug(), own != null && draft != null ? part(own, draft)
                    : new Part<>(Objects.requireNonNullElseGet(publishedTakes.get(reviewer.slug()),
                            () -> TakeForm.begun(today())), Version.of(0, begunFrom), null));
        }
        return new Manuscript(draft == null ? id : draft.id(), published, draft != null, sheet, takes,
                draft == null ? null : draft.schedule(), draft == null ? null : draft.failure());
    }

    private static <F> Part<F> part(Saved<F> saved, DraftRow draft) {
        return new Part<>(saved.form(),
                saved.version() == 0 ? Version.of(0, draft.begunFrom()) : Version.of(saved.version(), draft.id()),
                saved.change());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static @Nullable UUID id(String key) {
        try {
            return key.length() == 36 ? UUID.fromString(key) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** A version names the draft, or before there is one the revision, so that none is taken for that of an earlier draft. */
    private static final class Version {

        private Version() {}

        static String of(int number, Object since) {
            return number + "@" + since;
        }
    }
}

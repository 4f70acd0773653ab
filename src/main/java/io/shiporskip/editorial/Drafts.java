package io.shiporskip.editorial;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.SlugTaken;
import io.shiporskip.editorial.DraftRows.DraftRow;
import io.shiporskip.editorial.DraftRows.Saved;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What editors are writing. A draft keeps what was typed, part by part, and changes nothing that readers see until it is
 * published. Each part has its own version: who saves one that somebody else has saved meanwhile is told so.
 */
@Component
public class Drafts {

    private final DraftRows rows;
    private final Publications publications;
    private final Manuscripts manuscripts;

    Drafts(DraftRows rows, Publications publications, Manuscripts manuscripts) {
        this.rows = rows;
        this.publications = publications;
        this.manuscripts = manuscripts;
    }

    /**
     * What was published.
     *
     * @param tool its id
     * @param slug its address
     * @param name its name
     * @param act what that was to readers
     * @param revision the revision that it is now
     */
    public record Published(UUID tool, Slug slug, String name, Act act, int revision) {}

    /** The draft or tool of an address: by a draft's or tool's id, or a tool's slug. */
    @Transactional(readOnly = true)
    public Optional<Manuscript> open(String key) {
        UUID id = id(key);
        if (id != null) {
            Optional<DraftRow> draft = rows.find(id);
            if (draft.isPresent() || publications.current(id).isPresent()) {
                return Optional.of(manuscripts.of(id, draft.orElse(null)));
            }
        }
        return Slug.parse(key).flatMap(publications::current)
                .map(current -> manuscripts.of(current.tool(), rows.find(current.tool()).orElse(null)));
    }

    /** Something to write on for a tool that is not there yet. Nothing of it is kept until it is saved. */
    @Transactional(readOnly = true)
    public Manuscript fresh(UUID id) {
        return manuscripts.of(id, null);
    }

    /**
     * Keeps what was typed of the tool itself.
     *
     * @param id the draft's or the tool's; an unknown one begins a draft of a new tool
     * @param read the version that the writer has read
     * @param turn whose save it is: what one page saved is never a conflict with itself, and an earlier save of it that arrives
     *        after a later one is left aside
     * @return whether a draft was begun by this
     * @throws SavedMeanwhile when somebody else has saved another text
     * @throws DraftGone when the draft that was read is there no more
     */
    @Transactional
    public boolean saveSheet(UUID id, String read, Turn turn, SheetForm typed, Author by) {
        return save(id, read, turn, typed, Manuscript::sheet, SheetForm::texts, DraftRow::sheet,
                draft -> rows.saveSheet(draft, typed, by, turn));
    }

    /**
     * Keeps what was typed of a reviewer's take; otherwise as {@link #saveSheet}.
     *
     * @throws IllegalArgumentException when there is no such reviewer
     */
    @Transactional
    public boolean saveTake(UUID id, String reviewer, String read, Turn turn, TakeForm typed, Author by) {
        return save(id, read, turn, typed,
                manuscript -> manuscript.take(reviewer)
                        .orElseThrow(() -> new IllegalArgumentException("there is no reviewer " + reviewer)),
                TakeForm::texts, draft -> rows.takes(draft.id()).get(reviewer),
                draft -> rows.saveTake(draft, reviewer, typed, by, turn));
    }

    private <F> boolean save(UUID id, String read, Turn turn, F typed, Function<Manuscript, Part<F>> part,
            Function<F, Map<String, String>> texts, Function<DraftRow, @Nullable Saved<F>> saved,
            Consumer<UUID> write) {
        Optional<DraftRow> draft = rows.lock(id);
        boolean begun = draft.isEmpty();
        Manuscript before = manuscripts.of(id, draft.orElse(null));
        if (begun && before.published() == null && !read.equals(Manuscripts.untouched())) {
            throw new DraftGone();
        }
        Part<F> theirs = part.apply(before);
        if (theirs.form().equals(typed)) {
            return false;
        }
        Saved<F> last = draft.map(saved).orElse(null);
        if (last != null && turn.writer().equals(last.writer())) {
            if (turn.number() < last.turn()) {
                return false;
            }
        } else if (!theirs.version().equals(read)) {
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
                return save(id, read, turn, typed, part, texts, saved, write);
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
            manuscripts.dossier(manuscript);
            return List.of();
        } catch (Unready unready) {
            return unready.problems();
        }
    }

    /**
     * Makes a draft public, and ends it.
     *
     * @param id the draft's or its tool's
     * @param seen the {@linkplain Manuscript#versions() versions} that were looked at
     * @throws Unseen when it says something else by now
     * @throws Unready when something has to be put right first
     * @throws NothingNew when readers have all of it already
     * @throws ChangedMeanwhile when the tool has changed since the draft was begun
     * @throws DraftGone when there is no draft
     */
    @Transactional
    public Published publish(UUID id, String seen, Reason reason) {
        DraftRow draft = rows.lock(id).orElseThrow(DraftGone::new);
        Manuscript manuscript = manuscripts.of(id, draft);
        manuscript.refuseUnlessSeen(seen);
        return publish(draft, manuscript, reason);
    }

    /** As {@link #publish(UUID, String, Reason)}, as the draft stands now: whoever set a time for it has agreed to that. */
    @Transactional
    public Published publishAsItStands(UUID id, Reason reason) {
        DraftRow draft = rows.lock(id).orElseThrow(DraftGone::new);
        return publish(draft, manuscripts.of(id, draft), reason);
    }

    private Published publish(DraftRow draft, Manuscript manuscript, Reason reason) {
        Dossier dossier = manuscripts.dossier(manuscript);
        manuscript.refuseWithoutReason(reason);
        Published published = write(draft, manuscript.published(), dossier, reason);
        if (published.revision() == draft.basedOn()) {
            throw new NothingNew();
        }
        rows.delete(draft.id());
        return published;
    }

    /**
     * Publishes a draft for whoever wants to look at it, in a transaction that is rolled back then. It needs no reason.
     *
     * @return the address that the tool has meanwhile
     * @throws Unready when something has to be put right first
     * @throws ChangedMeanwhile when the tool has changed since the draft was begun
     * @throws DraftGone when there is no draft
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Slug tryOut(UUID id, Author by) {
        DraftRow draft = rows.lock(id).orElseThrow(DraftGone::new);
        Manuscript manuscript = manuscripts.of(id, draft);
        return write(draft, manuscript.published(), manuscripts.dossier(manuscript), Reason.of(by, "")).slug();
    }

    private Published write(DraftRow draft, @Nullable Current published, Dossier dossier, Reason reason) {
        Slug slug = dossier.tool().slug();
        String name = dossier.tool().profile().name();
        try {
            if (published == null) {
                return new Published(publications.add(dossier, reason), slug, name, Act.ADDED, 1);
            }
            int revision = publications.change(published.tool(), draft.basedOn(), dossier, reason);
            return new Published(published.tool(), slug, name,
                    published.state() == ToolState.WITHDRAWN ? Act.RETURNED : Act.CHANGED, revision);
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
        rows.saveSheet(id, SheetForm.of(said.tool()), by, new Turn(id, 0));
        manuscripts.of(id, rows.find(id).orElse(null)).takes().forEach((reviewer, part) -> {
            TakeForm then = said.takes().stream().filter(take -> take.reviewer().value().equals(reviewer))
                    .findFirst().map(TakeForm::of).orElseGet(() -> TakeForm.begun(Manuscripts.today()));
            if (!then.equals(part.form())) {
                rows.saveTake(id, reviewer, then, by, new Turn(id, 0));
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
     * @return whether that is new: not where it was compared on that day already
     * @throws IllegalArgumentException when the tool has no such fact that is verified
     * @throws ChangedMeanwhile when the tool is there no more
     */
    @Transactional
    public boolean checked(UUID tool, Aspect aspect, LocalDate day, Reason reason) {
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
                rows.saveSheet(row.id(), sheet.checked(aspect, day.toString()), reason.by(),
                        new Turn(UUID.randomUUID(), 0));
            }
        });
        return revision != before.revision();
    }

    private static @Nullable UUID id(String key) {
        try {
            return key.length() == 36 ? UUID.fromString(key) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}

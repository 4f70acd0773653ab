package io.shiporskip.editorial;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.editorial.DraftRows.DraftRow;
import io.shiporskip.editorial.DraftRows.Saved;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.ReviewerView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts together what there is to write on of a tool: its draft's rows, what is published, and the panel. */
@Component
class Manuscripts {

    private final DraftRows rows;
    private final Publications publications;
    private final Shelves shelves;
    private final Panel panel;

    Manuscripts(DraftRows rows, Publications publications, Shelves shelves, Panel panel) {
        this.rows = rows;
        this.publications = publications;
        this.shelves = shelves;
        this.panel = panel;
    }

    /**
     * What a manuscript says as it would be published.
     *
     * @throws Unready when something has to be put right first
     */
    Dossier dossier(Manuscript manuscript) {
        Current published = manuscript.published();
        LocalDate since = published == null ? null : published.dossier().tool().publishedOn();
        return new DraftReader(shelves::find).read(manuscript.sheet().form(), manuscript.takeForms(),
                since == null ? today() : since);
    }

    /** What there is to write on of a draft; without one, of the tool with this id or of a new one. */
    Manuscript of(UUID id, @Nullable DraftRow draft) {
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

    /** The present day, in UTC. */
    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** The version of what nobody has saved in any draft of a new tool. */
    static String untouched() {
        return Version.of(0, 0);
    }

    /** A version names the draft, or before there is one the revision, so that none is taken for that of an earlier draft. */
    private static final class Version {

        private Version() {}

        static String of(int number, Object since) {
            return number + "@" + since;
        }
    }
}

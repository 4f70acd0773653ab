package io.shiporskip.editorial;

import io.shiporskip.editorial.DraftRows.DraftRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** When drafts go out by themselves. */
@Component
public class Schedules {

    private final DraftRows rows;
    private final Manuscripts manuscripts;

    Schedules(DraftRows rows, Manuscripts manuscripts) {
        this.rows = rows;
        this.manuscripts = manuscripts;
    }

    /**
     * Sets when a draft goes out by itself. What is saved until then goes out as well.
     *
     * @param seen the {@linkplain Manuscript#versions() versions} that were looked at
     * @return the draft's id
     * @throws Unseen when it says something else by now
     * @throws Unready when something has to be put right first, as things stand now
     * @throws DraftGone when there is no draft
     */
    @Transactional
    public UUID schedule(UUID id, String seen, Instant at, Reason reason) {
        DraftRow draft = rows.lock(id).orElseThrow(DraftGone::new);
        Manuscript manuscript = manuscripts.of(id, draft);
        manuscript.refuseUnlessSeen(seen);
        manuscripts.dossier(manuscript);
        manuscript.refuseWithoutReason(reason);
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
}

package io.shiporskip.desk.tools;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.shiporskip.catalogue.Aspect;
import io.shiporskip.desk.Audit;
import io.shiporskip.desk.Editor;
import io.shiporskip.editorial.ChangedMeanwhile;
import io.shiporskip.editorial.Drafts;
import io.shiporskip.editorial.Drafts.Published;
import io.shiporskip.editorial.Manuscript;
import io.shiporskip.editorial.NothingNew;
import io.shiporskip.editorial.Reason;
import io.shiporskip.editorial.Schedules;
import io.shiporskip.editorial.SheetForm;
import io.shiporskip.editorial.TakeForm;
import io.shiporskip.editorial.Turn;
import io.shiporskip.editorial.Unready;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What editors do with drafts, each act with its row of the audit in one transaction. A save is no such act, because nothing of
 * it can be seen by anybody but editors; that a draft was begun is.
 */
@Component
class Writing {

    /** The task that publishes a draft when its time has come; its instance begins with the draft's id. */
    static final String TASK = "desk-publication";

    private final Drafts drafts;
    private final Schedules schedules;
    private final Audit audit;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate transaction;

    Writing(Drafts drafts, Schedules schedules, Audit audit, ObjectProvider<SchedulerClient> scheduler,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.schedules = schedules;
        this.audit = audit;
        this.scheduler = scheduler;
        this.transaction = transaction;
    }

    /** As {@link Drafts#saveSheet}. */
    @Transactional
    public void save(UUID id, String read, Turn turn, SheetForm typed, Editor by) {
        if (drafts.saveSheet(id, read, turn, typed, by.author())) {
            begun(id, typed.name(), by);
        }
    }

    /** As {@link Drafts#saveTake}. */
    @Transactional
    public void save(UUID id, String reviewer, String read, Turn turn, TakeForm typed, Editor by) {
        if (drafts.saveTake(id, reviewer, read, turn, typed, by.author())) {
            begun(id, drafts.open(id.toString()).map(Manuscript::label).orElse(""), by);
        }
    }

    /** As {@link Drafts#publish(UUID, String, Reason)}. */
    @Transactional
    public Published publish(Manuscript work, String seen, Reason reason, Editor by) {
        Published published = drafts.publish(work.id(), seen, reason);
        audit.note(by, published.act().word(), about(published), reason.text(),
                detail(reason, published));
        return published;
    }

    /** As {@link Schedules#schedule}. */
    @Transactional
    public void schedule(Manuscript work, String seen, Instant at, Reason reason, Editor by) {
        UUID draft = schedules.schedule(work.id(), seen, at, reason);
        audit.note(by, "scheduled", about(work), reason.text(), Map.of("at", at.toString()));
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<>(TASK, draft + "/" + System.nanoTime()), at);
    }

    /** Keeps a draft from going out by itself. */
    @Transactional
    public void unschedule(Manuscript work, Editor by) {
        if (work.schedule() != null && schedules.unschedule(work.id(), null).isPresent()) {
            audit.note(by, "took back the schedule", about(work), "", Map.of());
        }
    }

    /** Ends a draft; what is public stays. */
    @Transactional
    public void discard(Manuscript work, Editor by) {
        if (drafts.discard(work.id()).isPresent()) {
            audit.note(by, "discarded the draft", about(work), "", Map.of());
        }
    }

    /** Takes what was published meanwhile as seen. */
    @Transactional
    public void publishOverLatest(Manuscript work, Editor by) {
        drafts.publishOverLatest(work.id());
        audit.note(by, "kept the draft over a later revision", about(work), "", Map.of());
    }

    /** Notes that a fact was compared with its source today. */
    @Transactional
    public void checked(Manuscript work, UUID tool, Aspect aspect, Editor by) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Reason reason = Reason.of(by.author(), "");
        if (drafts.checked(tool, aspect, today, reason)) {
            audit.note(by, "checked a fact", new Audit.About("tool", tool.toString(), work.label()), "",
                    Map.of("fact", aspect.label(), "on", today.toString()));
        }
    }

    /**
     * Publishes a draft when it is due, on behalf of whoever scheduled it. One that was taken back or moved stays; one that cannot
     * be published stays as well, and says why.
     */
    void publishDue(UUID draft) {
        try {
            transaction.executeWithoutResult(_ -> {
                Optional<Manuscript.Schedule> due = schedules.due(draft)
                        .filter(schedule -> !schedule.at().isAfter(Instant.now()));
                due.ifPresent(schedule -> {
                    Published published = drafts.publishAsItStands(draft, schedule.reason());
                    audit.note(null, published.act().word(), about(published),
                            schedule.reason().text(), Map.of("scheduled by", schedule.reason().by().name()));
                });
            });
        } catch (Unready unready) {
            failed(draft, String.valueOf(unready.getMessage()));
        } catch (NothingNew nothing) {
            failed(draft, String.valueOf(nothing.getMessage()));
        } catch (ChangedMeanwhile _) {
            failed(draft, "The tool was changed after the draft was begun.");
        } catch (DataIntegrityViolationException | IllegalArgumentException refused) {
            failed(draft, "The catalogue refuses it: " + refused.getMessage());
        }
    }

    private void failed(UUID draft, String why) {
        transaction.executeWithoutResult(_ -> {
            schedules.unschedule(draft, why);
            drafts.open(draft.toString())
                    .ifPresent(work -> audit.note(null, "could not publish", about(work), "", Map.of("why", why)));
        });
    }

    private void begun(UUID id, String name, Editor by) {
        audit.note(by, "began a draft", new Audit.About("draft", id.toString(), name.isBlank() ? "New tool" : name), "",
                Map.of());
    }

    private static Map<String, String> detail(Reason reason, Published published) {
        return reason.correction() ? Map.of("revision", String.valueOf(published.revision()), "corrects", "yes")
                : Map.of("revision", String.valueOf(published.revision()));
    }

    private static Audit.About about(Published published) {
        return new Audit.About("tool", published.tool().toString(), published.name());
    }

    private static Audit.About about(Manuscript work) {
        return work.published() == null ? new Audit.About("draft", work.id().toString(), work.label())
                : new Audit.About("tool", work.published().tool().toString(), work.label());
    }
}

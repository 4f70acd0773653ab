package io.shiporskip.desk.tools;

import io.shiporskip.catalogue.Tools;
import io.shiporskip.desk.Audit;
import io.shiporskip.desk.Editor;
import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.Drafts;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.editorial.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What editors do with published tools other than writing, each act with its row of the audit in one transaction. */
@Component
class Retiring {

    private final Publications publications;
    private final Drafts drafts;
    private final Tools tools;
    private final Audit audit;

    Retiring(Publications publications, Drafts drafts, Tools tools, Audit audit) {
        this.publications = publications;
        this.drafts = drafts;
        this.tools = tools;
        this.audit = audit;
    }

    /** As {@link Publications#withdraw}. */
    @Transactional
    public void withdraw(Current tool, @Nullable Current instead, Reason reason, Editor by) {
        keepWithoutDraft(tool.tool());
        publications.withdraw(tool.tool(), instead == null ? null : instead.tool(), reason);
        audit.note(by, "withdrew", about(tool), reason.text(),
                instead == null ? Map.of() : Map.of("instead", name(instead)));
    }

    /** As {@link Publications#bringBack}. A draft of it would rest on a revision that is the last one no more. */
    @Transactional
    public void bringBack(Current tool, Editor by) {
        keepWithoutDraft(tool.tool());
        publications.bringBack(tool.tool(), Reason.of(by.author(), ""));
        audit.note(by, "brought back", about(tool), "", Map.of());
    }

    /** As {@link Publications#merge}. */
    @Transactional
    public void merge(Current gone, Current into, Reason reason, Editor by) {
        keepWithoutDraft(gone.tool(), into.tool());
        publications.merge(gone.tool(), into.tool(), reason);
        audit.note(by, "merged into another tool", about(gone), reason.text(), Map.of("into", name(into)));
    }

    /** As {@link Drafts#begin}. */
    @Transactional
    public void goBack(Current tool, Revision to, Editor by) {
        drafts.begin(tool.tool(), to.dossier(), by.author());
        audit.note(by, "began a draft from an earlier revision", about(tool), "",
                Map.of("revision", String.valueOf(to.view().number())));
    }

    /** First the tools, in the order in which all lock them, so that nobody begins a draft after the look. */
    private void keepWithoutDraft(UUID... ids) {
        tools.lock(List.of(ids));
        for (UUID id : ids) {
            drafts.refuseWhileThere(id);
        }
    }

    private static Audit.About about(Current tool) {
        return new Audit.About("tool", tool.tool().toString(), name(tool));
    }

    private static String name(Current tool) {
        return tool.dossier().tool().profile().name();
    }
}

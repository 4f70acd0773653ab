package io.shiporskip.desk.files;

import io.shiporskip.desk.Audit;
import io.shiporskip.desk.Audit.About;
import io.shiporskip.desk.Editor;
import io.shiporskip.editorial.Reason;
import io.shiporskip.importing.Imports;
import io.shiporskip.importing.PlanView;
import io.shiporskip.importing.Proposal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.Map;

/** What editors do with files, each import with its row of the audit in one transaction. Looking at what files would do is no act. */
@Component
class Importing {

    private final Imports imports;
    private final Audit audit;

    Importing(Imports imports, Audit audit) {
        this.imports = imports;
        this.audit = audit;
    }

    /** As {@link Imports#apply}. */
    @Transactional
    public void apply(Proposal read, String fingerprint, boolean leaveOut, Reason reason, Editor by) {
        PlanView done = imports.apply(read.id(), fingerprint, leaveOut, reason);
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("new", String.valueOf(done.created()));
        counts.put("changed", String.valueOf(done.changed()));
        counts.put("as they were", String.valueOf(done.same()));
        counts.put("left out", String.valueOf(done.refused()));
        counts.put("shelves and reviewers", String.valueOf(done.shelves().size()));
        audit.note(by, "imported files", new About("import", read.id().toString(), read.files()), reason.text(),
                counts);
    }
}

package io.shiporskip.desk.newsletter;

import io.shiporskip.desk.Audit;
import io.shiporskip.newsletter.DroppedPlan;
import io.shiporskip.newsletter.EditionWatch;
import org.springframework.stereotype.Component;

import java.util.Map;

/** Writes into the audit what the site itself does to editions. */
@Component
class EditionAudit implements EditionWatch {

    private final Audit audit;

    EditionAudit(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void goesOut(int number, boolean planned) {
        audit.note(null, "sent", NewsletterActs.about(number), "", Map.of("at", planned ? "its planned time"
                : "its weekly time"));
    }

    @Override
    public void dropped(DroppedPlan plan) {
        audit.note(null, "dropped the plan of", NewsletterActs.COMING, "",
                Map.of("planned for", plan.due().toString(), "why", plan.why().text()));
    }
}

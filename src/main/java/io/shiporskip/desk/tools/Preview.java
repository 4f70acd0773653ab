package io.shiporskip.desk.tools;

import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.editorial.Drafts;
import io.shiporskip.editorial.Manuscript;
import io.shiporskip.shared.Slug;
import io.shiporskip.site.ToolPages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;

import java.util.Objects;

/**
 * Shows a draft as readers will see it, by publishing it and taking that back before anybody else can see it: so it passes every
 * rule that publishing does, and is made of the same page.
 */
@Component
class Preview {

    private final Drafts drafts;
    private final ToolPages pages;
    private final TransactionTemplate transaction;

    Preview(Drafts drafts, ToolPages pages, TransactionTemplate transaction) {
        this.drafts = drafts;
        this.pages = pages;
        this.transaction = transaction;
    }

    /**
     * The page, whole.
     *
     * @throws io.shiporskip.editorial.Unready when something has to be put right first
     * @throws io.shiporskip.editorial.ChangedMeanwhile when the tool has changed since the draft was begun
     * @throws NotPossible when there is nothing to show
     */
    ModelAndView of(Manuscript work, Editor by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            Slug slug = work.draft()
                    ? drafts.tryOut(work.id(), by.author())
                    : Objects.requireNonNull(work.published()).dossier().tool().slug();
            return pages.page(slug)
                    .orElseThrow(() -> new NotPossible(
                            "Readers do not see this tool: it is withdrawn, or its day lies ahead."));
        })).addObject("preview", "/desk/tools/" + work.key())
                .addObject("previewOfDraft", work.draft()).addObject("noindex", true);
    }
}

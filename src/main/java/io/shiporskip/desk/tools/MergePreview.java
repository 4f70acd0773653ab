package io.shiporskip.desk.tools;

import io.shiporskip.desk.tools.MergeController.Outcome;
import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.Current;
import io.shiporskip.editorial.Publications;
import io.shiporskip.editorial.Reason;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Says what a merge would make of two tools, by doing it and taking it back before anybody else can see it. */
@Component
class MergePreview {

    private final Publications publications;
    private final Votes votes;
    private final Panel panel;
    private final TransactionTemplate transaction;

    MergePreview(Publications publications, Votes votes, Panel panel, TransactionTemplate transaction) {
        this.publications = publications;
        this.votes = votes;
        this.panel = panel;
        this.transaction = transaction;
    }

    /** What would become of the tool that ends and the one that stays. */
    Outcome of(Current gone, Current into) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            Map<UUID, Tally> before = votes.tallies(List.of(gone.tool(), into.tool()));
            publications.merge(gone.tool(), into.tool(), Reason.of(Author.SITE, ""));
            List<TakeContent> spoke = into.dossier().takes();
            return new Outcome(before.getOrDefault(gone.tool(), Tally.NONE),
                    before.getOrDefault(into.tool(), Tally.NONE),
                    votes.tallies(List.of(into.tool())).getOrDefault(into.tool(), Tally.NONE),
                    panel.reviewers().stream().flatMap(reviewer -> gone.dossier().takes().stream()
                            .filter(take -> take.reviewer().value().equals(reviewer.slug()))
                            .filter(take -> spoke.stream()
                                    .noneMatch(other -> other.reviewer().equals(take.reviewer())))
                            .map(take -> reviewer.name() + ": " + take.verdict().word()
                                    + (take.score() == null ? "" : " " + take.score())))
                            .toList());
        }));
    }
}

package io.shiporskip.desk.tools;

import io.shiporskip.desk.tools.MergeController.Outcome;
import io.shiporskip.editorial.Current;
import io.shiporskip.panel.Panel;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.Votes;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says what a merge would make of two tools. */
@Component
class MergePreview {

    private final Votes votes;
    private final Panel panel;

    MergePreview(Votes votes, Panel panel) {
        this.votes = votes;
        this.panel = panel;
    }

    /** What would become of the tool that ends and the one that stays. */
    Outcome of(Current gone, Current into) {
        Map<UUID, Tally> before = votes.tallies(List.of(gone.tool(), into.tool()));
        List<TakeContent> spoke = into.dossier().takes();
        return new Outcome(before.getOrDefault(gone.tool(), Tally.NONE),
                before.getOrDefault(into.tool(), Tally.NONE), votes.merged(gone.tool(), into.tool()),
                panel.reviewers().stream().flatMap(reviewer -> gone.dossier().takes().stream()
                        .filter(take -> take.reviewer().value().equals(reviewer.slug()))
                        .filter(take -> spoke.stream().noneMatch(other -> other.reviewer().equals(take.reviewer())))
                        .map(take -> reviewer.name() + ": " + take.verdict().word()
                                + (take.score() == null ? "" : " " + take.score())))
                        .toList());
    }
}

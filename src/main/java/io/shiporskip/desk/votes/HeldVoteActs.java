package io.shiporskip.desk.votes;

import io.shiporskip.desk.Audit;
import io.shiporskip.desk.Editor;
import io.shiporskip.shared.Slug;
import io.shiporskip.votes.HeldChoice;
import io.shiporskip.votes.HeldVotes;
import io.shiporskip.votes.Moderation;
import io.shiporskip.votes.ModerationEntry.Act;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;

/** Decides on held votes as an editor: the votes, the public log and the audit change together or not at all. */
@Component
class HeldVoteActs {

    private final Moderation moderation;
    private final Audit audit;

    HeldVoteActs(Moderation moderation, Audit audit) {
        this.moderation = moderation;
        this.audit = audit;
    }

    /** @throws io.shiporskip.votes.HeldVotesChanged when other votes are held than those that the editor saw */
    @Transactional
    public void decide(HeldVotes tool, HeldChoice choice, Act act, String reason, Editor by) {
        moderation.decide(new Slug(tool.slug()), choice, act, reason);
        audit.note(by, act.word() + " held votes", new Audit.About("tool", tool.tool().toString(), tool.name()),
                reason.strip(), Map.of("ship", String.valueOf(choice.ships()), "skip", String.valueOf(choice.skips())));
    }
}

package io.shiporskip.site;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.votes.OwnVote;
import io.shiporskip.votes.Tally;
import io.shiporskip.votes.VoteView;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a page shows of the visitor who asked for it.
 *
 * @param votes the visitor's votes by tool
 * @param bookmarks the tools that the visitor keeps, the one kept last first
 */
public record Own(Map<UUID, OwnVote> votes, List<UUID> bookmarks) {

    /** Of somebody who is no visitor yet. */
    static final Own NOTHING = new Own(Map.of(), List.of());

    /** The place where this visitor votes on a tool. */
    public VoteView voteOn(ToolView tool, Tally tally, PanelVerdict verdict) {
        return VoteView.of(tool, tally, verdict, votes.getOrDefault(tool.id(), OwnVote.NONE));
    }

    /** Whether the visitor keeps the tool. */
    public boolean keeps(ToolView tool) {
        return bookmarks.contains(tool.id());
    }

    /** How many tools the visitor keeps. */
    public int kept() {
        return bookmarks.size();
    }

    /** How much that is, in words. */
    public String text() {
        return new Stored(votes.size(), bookmarks.size()).text();
    }
}

package io.shiporskip.votes;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.panel.PanelVerdict;

/**
 * The place on a page where one votes on a tool.
 *
 * @param tool the tool
 * @param tally what the community says
 * @param verdict what the panel says
 * @param own what the visitor says
 * @param before what the visitor said until a moment ago, where that has just changed; else the same as {@code own}
 */
public record VoteView(ToolView tool, Tally tally, PanelVerdict verdict, OwnVote own, OwnVote before) {

    /** Why a vote does not count at once. */
    public static final String HELD = "many votes came from your network, so it is kept and not counted until an editor"
            + " has looked";

    /** The place as it stands when a page is opened. */
    public static VoteView of(ToolView tool, Tally tally, PanelVerdict verdict, OwnVote own) {
        return new VoteView(tool, tally, verdict, own, own);
    }

    /** Whether a vote was just taken back, so that it can be given again. */
    public boolean takenBack() {
        return before.cast() && !own.cast();
    }

    /** The visitor's own vote in words, or that there is none. */
    public String ownLine() {
        if (takenBack()) {
            return "Your vote is taken back.";
        }
        return own.cast() ? "You say " + own.choice().word() + "." : "No account needed.";
    }

    /** How the community stands against the panel; for those who have not voted, that they will see it. */
    public String stanceLine() {
        return own.cast() ? Stance.sentence(tally, verdict)
                : "Vote, and see how the community stands against the panel.";
    }

    /** What has just happened, in a sentence for those who do not see the page change. */
    public String said() {
        if (takenBack()) {
            return "Your vote on " + tool.label() + " is taken back. " + tally.line() + ".";
        }
        return own.cast()
                ? "You say " + own.choice().word() + " on " + tool.label()
                        + (own.held() ? ". Your vote is held: " + HELD : "") + ". " + tally.line() + "."
                : "You have no vote on " + tool.label() + ". " + tally.line() + ".";
    }
}

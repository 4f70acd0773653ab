package io.shiporskip.votes;

/**
 * A visitor's own vote on a tool.
 *
 * @param choice what it says
 * @param held whether it is kept and not counted
 */
public record OwnVote(Choice choice, boolean held) {

    /** Of somebody who has not voted. */
    public static final OwnVote NONE = new OwnVote(Choice.NONE, false);

    /** Whether there is a vote. */
    public boolean cast() {
        return choice != Choice.NONE;
    }

    /** Whether it says ship. */
    public boolean ship() {
        return choice == Choice.SHIP;
    }

    /** Whether it says skip. */
    public boolean skip() {
        return choice == Choice.SKIP;
    }
}

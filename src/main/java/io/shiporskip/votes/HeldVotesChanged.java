package io.shiporskip.votes;

/** Other votes are held now than those that somebody has seen and decided on; nothing was done. */
public final class HeldVotesChanged extends RuntimeException {

    private static final long serialVersionUID = 1;

    HeldVotesChanged() {
        super("other votes are held now");
    }
}

package io.shiporskip.votes;

import io.shiporskip.shared.Slug;
import io.shiporskip.visitors.Network;
import io.shiporskip.visitors.Visitor;

/**
 * What somebody wants their vote on a tool to be.
 *
 * @param tool the tool
 * @param visitor whose vote
 * @param network where it comes from
 * @param choice what it is to say
 */
record Wish(Slug tool, Visitor visitor, Network network, Choice choice) {

    /** Which vote it is about; of two such wishes the one that came later has the last word. */
    Object vote() {
        return new Vote(tool, visitor);
    }

    private record Vote(Slug tool, Visitor visitor) {}
}

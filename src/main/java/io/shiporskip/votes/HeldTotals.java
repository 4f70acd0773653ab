package io.shiporskip.votes;

/**
 * What is held over all tools.
 *
 * @param tools how many tools have held votes
 * @param votes how many votes are held
 */
public record HeldTotals(long tools, long votes) {}

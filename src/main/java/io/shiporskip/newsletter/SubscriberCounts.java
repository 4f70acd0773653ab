package io.shiporskip.newsletter;

/**
 * How many subscribers there are in each state.
 *
 * @param waiting who have not confirmed yet
 * @param confirmed who get the weekly e-mail
 * @param left who left, or whose mail server refused, not longer ago than their addresses are kept
 * @param suppressed how many addresses get no mail for ever; only their keyed hashes are kept
 */
public record SubscriberCounts(int waiting, int confirmed, int left, int suppressed) {}

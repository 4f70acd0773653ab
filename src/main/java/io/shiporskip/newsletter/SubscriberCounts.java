package io.shiporskip.newsletter;

/**
 * How many subscribers there are in each state.
 *
 * @param waiting who have not confirmed yet
 * @param confirmed who get the weekly e-mail
 * @param left who left, or whose mail server refused, not longer ago than their addresses are kept
 */
public record SubscriberCounts(int waiting, int confirmed, int left) {}

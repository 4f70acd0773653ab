package io.shiporskip.votes;

import java.util.UUID;

/**
 * What a wish has led to; it is there only when the database has committed it.
 *
 * @param tool the tool
 * @param before what the visitor had said before
 * @param now what the visitor's vote says now
 * @param tally the tally of the tool with this vote in it
 */
public record Receipt(UUID tool, OwnVote before, OwnVote now, Tally tally) {}

package io.shiporskip.votes;

import java.time.LocalDate;

/**
 * The votes of a day, held ones included.
 *
 * @param on the day (UTC)
 * @param votes how many were cast, or changed last, on it
 */
public record VotesOfDay(LocalDate on, long votes) {}

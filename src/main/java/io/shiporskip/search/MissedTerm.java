package io.shiporskip.search;

import java.time.LocalDate;

/**
 * A term for which nothing was found.
 *
 * @param term in small letters, without accents
 * @param times how often somebody looked for it
 * @param lastOn the last day (UTC) on which somebody did
 */
public record MissedTerm(String term, long times, LocalDate lastOn) {}

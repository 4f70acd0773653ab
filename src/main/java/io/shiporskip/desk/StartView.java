package io.shiporskip.desk;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;

import java.time.LocalDate;
import java.util.List;

/**
 * What needs a hand today.
 *
 * @param votes the votes of the last days
 * @param held the tools with held votes, those with the most first
 * @param heldVotes how many votes are held in all
 * @param stale the facts that nobody has checked for long, the oldest first
 * @param staleFacts how many there are in all
 * @param missed the terms for which nothing was found, the most frequent first
 */
public record StartView(VotesPlot votes, List<Held> held, long heldVotes, List<Stale> stale, long staleFacts,
        List<Missed> missed) {

    /** A fact counts as checked for so many days. */
    public int staleAfter() {
        return Fact.STALE_AFTER_DAYS;
    }

    /** A tool with held votes. */
    public record Held(String slug, String name, long votes) {}

    /**
     * A fact to be checked.
     *
     * @param slug of its tool
     * @param name of its tool
     * @param aspect what it is about
     * @param source where it was checked
     * @param checkedOn when
     */
    public record Stale(String slug, String name, Aspect aspect, String source, LocalDate checkedOn) {}

    /** A term for which nothing was found, and how often. */
    public record Missed(String term, long times, LocalDate lastOn) {}
}

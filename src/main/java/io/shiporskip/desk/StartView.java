package io.shiporskip.desk;

import io.shiporskip.catalogue.Aspect;
import io.shiporskip.catalogue.Fact;
import io.shiporskip.catalogue.ToolView;
import io.shiporskip.newsletter.DeliveryProblems;
import io.shiporskip.newsletter.Sending;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.shared.Figures;
import io.shiporskip.votes.Tally;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What needs a hand today.
 *
 * @param drafts what is being written, what failed to go out first
 * @param draftCount how many drafts there are in all
 * @param votes the votes of the last days
 * @param signUps the sign-ups to the weekly e-mail of the last days
 * @param held the tools with held votes, those with the most first
 * @param heldVotes how many votes are held in all
 * @param stale the facts that nobody has checked for long, the oldest first
 * @param staleFacts how many there are in all; more than {@link StartQuery#MOST_STALE} are not counted
 * @param deliveries what went wrong in sending the weekly e-mail
 * @param disagreements where panel and community stand furthest apart
 * @param missed the terms for which nothing was found, the most frequent first
 */
public record StartView(List<Draft> drafts, long draftCount, DayPlot votes, DayPlot signUps, List<Held> held,
        long heldVotes, List<Stale> stale,
        int staleFacts, DeliveryProblems deliveries, List<Disagreement> disagreements, List<Missed> missed) {

    /** A fact counts as checked for so many days. */
    public int staleAfter() {
        return Fact.STALE_AFTER_DAYS;
    }

    /** How many facts are to be checked. */
    public String staleText() {
        return staleFacts > StartQuery.MOST_STALE ? "more than " + Figures.of(StartQuery.MOST_STALE)
                : Figures.of(staleFacts);
    }

    /** How many votes are held. */
    public String heldText() {
        return Figures.of(heldVotes);
    }

    /** Among how many contested tools the disagreements are looked for. */
    public int contested() {
        return StartQuery.CONTESTED;
    }

    /** Whether anything is to be done about the sending. */
    public boolean deliveriesFine() {
        return deliveries.unknown() == 0 && deliveries.failed() == 0;
    }

    /** Of how many deliveries nobody knows what became of them. */
    public String unknownText() {
        return deliveries.unknown() == 1 ? "1 mail may have arrived or not"
                : Figures.of(deliveries.unknown()) + " mails may have arrived or not";
    }

    /** How many deliveries failed of late. */
    public String failedText() {
        return (deliveries.failed() == 1 ? "1 mail was" : Figures.of(deliveries.failed()) + " mails were")
                + " refused or given up in the last " + Sending.FAILED_DAYS + " days";
    }

    /**
     * A tool that is being written.
     *
     * @param key what tells it from others in an address
     * @param name what it is called so far
     * @param by who saved it last; nothing where nobody did
     * @param changedAt when
     * @param publishAt when it goes out by itself; nothing where it does not
     * @param failure why it did not go out; nothing where that did not happen
     */
    public record Draft(String key, String name, @Nullable String by, Instant changedAt, @Nullable Instant publishAt,
            @Nullable String failure) {}

    /** A tool with held votes. */
    public record Held(String slug, String name, long votes) {

        /** How many. */
        public String text() {
            return Figures.of(votes, "held vote", "held votes");
        }
    }

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

    /**
     * A tool on which panel and community disagree.
     *
     * @param tool the tool
     * @param verdict what the panel says
     * @param tally what the community says
     * @param points how far apart their shares of ship are, in percentage points
     */
    public record Disagreement(ToolView tool, PanelVerdict verdict, Tally tally, int points) {

        /** Who says what, in a line. */
        public String text() {
            return (points == 1 ? "1 point" : points + " points") + " apart: panel " + verdict.ofTotal()
                    + " ship, community " + tally.line();
        }
    }

    /** A term for which nothing was found, and how often. */
    public record Missed(String term, long times, LocalDate lastOn) {}
}

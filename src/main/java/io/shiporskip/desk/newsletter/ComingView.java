package io.shiporskip.desk.newsletter;

import io.shiporskip.newsletter.EditionLine;
import io.shiporskip.newsletter.Editions;
import io.shiporskip.shared.Figures;
import io.shiporskip.shared.Markdown;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The coming edition, and those before it.
 *
 * @param coming the coming edition as it would be now
 * @param confirmed how many would get it
 * @param editions those before it, the latest first
 * @param older the number before which the next page of them begins; nothing where this is the last
 * @param typed what stands in the field of the introduction
 * @param basis the state of the introduction that a save replaces
 * @param theirs what somebody else wrote meanwhile; nothing where nobody did
 * @param problem what is wrong with the introduction; empty for nothing
 * @param at what stands in the field for another moment
 * @param planProblem what is wrong with that moment; empty for nothing
 * @param done what was just done; empty for nothing
 */
public record ComingView(Editions.Coming coming, int confirmed, List<EditionLine> editions, @Nullable Integer older,
        String typed, String basis, @Nullable String theirs, String problem, String at, String planProblem,
        String done) {

    /** When it goes out, in words. */
    public String due() {
        return Moments.text(coming.due(), coming.zone());
    }

    /** What became of an edition that was planned and not sent, in a sentence; empty where there is none. */
    public String dropped() {
        return coming.dropped().map(plan -> "The edition planned for " + Moments.text(plan.due(), coming.zone())
                + " was not sent: " + plan.why().text() + ".").orElse("");
    }

    /** The saved introduction, as safe HTML. */
    public String introduction() {
        return Markdown.toHtml(coming.draft().introduction());
    }

    /** When the weekly one would go out, in words. */
    public String weekly() {
        return Moments.text(coming.weekly(), coming.zone());
    }

    /** The zone in which the field for another moment is read. */
    public String zone() {
        return Moments.zone(coming.zone());
    }

    /** What is typed, as safe HTML. */
    public String html() {
        return Markdown.toHtml(typed);
    }

    /** How many characters an introduction has at most. */
    public int longest() {
        return Editions.LONGEST_INTRODUCTION;
    }

    /** How many get it, in words. */
    public String readers() {
        return Figures.of(confirmed, "confirmed subscriber", "confirmed subscribers");
    }
}

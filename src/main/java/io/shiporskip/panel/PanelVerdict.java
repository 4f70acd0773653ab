package io.shiporskip.panel;

import io.shiporskip.shared.Percentage;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What the takes of one tool say together. A take without a score counts for the verdict all the same.
 *
 * @param ships how many say ship
 * @param skips how many say skip
 * @param score their score, or nothing where no take bears one
 */
public record PanelVerdict(int ships, int skips, @Nullable PanelScore score) {

    /** The words where no take bears a score. */
    public static final String NOT_SCORED = "Not scored";

    /** The verdict of a tool on which nobody has spoken. */
    public static final PanelVerdict NONE = new PanelVerdict(0, 0, null);

    /** The verdict of these takes. */
    public static PanelVerdict of(Collection<TakeView> takes) {
        return ofMarks(takes.stream().map(Mark::of).toList());
    }

    /** What these marks add up to. */
    public static PanelVerdict ofMarks(Collection<Mark> marks) {
        return of(marks.stream().map(Mark::verdict).toList(),
                marks.stream().map(Mark::score).filter(Objects::nonNull).toList());
    }

    /** What these verdicts and the scores among them add up to. */
    public static PanelVerdict of(Collection<Verdict> verdicts, List<Integer> scores) {
        int ships = Collections.frequency(verdicts, Verdict.SHIP);
        return new PanelVerdict(ships, verdicts.size() - ships, PanelScore.of(scores));
    }

    /** More than half ship: Ship. Fewer: Skip. Exactly half: Split. No takes: none. */
    public Outcome outcome() {
        if (total() == 0) {
            return Outcome.NONE;
        }
        int difference = Integer.compare(ships, skips);
        return difference > 0 ? Outcome.SHIP : difference < 0 ? Outcome.SKIP : Outcome.SPLIT;
    }

    /** Whether some say ship and some say skip. */
    public boolean divided() {
        return ships > 0 && skips > 0;
    }

    /** How many have spoken. */
    public int total() {
        return ships + skips;
    }

    /** The share that says ship, or nothing where nobody has spoken. */
    public @Nullable Percentage share() {
        return total() == 0 ? null : Percentage.of(ships, total());
    }

    /** "3 of 4", or nothing said. */
    public String ofTotal() {
        return ships + " of " + total();
    }

    /** "3 ship / 1 skip". */
    public String counts() {
        return ships + " ship / " + skips + " skip";
    }

    /** "Ship · 3 ship / 1 skip", or "No panel verdict yet". */
    public String line() {
        return total() == 0 ? outcome().label() : outcome().label() + " · " + counts();
    }

    /** "80, from 76 to 84", or "Not scored". */
    public String scoreText() {
        return score == null ? NOT_SCORED : score.text();
    }

    /** How divided the panel is, 0 for one voice to 1 for an even split, with the spread of scores to tell ties apart. */
    public double division() {
        double heads = total() == 0 ? 0 : 1 - Math.abs(ships - skips) / (double) total();
        return heads + (score == null ? 0 : score.spread() / 1000.0);
    }
}

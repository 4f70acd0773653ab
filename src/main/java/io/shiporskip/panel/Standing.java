package io.shiporskip.panel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How one reviewer stands to the others of a tool's panel. The reviewer's own score is left out of the mean it is measured
 * against, because it would pull that mean towards itself.
 *
 * @param mark what the reviewer gives
 * @param others how many others have spoken on the tool
 * @param opposed how many of them give the other verdict
 * @param othersMean the mean of the others' scores; nothing where none of them bears one
 */
public record Standing(Mark mark, int others, int opposed, @Nullable Double othersMean) {

    /** So many points from the mean of the others, and a take is a dissent even where the verdicts agree. */
    public static final int LEAST_POINTS = 10;

    /**
     * The boldest first: the greater share of the others against it, then the more points between it and their mean, then by
     * tool, so that the order is always the same.
     */
    public static final Comparator<Standing> BOLDEST_FIRST = Comparator.comparingDouble(Standing::opposition)
            .thenComparingDouble(Standing::distance).reversed().thenComparing(standing -> standing.mark().toolId());

    /** How each reviewer of one tool's panel stands to the others. */
    public static List<Standing> of(Collection<Mark> panel) {
        List<Standing> standings = new ArrayList<>();
        for (Mark mark : panel) {
            List<Mark> others = panel.stream().filter(other -> !other.reviewer().equals(mark.reviewer())).toList();
            List<Integer> scores = others.stream().map(Mark::score).filter(Objects::nonNull).toList();
            Double mean = scores.isEmpty() ? null
                    : scores.stream().mapToInt(Integer::intValue).sum() / (double) scores.size();
            int opposed = Math.toIntExact(
                    others.stream().filter(other -> other.verdict() != mark.verdict()).count());
            standings.add(new Standing(mark, others.size(), opposed, mean));
        }
        return standings;
    }

    /** How many points above the mean of the others; negative below it, nothing where either has no score. */
    public @Nullable Double points() {
        return mark.score() == null || othersMean == null ? null : mark.score() - othersMean;
    }

    /** Whether most of the others give the other verdict, or their mean is at least {@link #LEAST_POINTS} points away. */
    public boolean dissent() {
        return 2 * opposed > others || distance() >= LEAST_POINTS;
    }

    /** The dissent in a sentence: "Says skip where 3 of 3 others say ship, 30.3 points below their mean." */
    public String sentence() {
        String said = "Says " + mark.verdict().word() + (opposed == 0 ? " as the others do"
                : " where %d of %d others %s %s".formatted(opposed, others, opposed == 1 ? "says" : "say",
                        mark.verdict() == Verdict.SHIP ? Verdict.SKIP.word() : Verdict.SHIP.word()));
        Double points = points();
        return said + (points == null ? "."
                : ", " + (points == 0 ? "at their mean."
                        : String.format(Locale.ROOT, "%.1f points %s their mean.", Math.abs(points),
                                points > 0 ? "above" : "below")));
    }

    private double opposition() {
        return others == 0 ? 0 : opposed / (double) others;
    }

    private double distance() {
        Double points = points();
        return points == null ? 0 : Math.abs(points);
    }
}

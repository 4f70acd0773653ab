package io.shiporskip.panel;

import org.jspecify.annotations.Nullable;

import java.util.Collection;

/**
 * The scores of a panel together.
 *
 * @param mean their mean, halves rounded up, 0 to 100
 * @param lowest the lowest of them
 * @param highest the highest of them
 * @param count how many there are, at least one
 */
public record PanelScore(int mean, int lowest, int highest, int count) {

    /** The score of a panel, or nothing where no take bears one. */
    public static @Nullable PanelScore of(Collection<Integer> scores) {
        return scores.isEmpty() ? null
                : of(scores.stream().mapToInt(Integer::intValue).sum(), scores.size(),
                        scores.stream().mapToInt(Integer::intValue).min().orElseThrow(),
                        scores.stream().mapToInt(Integer::intValue).max().orElseThrow());
    }

    /** The score from a sum and a count, as the database adds them up. */
    static PanelScore of(int sum, int count, int lowest, int highest) {
        return new PanelScore((2 * sum + count) / (2 * count), lowest, highest, count);
    }

    /** How far the reviewers lie apart, in points. */
    public int spread() {
        return highest - lowest;
    }

    /** "80, from 76 to 84", or the number alone where all agree. */
    public String text() {
        return lowest == highest ? String.valueOf(mean) : mean + ", from " + lowest + " to " + highest;
    }
}

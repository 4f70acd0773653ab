package io.shiporskip.panel;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Adds up what one reviewer says, a take at a time, so that a hundred thousand of them need no more room than one. */
final class RecordSum {

    private final TreeSet<Standing> boldest = new TreeSet<>(Standing.BOLDEST_FIRST);
    private int ships;
    private int skips;
    private int scores;
    private long scoreSum;
    private int lowest;
    private int highest;
    private int compared;
    private double distance;
    private double lean;

    /** Adds a take; each tool once. */
    void add(Standing standing) {
        if (standing.mark().verdict() == Verdict.SHIP) {
            ships++;
        } else {
            skips++;
        }
        Integer score = standing.mark().score();
        if (score != null) {
            lowest = scores == 0 ? score : Math.min(lowest, score);
            highest = scores == 0 ? score : Math.max(highest, score);
            scoreSum += score;
            scores++;
        }
        Double points = standing.points();
        if (points != null) {
            compared++;
            distance += Math.abs(points);
            lean += points;
        }
        if (standing.dissent()) {
            boldest.add(standing);
            if (boldest.size() > ReviewerRecord.MOST_DISSENTS) {
                boldest.removeLast();
            }
        }
    }

    int ships() {
        return ships;
    }

    int skips() {
        return skips;
    }

    int scores() {
        return scores;
    }

    long scoreSum() {
        return scoreSum;
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return highest;
    }

    /** How far the scores lie from those of the others. */
    PanelDistance fromPanel() {
        return compared == 0 ? new PanelDistance(0, 0, 0)
                : new PanelDistance(compared, distance / compared, lean / compared);
    }

    /** The tools of the boldest dissents, the boldest first. */
    List<UUID> dissents() {
        return boldest.stream().map(standing -> standing.mark().toolId()).toList();
    }
}

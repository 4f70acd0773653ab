package io.shiporskip.site;

import io.shiporskip.panel.Mark;
import io.shiporskip.panel.PanelScore;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.panel.Verdict;
import io.shiporskip.votes.Tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who says what of a tool, on one scale from 0 to 100: each reviewer's score, their mean, and the community's share of ship
 * with its interval. Everything that is drawn is there in words as well. Lengths are in units of the drawing.
 *
 * @param marks what each reviewer gives
 * @param verdict what the panel says
 * @param tally what the community says
 */
public record DisagreementView(List<Mark> marks, PanelVerdict verdict, Tally tally) {

    static final int WIDTH = 320;

    private static final int MARGIN = 10;
    private static final int LANE = 13;
    /** Shapes that would come closer than this stand above each other. */
    private static final int APART = 12;

    public DisagreementView {
        marks = List.copyOf(marks);
    }

    static DisagreementView of(List<Mark> marks, Tally tally) {
        return new DisagreementView(marks, PanelVerdict.ofMarks(marks), tally);
    }

    /**
     * A score in the drawing.
     *
     * @param x its middle
     * @param y its middle
     * @param ship whether the verdict is ship
     */
    public record Dot(int x, int y, boolean ship) {}

    private record Placed(Mark mark, int x, int lane) {}

    /** Whether there is anything to draw: a score, or votes enough for a share. */
    public boolean drawn() {
        return verdict.score() != null || tally.enough();
    }

    /** The scores; those that lie too close together are stacked. */
    public List<Dot> dots() {
        List<Placed> placed = placed();
        int lanes = lanes(placed);
        return placed.stream().map(dot -> new Dot(dot.x(), (lanes - 1 - dot.lane()) * LANE + LANE / 2,
                dot.mark().verdict() == Verdict.SHIP)).toList();
    }

    /** Where the scale is drawn, below the scores. */
    public int axis() {
        return lanes(placed()) * LANE + 4;
    }

    /** The width of the drawing. */
    public int width() {
        return WIDTH;
    }

    /** The height of the drawing. */
    public int height() {
        return axis() + (tally.enough() ? 38 : 20);
    }

    /** Where a score or a share lies on the scale. */
    public int at(int value) {
        return Math.toIntExact(Math.round(MARGIN + value * (WIDTH - 2.0 * MARGIN) / 100));
    }

    /** Who says ship, each with the score; empty where nobody does. */
    public String ships() {
        return those(Verdict.SHIP);
    }

    /** Who says skip, each with the score; empty where nobody does. */
    public String skips() {
        return those(Verdict.SKIP);
    }

    /** The drawing in words. */
    public String words() {
        List<String> parts = new ArrayList<>();
        parts.add("On a scale from 0 to 100.");
        if (!ships().isEmpty()) {
            parts.add("Ship: " + ships() + ".");
        }
        if (!skips().isEmpty()) {
            parts.add("Skip: " + skips() + ".");
        }
        Optional.ofNullable(verdict.score()).ifPresent(score -> parts.add("Mean " + score.mean() + "."));
        if (tally.enough()) {
            parts.add("Community: " + tally.line() + ".");
        }
        return String.join(" ", parts);
    }

    /** How far apart the panel is and what the community says, in a line. */
    public String line() {
        PanelScore score = verdict.score();
        String scored = score == null ? ", not scored" : score.spread() == 0 ? ", scored " + score.mean()
                : ", scored " + score.lowest() + " to " + score.highest();
        return verdict.counts() + scored + (tally.enough() ? ". Community " + tally.line() : "");
    }

    private String those(Verdict said) {
        return marks.stream().filter(mark -> mark.verdict() == said).map(Mark::text).collect(Collectors.joining(", "));
    }

    private List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        marks.stream().filter(mark -> mark.score() != null).sorted(Comparator.comparingInt(DisagreementView::score))
                .forEach(mark -> {
                    int x = at(score(mark));
                    int lane = 0;
                    while (lane < ends.size() && x - ends.get(lane) < APART) {
                        lane++;
                    }
                    if (lane == ends.size()) {
                        ends.add(x);
                    } else {
                        ends.set(lane, x);
                    }
                    placed.add(new Placed(mark, x, lane));
                });
        return placed;
    }

    private static int lanes(List<Placed> placed) {
        return placed.stream().mapToInt(dot -> dot.lane() + 1).max().orElse(0);
    }

    private static int score(Mark mark) {
        return mark.score() == null ? 0 : mark.score();
    }
}

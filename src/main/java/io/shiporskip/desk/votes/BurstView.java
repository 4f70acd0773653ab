package io.shiporskip.desk.votes;

import io.shiporskip.shared.Figures;
import io.shiporskip.votes.Burst;
import io.shiporskip.votes.Burst.Slot;
import io.shiporskip.votes.Burst.Times;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A burst of held votes, drawn as bars and said in words.
 *
 * @param burst the votes
 * @param mostNetworks from how many networks they can have come at most; 0 where that is not known any more
 */
public record BurstView(Burst burst, int mostNetworks) {

    /** Height of the highest bar, in units of the drawing. */
    private static final int HEIGHT = 60;
    private static final int STEP = 12;
    private static final List<String> PAUSES = List.of("under 1 second", "1 to 5 seconds", "5 to 30 seconds",
            "30 seconds to 2 minutes", "longer");

    /**
     * The bars of a slot: counted votes below, held ones on top of them.
     *
     * @param x where they begin
     * @param counted height of the counted votes
     * @param held height of the held ones
     */
    public record Bar(int x, long counted, long held) {

        /** Where the counted votes begin, from above. */
        public long countedY() {
            return HEIGHT - counted;
        }

        /** Where the held votes begin, from above. */
        public long heldY() {
            return HEIGHT - counted - held;
        }
    }

    /**
     * A group of pauses between one vote and the next.
     *
     * @param name how long they are
     * @param count how many there are
     * @param share of the longest bar, 0 to 100
     */
    public record Pause(String name, int count, long share) {

        /** How many there are, grouped in thousands. */
        public String times() {
            return Figures.of(count);
        }
    }

    /** When, in words. */
    public String when() {
        return Words.span(burst.first(), burst.last());
    }

    /** How many, in words. */
    public String votes() {
        return Words.votes(burst.total());
    }

    /** What they say. */
    public String split() {
        return Words.split(burst.ships(), burst.skips());
    }

    /** What the votes say that came at the same time and were counted. */
    public String counted() {
        Times times = burst.times();
        return times.countedShips() + times.countedSkips() == 0 ? "None still stand"
                : Words.split(times.countedShips(), times.countedSkips());
    }

    /** How many come from visitors who voted on nothing else. */
    public String only() {
        return Words.part(burst.only(), burst.total());
    }

    /** From how many networks, as far as that can be said. */
    public String networks() {
        return mostNetworks == 0 ? "Not known any more"
                : mostNetworks == 1 ? "One" : Figures.of(mostNetworks) + " at most";
    }

    /** The pauses between one vote and the next; empty where there is only one vote. */
    public List<Pause> pauses() {
        int most = burst.pauses().stream().mapToInt(Integer::intValue).max().orElse(0);
        return most == 0 ? List.of()
                : IntStream.range(0, PAUSES.size()).mapToObj(place -> new Pause(PAUSES.get(place),
                        burst.pauses().get(place), Math.round(100.0 * burst.pauses().get(place) / most))).toList();
    }

    /** The width of the drawing. */
    public int width() {
        return burst.times().slots().size() * STEP;
    }

    /** The bars of the drawing; a slot with a vote has one that can be seen. */
    public List<Bar> bars() {
        List<Slot> slots = burst.times().slots();
        int most = slots.stream().mapToInt(Slot::total).max().orElse(0);
        return IntStream.range(0, slots.size()).mapToObj(place -> {
            Slot slot = slots.get(place);
            return new Bar(place * STEP, height(slot.ships() + slot.skips(), most), height(slot.held(), most));
        }).toList();
    }

    /** How long the time of a bar is. */
    public String step() {
        return Words.step(burst.times().step());
    }

    /** When the drawing begins. */
    public String from() {
        return Words.moment(burst.times().slots().getFirst().start());
    }

    /** What the drawing shows, in a sentence. */
    public String sentence() {
        Slot most = burst.times().slots().stream().max(Comparator.comparingInt(Slot::held)).orElseThrow();
        return "Votes by " + step() + ". The most held ones at " + Words.moment(most.start()) + " UTC: "
                + Figures.of(most.held()) + " held, " + Figures.of(most.ships() + most.skips()) + " counted.";
    }

    private static long height(int votes, int most) {
        return votes == 0 ? 0 : Math.max(2, Math.round((HEIGHT - 2.0) * votes / most));
    }
}

package io.shiporskip.comparisons;

import io.shiporskip.catalogue.ToolView;
import io.shiporskip.comparisons.Duel.RoleGap;
import io.shiporskip.comparisons.Limits.Concern;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The answer to a reader who weighs the roles and sets limits, among tools of one kind.
 *
 * @param weights how much each role counts
 * @param limits what the reader needs
 * @param answer what comes of it
 * @param places all tools, the best first, those that break a limit last
 * @param turns the single changes that make the answer another, the smallest first
 * @param scored how many of the tools each role has scored, by its name
 */
public record Decision(Weights weights, Limits limits, Answer answer, List<Place> places, List<Turn> turns,
        Map<String, Integer> scored) {

    public Decision {
        scored = Map.copyOf(scored);
        places = List.copyOf(places);
        turns = List.copyOf(turns);
    }

    /**
     * What comes of it.
     *
     * @param pick the tool, or nothing where none leads by enough or none is left
     * @param level the tools between which it is too close to call; empty otherwise
     * @param sentence the answer
     * @param reason why, in a sentence or two
     * @param ground what each role that counts says of the two that lie closest; empty where no two decide
     */
    public record Answer(@Nullable ToolView pick, List<ToolView> level, String sentence, String reason,
            List<Voice> ground) {

        public Answer {
            level = List.copyOf(level);
            ground = List.copyOf(ground);
        }

        /** A lower-case name for it, for class names: a pick, too close to call, or no tool left. */
        public String key() {
            return pick != null ? "choice" : level.isEmpty() ? "none" : "close";
        }
    }

    /**
     * What a role says of two tools.
     *
     * @param first what the page calls the first
     * @param second what the page calls the second
     * @param gap its scores for the two, and its weight
     */
    public record Voice(String first, String second, RoleGap gap) {}

    /**
     * A tool in the order.
     *
     * @param tool the tool
     * @param name what the page calls it
     * @param rank from 1 on, or nothing where it breaks a limit; tools that are level share one
     * @param mean the mean of its scores with the reader's weights, or "Not scored"
     * @param behind the points by which the pick leads it; nothing for the pick, where there is none, and where no role that
     *            counts scored both
     * @param missing the roles that count and did not score it
     * @param concerns where it breaks a limit, or may
     * @param reasons when to choose it, where it is one of those that are level
     */
    public record Place(ToolView tool, String name, @Nullable Integer rank, String mean, @Nullable String behind,
            List<String> missing, List<Concern> concerns, List<String> reasons) {

        public Place {
            missing = List.copyOf(missing);
            concerns = List.copyOf(concerns);
            reasons = List.copyOf(reasons);
        }

        /** Whether it is known to break a limit. */
        public boolean out() {
            return concerns.stream().anyMatch(Concern::broken);
        }
    }

    /**
     * A change that makes the answer another.
     *
     * @param sentence the change and the answer then
     * @param weights the weights then
     * @param limits the limits then
     */
    public record Turn(String sentence, Weights weights, Limits limits) {}

    /**
     * The decision among these tools of one kind, whatever their order.
     *
     * @param roles the names of all roles of the panel, in its order
     */
    public static Decision among(Collection<Contender> tools, List<String> roles, Weights weights, Limits limits) {
        return new Decider(tools, roles).decide(weights, limits);
    }
}

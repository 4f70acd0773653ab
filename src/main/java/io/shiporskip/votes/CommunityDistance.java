package io.shiporskip.votes;

import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * How far a reviewer's verdicts lie from what the community says, over the tools with at least {@link Tally#ENOUGH} votes. A
 * ship stands at 100% and a skip at 0%; the distance is from there to the community's share of ship.
 *
 * @param tools on how many tools it rests
 * @param mean the mean of the distances in percentage points, 0 to 100; 0 where there is no such tool
 */
public record CommunityDistance(int tools, double mean) {

    /** The distance where no tool has votes enough. */
    public static final CommunityDistance NONE = new CommunityDistance(0, 0);

    /** The distance of these verdicts of one reviewer from these tallies by tool. */
    public static CommunityDistance of(Collection<Mark> marks, Map<UUID, Tally> tallies) {
        List<Double> distances = new ArrayList<>();
        for (Mark mark : marks) {
            Tally tally = tallies.getOrDefault(mark.toolId(), Tally.NONE);
            if (tally.enough()) {
                int against = mark.verdict() == Verdict.SHIP ? tally.skips() : tally.ships();
                distances.add(100.0 * against / tally.total());
            }
        }
        return new CommunityDistance(distances.size(),
                distances.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    }

    /** The distance over these tools and others. */
    CommunityDistance with(CommunityDistance others) {
        int both = tools + others.tools;
        return both == 0 ? NONE : new CommunityDistance(both, (tools * mean + others.tools * others.mean) / both);
    }

    /** "31.5 percentage points", or that there are not enough votes. */
    public String text() {
        return tools == 0 ? "Not enough votes" : String.format(Locale.ROOT, "%.1f percentage points", mean);
    }

    /** On what it rests; empty where there is nothing to rest on. */
    public String basis() {
        return tools == 0 ? "" : "over " + tools + (tools == 1 ? " tool" : " tools");
    }
}

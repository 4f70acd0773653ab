package io.shiporskip.votes;

import io.shiporskip.visitors.Network;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Decides which of the votes of one batch are held. A first vote is held when as many others as are allowed were counted on
 * that tool from that network within the window. Whoever has a vote changes it freely: counted stays counted, held stays held.
 */
final class Holding {

    private final int allowed;
    private final Map<Place, Integer> countedHere = new HashMap<>();

    /** @param allowed how many first votes on a tool are counted from one network within the window */
    Holding(int allowed) {
        this.allowed = allowed;
    }

    private record Place(UUID tool, Network network) {}

    /**
     * Whether the vote is held.
     *
     * @param before the visitor's vote so far, or nothing for a first one
     * @param others how many first votes of other visitors were counted from that network before this batch
     */
    boolean holds(UUID tool, Network network, @Nullable OwnVote before, int others) {
        if (before != null) {
            return before.held();
        }
        Place place = new Place(tool, network);
        int inBatch = countedHere.getOrDefault(place, 0);
        if (others + inBatch >= allowed) {
            return true;
        }
        countedHere.put(place, inBatch + 1);
        return false;
    }
}

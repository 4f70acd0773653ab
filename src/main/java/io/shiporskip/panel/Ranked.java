package io.shiporskip.panel;

import java.util.List;
import java.util.UUID;

/**
 * The tools of a kind in the order that the panel gives them.
 *
 * @param best those with scores enough, the best mean first; of many the first
 * @param scored how many of them there are
 * @param barely those with fewer scores; of many some
 * @param unscored how many of these there are
 */
public record Ranked(List<UUID> best, int scored, List<UUID> barely, int unscored) {

    public Ranked {
        best = List.copyOf(best);
        barely = List.copyOf(barely);
    }
}

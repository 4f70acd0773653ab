package io.shiporskip.comparisons;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * What comes of weights and limits, before it is put into words.
 *
 * @param weights the weights of the roles
 * @param limits what a tool has to keep
 * @param kept the tools that break no limit
 * @param pick the one of them that is picked, or nothing
 */
record Found(Weights weights, Limits limits, List<Contender> kept, @Nullable Contender pick) {

    Judge judge() {
        return new Judge(weights);
    }

    /** Whether the answer is the same: the same pick, or too close to call here and there, or no tool left. */
    boolean sameAs(Found other) {
        return Objects.equals(pick, other.pick) && kept.isEmpty() == other.kept.isEmpty();
    }

    /** The tools between which it is too close to call; empty where it is not. */
    List<Contender> level() {
        return pick == null ? judge().level(kept) : List.of();
    }
}

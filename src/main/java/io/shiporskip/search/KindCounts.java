package io.shiporskip.search;

import io.shiporskip.catalogue.KindView;

import java.util.List;

/**
 * How many tools there are.
 *
 * @param total of all kinds
 * @param kinds the kinds with most tools, the largest first
 */
public record KindCounts(int total, List<KindCount> kinds) {

    public KindCounts {
        kinds = List.copyOf(kinds);
    }

    /**
     * A kind.
     *
     * @param kind the kind
     * @param tools how many tools do that job, at least one
     */
    public record KindCount(KindView kind, int tools) {}
}

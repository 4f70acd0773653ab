package io.shiporskip.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was found.
 *
 * @param criteria what was looked for
 * @param tools the ids of this page, in order
 * @param total how many there are on all pages
 * @param more whether there are more than {@code total}, because looking ended there
 * @param common whether nothing was found because the words are too common to look for
 * @param next the page after this one, or an empty text
 * @param counts for each parameter that one can filter by, how many tools each of its values has under the other filters, the
 *            largest first; values with none are missing
 */
public record Findings(Criteria criteria, List<UUID> tools, int total, boolean more, boolean common, String next,
        Map<String, List<Count>> counts) {

    public Findings {
        tools = List.copyOf(tools);
        counts = Map.copyOf(counts);
    }

    /**
     * A value that one can filter by.
     *
     * @param value as it stands in the address
     * @param label as a page shows it
     * @param tools how many tools it leaves
     */
    public record Count(String value, String label, int tools) {}

    /** The counts of one parameter. */
    public List<Count> of(String parameter) {
        return counts.getOrDefault(parameter, List.of());
    }
}

package io.shiporskip.search;

import java.util.List;
import java.util.UUID;

/**
 * The tools that a text may mean.
 *
 * @param tools their ids, the likeliest first; empty where nothing goes by such a name
 * @param exact whether the text is the name of each of them
 */
public record Meant(List<UUID> tools, boolean exact) {

    public Meant {
        tools = List.copyOf(tools);
    }

    /** Whether there is no doubt. */
    public boolean certain() {
        return exact && tools.size() == 1;
    }
}

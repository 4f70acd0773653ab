package io.shiporskip.search;

import java.util.List;

/**
 * The tools that a text may mean.
 *
 * @param tools the likeliest first; empty where nothing goes by such a name
 * @param exact whether the text is the name of each of them, or was once
 */
public record Meant(List<Suggestion> tools, boolean exact) {

    public Meant {
        tools = List.copyOf(tools);
    }

    /** Whether there is no doubt. */
    public boolean certain() {
        return exact && tools.size() == 1;
    }
}

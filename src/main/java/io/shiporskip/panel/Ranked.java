package io.shiporskip.panel;

import java.util.List;
import java.util.UUID;

/**
 * Tools in an order that the panel gives them.
 *
 * @param tools the first of them
 * @param total how many there are
 */
public record Ranked(List<UUID> tools, int total) {

    public Ranked {
        tools = List.copyOf(tools);
    }
}

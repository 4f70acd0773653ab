package io.shiporskip.editorial;

import java.time.Instant;
import java.util.Optional;

/**
 * A tool that readers see no longer.
 *
 * @param slug its address
 * @param name its name
 * @param at since when
 * @param reason why
 * @param replacement what to take instead, where that is published
 */
public record WithdrawnView(String slug, String name, Instant at, String reason, Optional<Replacement> replacement) {

    /**
     * What to take instead.
     *
     * @param path its page
     * @param name its name
     * @param tagline what it does, because two tools may share a name
     */
    public record Replacement(String path, String name, String tagline) {}
}

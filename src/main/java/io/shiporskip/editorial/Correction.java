package io.shiporskip.editorial;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something that was wrong and was put right.
 *
 * @param id for the page that follows
 * @param at when
 * @param name the tool's name, as it was then
 * @param path the tool's page; nothing where readers see it no longer
 * @param reason what was wrong
 * @param difference what says something else since then
 */
public record Correction(long id, Instant at, String name, @Nullable String path, String reason,
        Difference difference) {}

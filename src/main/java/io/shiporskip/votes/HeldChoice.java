package io.shiporskip.votes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which held votes of a tool somebody decides on, as they saw them.
 *
 * @param from only votes cast at this moment or later; nothing for all
 * @param to only votes cast at this moment or earlier; nothing for all
 * @param ships how many of them say ship
 * @param skips how many of them say skip
 */
public record HeldChoice(@Nullable Instant from, @Nullable Instant to, int ships, int skips) {}

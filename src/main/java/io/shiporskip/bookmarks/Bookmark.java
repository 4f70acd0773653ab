package io.shiporskip.bookmarks;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A tool that a visitor keeps, or has just dropped.
 *
 * @param tool the tool
 * @param keptAt since when it is kept; nothing for a tool that was dropped and had not been kept
 */
public record Bookmark(UUID tool, @Nullable Instant keptAt) {}

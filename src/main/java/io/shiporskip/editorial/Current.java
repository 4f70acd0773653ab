package io.shiporskip.editorial;

import java.util.UUID;

/**
 * A tool as it stands.
 *
 * @param tool its id
 * @param revision the number of its latest revision; 0 where none was written yet
 * @param state where it stands with readers
 * @param dossier all that is said of it
 */
public record Current(UUID tool, int revision, ToolState state, Dossier dossier) {}

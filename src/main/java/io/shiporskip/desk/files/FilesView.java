package io.shiporskip.desk.files;

import io.shiporskip.importing.Proposal;

import java.util.List;

/**
 * The page on which files go out and come in.
 *
 * @param latest the last imports and plans for one, the newest first
 * @param problem what was wrong with the files that were sent; empty where nothing was
 */
public record FilesView(List<Proposal> latest, String problem) {}

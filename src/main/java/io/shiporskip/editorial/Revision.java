package io.shiporskip.editorial;

/**
 * A revision with all that it said.
 *
 * @param view who, when and why
 * @param dossier what it said
 */
public record Revision(RevisionView view, Dossier dossier) {}

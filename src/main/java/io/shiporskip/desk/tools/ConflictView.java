package io.shiporskip.desk.tools;

import io.shiporskip.editorial.Difference;

import java.util.List;

/**
 * What somebody else has saved while one was writing.
 *
 * @param by who
 * @param at when, in words
 * @param version of what they saved: whoever names it saves over it
 * @param fields what differs, field by field: theirs, and what was typed
 */
public record ConflictView(String by, String at, String version, List<Difference.Change> fields) {}

package io.shiporskip.search;

import java.util.UUID;

/**
 * A tool that somebody may mean who has typed some letters or a name.
 *
 * @param tool the tool
 * @param formerly the name that it once had, where what was typed resembles that more than its name today; else empty
 */
public record Suggestion(UUID tool, String formerly) {}

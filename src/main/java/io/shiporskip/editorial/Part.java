package io.shiporskip.editorial;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One part of what is written of a tool, with a version of its own, so that two people at two parts do not meet.
 *
 * @param form what was typed
 * @param version what whoever saves it has to name as read
 * @param changed who saved it last and when; nothing while it stands as published, or untouched
 */
public record Part<F>(F form, String version, @Nullable Change changed) {

    /**
     * Who saved something and when.
     *
     * @param by the name of who did
     * @param at when
     */
    public record Change(String by, Instant at) {}
}

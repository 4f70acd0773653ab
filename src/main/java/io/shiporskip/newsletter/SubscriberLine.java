package io.shiporskip.newsletter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A subscriber as the desk lists them.
 *
 * @param id the id
 * @param address where mail goes; never logged
 * @param state "WAITING", "CONFIRMED" or "LEFT"
 * @param signedUpAt when they asked for the weekly e-mail first
 * @param confirmedAt when they confirmed; nothing where they have not
 * @param leftAt when they left or were refused; nothing where they have not
 */
public record SubscriberLine(UUID id, String address, String state, Instant signedUpAt, @Nullable Instant confirmedAt,
        @Nullable Instant leftAt) {

    /** The state in a word. */
    public String stateText() {
        return switch (state) {
            case "WAITING" -> "Waiting";
            case "CONFIRMED" -> "Confirmed";
            default -> "Left";
        };
    }
}

package io.shiporskip.newsletter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * An edition that was composed, and how far it has come.
 *
 * @param id its id
 * @param number its number
 * @param week the days that it covers
 * @param headline the edition in a line
 * @param state how far it is: "COMPOSED", "SENDING", "PAUSED" or "SENT"
 * @param composedAt when it was put together
 * @param sentAt when it ended; nothing before that
 * @param counts its deliveries by state
 */
public record EditionProgress(UUID id, int number, Week week, String headline, String state, Instant composedAt,
        @Nullable Instant sentAt, DeliveryCounts counts) {

    /** Whether its mails go out now, so that the figures change by themselves. */
    public boolean running() {
        return state.equals("COMPOSED") || state.equals("SENDING");
    }

    /** Whether somebody has halted it. */
    public boolean paused() {
        return state.equals("PAUSED");
    }

    /** The state in a word or two. */
    public String stateText() {
        return switch (state) {
            case "COMPOSED" -> "about to be sent";
            case "SENDING" -> "being sent";
            case "PAUSED" -> "paused";
            default -> "sent";
        };
    }
}

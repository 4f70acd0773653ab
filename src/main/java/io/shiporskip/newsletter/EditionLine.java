package io.shiporskip.newsletter;

import java.time.Instant;

/**
 * An edition in the list of those who watch over the sending.
 *
 * @param number its number
 * @param week the days that it covers
 * @param headline the edition in a line
 * @param state how far it is: "COMPOSED", "SENDING", "PAUSED" or "SENT"
 * @param composedAt when it was put together
 * @param sent so many mails were taken over by the mail server
 * @param failed so many were refused or given up
 * @param unknown of so many nobody knows
 */
public record EditionLine(int number, Week week, String headline, String state, Instant composedAt, long sent,
        long failed, long unknown) {

    /** The state in a word or two. */
    public String stateText() {
        return switch (state) {
            case "COMPOSED" -> "About to be sent";
            case "SENDING" -> "Being sent";
            case "PAUSED" -> "Paused";
            default -> "Sent";
        };
    }
}

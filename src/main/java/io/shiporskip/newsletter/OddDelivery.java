package io.shiporskip.newsletter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that somebody should look at. Its mail has the Message-ID {@code <edition-number.id@host>}, by which it can be found
 * in the log of the mail server.
 *
 * @param id of the delivery
 * @param edition the number of the edition
 * @param address where it went; nothing when the subscriber has been erased since
 * @param reads whether the reader still gets the weekly e-mail
 * @param state "UNKNOWN", "REFUSED" or "GIVEN_UP"
 * @param at when it was tried or found, to the microsecond
 * @param answer what the mail server said last, or why that is not known
 */
public record OddDelivery(UUID id, int edition, @Nullable String address, boolean reads, String state, Instant at,
        String answer) {

    /** What happened, in words. */
    public String what() {
        return switch (state) {
            case "REFUSED" -> "Refused";
            case "GIVEN_UP" -> "Given up";
            default -> "Unknown";
        };
    }

    /** Names the place of this one in the list, for the page after it. */
    public String cursor() {
        return at + "_" + id;
    }
}

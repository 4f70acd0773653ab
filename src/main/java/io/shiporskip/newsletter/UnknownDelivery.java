package io.shiporskip.newsletter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery of which nobody knows whether the mail server took it. Its mail has the Message-ID
 * {@code <edition-number.id@host>}, by which it can be found in that server's log.
 *
 * @param id of the delivery
 * @param edition the number of the edition
 * @param subscriber whom it is for; nothing when the subscriber has been erased since
 * @param at when it was tried or found
 * @param answer why it is not known
 */
public record UnknownDelivery(UUID id, int edition, @Nullable UUID subscriber, Instant at, String answer) {}

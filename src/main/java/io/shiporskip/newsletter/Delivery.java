package io.shiporskip.newsletter;

import java.time.Instant;
import java.util.UUID;

/**
 * An edition on its way to one subscriber, in the hands of a lane.
 *
 * @param address where it goes; never logged
 * @param attempts the number of this try
 * @param deferrals how often it was refused for the time being, before this try
 * @param dueAt since when it was due
 */
record Delivery(UUID id, UUID edition, UUID subscriber, String address, int attempts, int deferrals,
        Instant dueAt) {}

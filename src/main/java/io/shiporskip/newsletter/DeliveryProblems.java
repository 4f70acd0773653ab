package io.shiporskip.newsletter;

/**
 * What somebody should look at in the sending, over all editions.
 *
 * @param unknown of so many deliveries nobody knows whether the mail server took them
 * @param failed so many were refused or given up within the last {@link Sending#FAILED_DAYS} days
 */
public record DeliveryProblems(long unknown, long failed) {}

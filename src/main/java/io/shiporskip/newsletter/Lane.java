package io.shiporskip.newsletter;

import java.util.UUID;

/**
 * One of the workers that send, as long as it is this run of it. A run that was believed dead finds another one in its place.
 *
 * @param name the same for every run
 * @param run this one
 */
record Lane(String name, UUID run) {}

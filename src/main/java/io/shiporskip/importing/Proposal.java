package io.shiporskip.importing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Files that somebody sent, and what they would do.
 *
 * @param id the plan's
 * @param at when they were sent
 * @param by who sent them
 * @param files what they are called
 * @param plan what they would do, or did
 * @param appliedAt when it was done; nothing while it was not
 */
public record Proposal(UUID id, Instant at, String by, String files, PlanView plan, @Nullable Instant appliedAt) {}

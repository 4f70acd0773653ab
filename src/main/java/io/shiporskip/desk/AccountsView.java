package io.shiporskip.desk;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The accounts and the ways in that nobody has taken yet.
 *
 * @param accounts the active ones first, by name
 * @param invitations the newest first
 * @param email what was typed into the form that invites; empty at first
 * @param role the role chosen there
 * @param problem what was wrong with it; empty for nothing
 * @param done what was just done; empty for nothing
 */
public record AccountsView(List<Line> accounts, List<Invited> invitations, String email, Role role, String problem,
        String done) {

    /**
     * An account.
     *
     * @param id its id
     * @param name how the desk calls them
     * @param email their address
     * @param role what they may do
     * @param active whether they may come in
     * @param signedInAt when they last did; nothing where never
     */
    public record Line(UUID id, String name, String email, Role role, boolean active, @Nullable Instant signedInAt) {}

    /**
     * An invitation that is not taken yet.
     *
     * @param id its id
     * @param email who is invited
     * @param role what they will be
     * @param by who invited them
     * @param expiresAt until when the link works
     * @param over whether that is past
     * @param mailed whether the mail has gone out
     */
    public record Invited(UUID id, String email, Role role, String by, Instant expiresAt, boolean over,
            boolean mailed) {}
}

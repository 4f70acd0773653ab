package io.shiporskip.desk;

import io.shiporskip.editorial.Author;

import java.security.Principal;
import java.util.UUID;

/**
 * Who is signed in, as the account says at this very request.
 *
 * @param id the account's
 * @param name how the desk calls them
 * @param email where mail reaches them, and what they sign in with
 * @param role what they may do
 */
public record Editor(UUID id, String name, String email, Role role) implements Principal {

    /** Whether they may manage accounts and read the audit. */
    public boolean administrator() {
        return role == Role.ADMINISTRATOR;
    }

    /** Who they are in a revision. */
    public Author author() {
        return new Author(id, name);
    }

    @Override
    public String getName() {
        return name;
    }
}

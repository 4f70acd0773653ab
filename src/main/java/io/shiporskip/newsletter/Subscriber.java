package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;

import java.util.UUID;

/** An address that asked for the weekly e-mail, as it is stored. */
record Subscriber(UUID id, EmailAddress address, SubscriberState state) {

    /** @throws IllegalStateException where its state may not become that one */
    Subscriber become(SubscriberState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("subscriber " + id + " is " + state + " and cannot be " + next);
        }
        return new Subscriber(id, address, next);
    }
}

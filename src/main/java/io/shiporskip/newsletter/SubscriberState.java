package io.shiporskip.newsletter;

/** How far somebody has come with the weekly e-mail. */
enum SubscriberState {

    /** Somebody asked for it with this address, and nobody has confirmed that yet. */
    WAITING,
    /** Gets it. */
    CONFIRMED,
    /** Got it and left, or the mail server of the address refused it for good. */
    LEFT;

    /** Whether this state may be followed by that one. What waits and is not confirmed is deleted; nothing waits again. */
    boolean mayBecome(SubscriberState next) {
        return switch (this) {
            case WAITING, LEFT -> next == CONFIRMED;
            case CONFIRMED -> next == LEFT;
        };
    }
}

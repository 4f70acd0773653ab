package io.shiporskip.newsletter;

import java.util.Arrays;
import java.util.List;

/** How far an edition has come on its way to one subscriber. */
enum DeliveryState {

    /** Not tried yet, or to be tried again. */
    WAITING,
    /** In conversation with the mail server, or left in it by a run that died. */
    SENDING,
    /** Taken over by the mail server. */
    SENT,
    /** Refused by it for good. */
    REFUSED,
    /** Refused for the time being until the last try. */
    GIVEN_UP,
    /** Nobody knows whether the mail server took it. */
    UNKNOWN,
    /** Its reader left before. */
    DROPPED;

    /** Whether this state may be followed by that one. What is unknown may still be told by the run that had it in hand. */
    boolean mayBecome(DeliveryState next) {
        return switch (this) {
            case WAITING -> next == SENDING || next == DROPPED;
            case SENDING -> next != SENDING;
            case UNKNOWN -> next == WAITING || next == SENT || next == REFUSED || next == GIVEN_UP;
            case SENT, REFUSED, GIVEN_UP, DROPPED -> false;
        };
    }

    /** The names of the states that may come before this one. */
    List<String> before() {
        return Arrays.stream(values()).filter(state -> state.mayBecome(this)).map(Enum::name).toList();
    }
}

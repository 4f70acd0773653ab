package io.shiporskip.newsletter;

import java.util.Arrays;
import java.util.List;

/** How far an edition has come. */
enum EditionState {

    /** The coming one: an editor may write above it. */
    DRAFT,
    /** Its days had nothing to say. */
    EMPTY,
    /** What it says is fixed; readers are being enrolled. */
    COMPOSED,
    /** Its mails go out. */
    SENDING,
    /** Halted: no mail of it begins. */
    PAUSED,
    /** Nothing of it waits any more. */
    SENT;

    /** Whether this state may be followed by that one. A halted edition looks for readers once more before it goes on. */
    boolean mayBecome(EditionState next) {
        return switch (this) {
            case DRAFT, PAUSED -> next == COMPOSED;
            case EMPTY -> false;
            case COMPOSED -> next == SENDING || next == PAUSED;
            case SENDING -> next == PAUSED || next == SENT;
            // An operator lets an unknown delivery be sent again.
            case SENT -> next == SENDING;
        };
    }

    /** The names of the states that may come before this one. */
    List<String> before() {
        return Arrays.stream(values()).filter(state -> state.mayBecome(this)).map(Enum::name).toList();
    }
}

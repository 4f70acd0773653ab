package io.shiporskip.newsletter;

import java.time.Instant;

/**
 * An edition that an editor had planned and that the site did not send.
 *
 * @param due when it was to go out
 * @param why it did not
 */
public record DroppedPlan(Instant due, Why why) {

    /** Why a plan came to nothing. */
    public enum Why {

        /** The site sends no mail. */
        NO_MAIL_SERVER("no mail server is named"),
        /** Another edition went out on the same day. */
        DAY_COVERED("another edition had gone out that day"),
        /** There was nothing to tell. */
        NOTHING_TO_TELL("there was nothing to tell");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        /** In words, for the end of a sentence. */
        public String text() {
            return text;
        }
    }
}

package io.shiporskip.newsletter;

import org.springframework.http.HttpStatus;

/**
 * Where somebody stands with signing up.
 *
 * @param stage what the page shows
 * @param typed what was typed into the form
 */
public record SignUpView(Stage stage, String typed) {

    /** For how many hours a link to confirm works. */
    public static final int LINK_HOURS = ConfirmationTokens.HOURS;

    /** What the page of a sign-up shows. */
    public enum Stage {

        /** The form. */
        ASKS(HttpStatus.OK, ""),
        /** That a mail is on its way, if it is: the same whatever the address. */
        ANSWERED(HttpStatus.OK, ""),
        /** The form with what was typed, which is no address. */
        MISTYPED(HttpStatus.UNPROCESSABLE_CONTENT, "Enter a valid e-mail address."),
        /** The form with what was typed: there were too many from this network. */
        TOO_MANY(HttpStatus.TOO_MANY_REQUESTS,
                "Too many sign-ups came from your network. Nothing was stored; try again in an hour."),
        /** That no mail goes out from this site. */
        CLOSED(HttpStatus.SERVICE_UNAVAILABLE, "Sign-up by e-mail is not open on this site. Nothing was stored.");

        private final HttpStatus status;
        private final String problem;

        Stage(HttpStatus status, String problem) {
            this.status = status;
            this.problem = problem;
        }

        /** The status of the answer. */
        HttpStatus status() {
            return status;
        }

        /** What is wrong, in a sentence or two; empty where nothing is. */
        public String problem() {
            return problem;
        }
    }

    /** The same for the page. */
    public int linkHours() {
        return LINK_HOURS;
    }

    /** For how many days the link to leave leads back, too. */
    public int daysToReturn() {
        return Subscribers.KEPT_DAYS_AFTER_LEAVING;
    }

    /** Whether the page is the answer to a sign-up that was taken. */
    public boolean answered() {
        return stage == Stage.ANSWERED;
    }
}

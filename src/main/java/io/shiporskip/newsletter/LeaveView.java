package io.shiporskip.newsletter;

/**
 * Where somebody stands with leaving.
 *
 * @param stage what the page shows
 * @param token the token of the link
 */
public record LeaveView(Stage stage, String token) {

    /** What the page shows. */
    public enum Stage {

        /** The button to leave. */
        ASKS("Leave the weekly e-mail?", "One press, and no further edition comes to this address."),
        /** That somebody has just left, the way back, and erasing. */
        LEFT("You have left",
                "No further edition is sent to this address. One that is on its way already may still arrive."),
        /** The same to who had left before. */
        LEFT_BEFORE("You have left already", "No edition comes to this address."),
        /** That somebody gets the weekly e-mail again. */
        BACK("You are back", "The next edition comes to this address again."),
        /** That there is no way back, because the mail server of the address refused for good; and erasing. */
        REFUSED("No mail reaches you there",
                "The mail server of this address refused ours for good, so nothing more is sent to it. Another address can sign up."),
        /** That everything was just erased. */
        ERASED("Your data is erased",
                "The address is deleted. No edition comes to it, and signing up with it again brings no mail."),
        /** That nothing is stored. */
        NOTHING("Nothing is stored", "What belonged to this link has been deleted. No edition comes from it.");

        private final String title;
        private final String text;

        Stage(String title, String text) {
            this.title = title;
            this.text = text;
        }
    }

    /** What has happened, or is asked, in a few words. */
    public String title() {
        return stage.title;
    }

    /** The same in a sentence or two. */
    public String text() {
        return stage.text;
    }

    /** Whether there is something left to erase, and nothing to send. */
    public boolean gone() {
        return stage == Stage.LEFT || stage == Stage.LEFT_BEFORE || stage == Stage.REFUSED;
    }

    /** Whether leaving can be undone. */
    public boolean undoable() {
        return stage == Stage.LEFT || stage == Stage.LEFT_BEFORE;
    }

    /** For how many days the address is kept, so that leaving can be undone. */
    public int keptDays() {
        return Subscribers.KEPT_DAYS_AFTER_LEAVING;
    }

    /** The path of an act on this subscriber: leave, return or erasure. */
    public String path(String act) {
        return "/newsletter/" + act + "/" + token;
    }
}

package io.shiporskip.newsletter;

/**
 * Where somebody stands with confirming an address.
 *
 * @param stage what the page shows
 * @param token the token of the link
 */
public record ConfirmView(Stage stage, String token) {

    /** What the page shows. */
    public enum Stage {

        /** The button. */
        ASKS("Confirm your address",
                "Press the button, and the next edition comes to the address that this link was sent to."),
        /** That the address has just been confirmed. */
        NOW("You are in", "Your address is confirmed. The next edition comes to it."),
        /** That it had been before. */
        BEFORE("Already confirmed", "There is nothing left to do: the next edition comes to your address.");

        private final String title;
        private final String text;

        Stage(String title, String text) {
            this.title = title;
            this.text = text;
        }
    }

    /** What is asked or has happened, in a few words. */
    public String title() {
        return stage.title;
    }

    /** The same in a sentence. */
    public String text() {
        return stage.text;
    }

    /** The path of the page, and of the button on it. */
    public String path() {
        return "/newsletter/confirm/" + token;
    }
}

package io.shiporskip.desk;

/**
 * The page behind a link: a name, an address and a password for a new account, or a new password alone.
 *
 * @param action where the form is sent
 * @param joins whether it makes an account
 * @param role of the account
 * @param email of the account; empty where one is to be typed, as typed there
 * @param asksEmail whether an address is to be typed
 * @param name of the account; as typed where it makes one
 * @param problem what was wrong; empty for nothing
 */
public record NewPasswordView(String action, boolean joins, Role role, String email, boolean asksEmail, String name,
        String problem) {

    /** How many characters a password needs. */
    public int shortest() {
        return PasswordRule.SHORTEST;
    }

    /** The heading. */
    public String title() {
        return joins ? "Welcome to the desk" : "A new password";
    }

    /** What will be, in a sentence. */
    public String intro() {
        if (!joins) {
            return "It ends every session of " + email + " and begins a new one here.";
        }
        return role == Role.ADMINISTRATOR
                ? "You will be an administrator: you run the site and manage accounts."
                : "You will be an editor: you run the site in the browser.";
    }
}

package io.shiporskip.desk;

import org.jspecify.annotations.Nullable;

/**
 * The page to sign in.
 *
 * @param email what was typed
 * @param back where one goes from there, an address of the desk
 * @param note what it says above the form; empty for nothing
 * @param problem what was wrong; empty for nothing
 * @param typed a form that waits to be sent again, or nothing
 */
public record SignInView(String email, String back, String note, String problem, @Nullable Typed typed) {

    static SignInView fresh(String back, String note) {
        return new SignInView("", back, note, "", null);
    }

    static SignInView carrying(Typed typed) {
        return new SignInView("", DeskAddress.START,
                "Your session has ended. Sign in again: what you typed is kept, and can be sent once more.", "", typed);
    }
}

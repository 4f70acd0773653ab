package io.shiporskip.desk.newsletter;

import java.util.Locale;

/** Numbers for people. */
final class Figures {

    private Figures() {}

    /** Grouped in thousands: "9,816". */
    static String of(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** "1 sign-up", "9,816 sign-ups". */
    static String of(long number, String one, String many) {
        return of(number) + " " + (number == 1 ? one : many);
    }
}

package io.shiporskip.shared;

import java.util.Locale;

/** Numbers for people. */
public final class Figures {

    private Figures() {}

    /** Grouped in thousands: "9,816". */
    public static String of(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** "1 sign-up", "9,816 sign-ups". */
    public static String of(long number, String one, String many) {
        return of(number) + " " + (number == 1 ? one : many);
    }
}

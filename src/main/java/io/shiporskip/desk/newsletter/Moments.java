package io.shiporskip.desk.newsletter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in words: in UTC, as everywhere at the desk, and where the site's schedule is. */
final class Moments {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm",
            Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.UK);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private Moments() {}

    /** "Monday 23 November 2026, 08:00 UTC (Monday 09:00 Europe/Berlin)"; without the second where it is UTC as well. */
    static String text(Instant moment, ZoneId zone) {
        String utc = DAY_AND_TIME.format(moment.atZone(ZoneOffset.UTC)) + " UTC";
        return isUtc(zone) ? utc : utc + " (" + TIME.format(moment.atZone(zone)) + " " + zone.getId() + ")";
    }

    /** As a field for day and time takes it, where the site's schedule is. */
    static String field(Instant moment, ZoneId zone) {
        return FIELD.format(moment.atZone(zone));
    }

    /** The zone for people. */
    static String zone(ZoneId zone) {
        return isUtc(zone) ? "UTC" : zone.getId();
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }
}

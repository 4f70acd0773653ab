package io.shiporskip.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * A checkable value of a tool. Either all of value, source and day are there, or the fact is not verified.
 *
 * @param aspect what it is about
 * @param value what was found
 * @param source the https address where a reader can check it
 * @param checkedOn the day on which somebody last compared the two
 */
@Embeddable
public record Fact(@Enumerated(EnumType.STRING) Aspect aspect, @Nullable String value, @Nullable String source,
        @Column(name = "checked_on") @Nullable LocalDate checkedOn) {

    /** What a page shows instead of a value that nobody could confirm. */
    public static final String NOT_VERIFIED = "Not verified";

    /** After so many days a fact should be checked again. */
    public static final int STALE_AFTER_DAYS = 90;

    /** The longest value, in characters: one cell of a comparison. */
    public static final int MAX_VALUE = 400;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    public Fact {
        boolean all = value != null && source != null && checkedOn != null;
        boolean none = value == null && source == null && checkedOn == null;
        if (!all && !none) {
            throw new IllegalArgumentException("a fact has a value, a source and a day, or none of them");
        }
        if (value != null && value.length() > MAX_VALUE) {
            throw new IllegalArgumentException("a fact's value has at most " + MAX_VALUE + " characters");
        }
    }

    /** A fact that somebody looked for and could not confirm. */
    public static Fact notVerified(Aspect aspect) {
        return new Fact(aspect, null, null, null);
    }

    /** Whether there is a value with its source. */
    public boolean verified() {
        return value != null;
    }

    /** The value, or "Not verified". */
    public String text() {
        return value == null ? NOT_VERIFIED : value;
    }

    /** The value as a page shows it, the day or month of a release in words, or "Not verified". */
    public String shown() {
        if (value == null || aspect != Aspect.RELEASED) {
            return text();
        }
        try {
            return value.length() > 7 ? LocalDate.parse(value).format(DAY) : YearMonth.parse(value).format(MONTH);
        } catch (DateTimeParseException _) {
            return value;
        }
    }

    /** The host of the source without {@code www.}, for a short link; empty where there is none. */
    public String sourceName() {
        return source == null ? "" : source.replaceFirst("^https://(?:www[.])?", "").replaceFirst("[/?#].*$", "");
    }
}

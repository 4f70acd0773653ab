package io.shiporskip.catalogue;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One row of a tool's price list.
 *
 * @param name what the maker calls it
 * @param amount the price; 0 is free, and nothing means that the maker does not publish it
 * @param currency three letters after ISO 4217
 * @param period how often the amount is due
 * @param note what limits or widens it, such as "per user"
 */
@Embeddable
public record Plan(String name, @Nullable BigDecimal amount, String currency,
        @Enumerated(EnumType.STRING) Period period, @Nullable String note) {

    /** The longest name and the longest note, in characters: one row of a price list. */
    public static final int MAX_LINE = 200;

    private static final int DECIMALS = 2;

    public Plan {
        if (name.length() > MAX_LINE) {
            throw new IllegalArgumentException("a plan's name has at most " + MAX_LINE + " characters");
        }
        if (note != null && note.length() > MAX_LINE) {
            throw new IllegalArgumentException("a plan's note has at most " + MAX_LINE + " characters");
        }
        if (amount != null && amount.signum() < 0) {
            throw new IllegalArgumentException("an amount is never negative: " + amount);
        }
        if (amount != null && amount.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("an amount has at most two decimals: " + amount);
        }
        // As the database gives it back, so that one price is always the same value.
        amount = amount == null ? null : amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("a currency is three capital letters, such as USD: " + currency);
        }
    }

    /** The price in words: "$20 a month", "Free", "EUR 9.50 once", "By usage" or "Not public". */
    public String price() {
        if (amount == null) {
            return period == Period.USAGE ? "By usage" : "Not public";
        }
        if (amount.signum() == 0) {
            return "Free";
        }
        String number = number(amount);
        return ("USD".equals(currency) ? "$" : currency + " ") + number + " " + period.label();
    }

    /** An amount as a price list shows it: "20", "9.50". */
    public static String number(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0 ? amount.toBigInteger().toString()
                : amount.setScale(2, RoundingMode.HALF_UP).toString();
    }
}

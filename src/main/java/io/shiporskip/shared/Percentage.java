package io.shiporskip.shared;

/**
 * A whole per cent.
 *
 * @param value 0 to 100
 */
public record Percentage(int value) {

    public Percentage {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("a percentage lies between 0 and 100: " + value);
        }
    }

    /**
     * The share of a part in a whole, halves rounded up: 1 of 8 is 13%.
     *
     * @throws IllegalArgumentException when the whole is not positive or the part lies outside of it
     */
    public static Percentage of(long part, long whole) {
        if (whole <= 0 || part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " is no part of " + whole);
        }
        return new Percentage(Math.toIntExact((200 * part + whole) / (2 * whole)));
    }

    @Override
    public String toString() {
        return value + "%";
    }
}

package io.shiporskip.importing;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What the words of a catalogue file mean, in YAML and in CSV alike; nothing where they mean nothing. */
final class Values {

    /** The longest address, in characters; the database has the same limit. */
    private static final int LONGEST_ADDRESS = 2000;

    private Values() {}

    static Optional<LocalDate> day(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    static Optional<String> https(String text) {
        try {
            URI address = new URI(text);
            return "https".equals(address.getScheme()) && address.getHost() != null && text.length() <= LONGEST_ADDRESS
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    static Optional<Integer> number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            return number < least || number > most ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> amount(String text) {
        return text.matches("[0-9]{1,9}(?:[.][0-9]{1,2})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Whether a text can be written down: no null character, and no half of a pair of surrogates. */
    static boolean storable(String text) {
        return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}

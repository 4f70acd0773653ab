package io.shiporskip.desk;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a password must be: long, and nothing that somebody who knows its owner would try first. No rule asks for kinds of
 * characters, after NIST SP 800-63B, section 3.1.1.2.
 */
final class PasswordRule {

    /** A password has so many characters at least. */
    static final int SHORTEST = 12;

    /** A password has so many characters at most, so that nobody has the server hash a book. */
    static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 5;
    /** Shorter parts of a name are in too many good passwords. */
    private static final int SHORTEST_PART = 4;
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /**
     * What is wrong with a password, in a sentence; nothing where it will do.
     *
     * @param password as typed
     * @param about what others know of its owner: name, e-mail address
     */
    static Optional<String> fault(String password, List<String> about) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("The password needs at least " + SHORTEST + " characters; this one has " + length + ".");
        }
        if (length > LONGEST) {
            return Optional.of("The password may have " + LONGEST + " characters at most.");
        }
        String plain = plain(password);
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("The password needs at least " + FEWEST_DIFFERENT + " different characters.");
        }
        if (COMMON.contains(plain) || COMMON.contains(plain.replaceAll("[^\\p{L}]+$", ""))) {
            return Optional.of("This password is among the first that anybody would try. Choose another.");
        }
        if (about.stream().flatMap(text -> BETWEEN_PARTS.splitAsStream(plain(text)))
                .anyMatch(part -> part.length() >= SHORTEST_PART && plain.contains(part))) {
            return Optional.of("The password must not hold your name or a part of your e-mail address.");
        }
        return Optional.empty();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource("desk/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8).lines()
                    .map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of common passwords cannot be read", e);
        }
    }
}

package io.shiporskip.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of a link: 256 random bits. The database knows its hash alone; a hash without salt will do, because nobody guesses
 * what has that many bits.
 *
 * @param text as it stands in the link, 43 characters of base64url (RFC 4648, section 5)
 */
record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    static Token random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What the database knows of it: SHA-256, 32 bytes. */
    byte[] hash() {
        return sha256(text);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.shiporskip.platform;

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
public record LinkSecret(String text) {

    /** The length of every one, in characters. */
    public static final int LENGTH = 43;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static LinkSecret random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What the database knows of it: SHA-256, 32 bytes. */
    public byte[] hash() {
        return sha256(text);
    }

    /** SHA-256 of a text, 32 bytes. */
    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

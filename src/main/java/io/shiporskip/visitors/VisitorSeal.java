package io.shiporskip.visitors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a visitor into the value of a cookie that nobody else can make: the 16 bytes of the number and 32 bytes of
 * HMAC-SHA256 (RFC 2104) over them, in base64url (RFC 4648, section 5) without padding, 64 characters in all.
 */
final class VisitorSeal {

    /** The length of every sealed value, in characters. */
    static final int LENGTH = 64;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "visitor".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_BYTES = 16;

    private final List<SecretKey> keys;

    /**
     * @param secrets the newest first: it seals, and all of them open
     * @throws IllegalArgumentException when there is none
     */
    VisitorSeal(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a seal needs a key");
        }
        this.keys = secrets.stream()
                .map(secret -> (SecretKey) new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    /** The visitor as a cookie's value. */
    String seal(Visitor visitor) {
        byte[] id = bytes(visitor.id());
        ByteBuffer sealed = ByteBuffer.allocate(ID_BYTES + 32).put(id).put(mac(keys.getFirst(), id));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    /** The visitor whom one of the keys has sealed; nothing for any other text. */
    Optional<Visitor> open(String value) {
        if (value.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(value);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(sealed, ID_BYTES);
        byte[] mac = Arrays.copyOfRange(sealed, ID_BYTES, sealed.length);
        boolean genuine = keys.stream().anyMatch(key -> MessageDigest.isEqual(mac, mac(key, id)));
        ByteBuffer halves = ByteBuffer.wrap(id);
        return genuine ? Optional.of(new Visitor(new UUID(halves.getLong(), halves.getLong()))) : Optional.empty();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] mac(SecretKey key, byte[] id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            return mac.doFinal(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}

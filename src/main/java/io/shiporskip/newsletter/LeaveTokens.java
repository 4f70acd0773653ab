package io.shiporskip.newsletter;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The tokens in the links to leave. A token names its subscriber and is sealed, so it needs no row of its own and works as long
 * as the mail that bears it: the 16 bytes of the subscriber's number and 32 bytes of HMAC-SHA256 over them, in base64url
 * (RFC 4648, section 5) without padding.
 */
@Component
class LeaveTokens {

    /** The length of every token, in characters. */
    static final int LENGTH = 64;

    private static final String PURPOSE = "leave";
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 32;

    private final NewsletterKey key;

    LeaveTokens(NewsletterKey key) {
        this.key = key;
    }

    /** The token of a subscriber, always the same. */
    String of(UUID subscriber) {
        byte[] id = bytes(subscriber);
        byte[] token = ByteBuffer.allocate(ID_BYTES + MAC_BYTES).put(id).put(key.mac(PURPOSE, id)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The subscriber whom a token names; nothing for a token that this site did not make. The subscriber may be erased since. */
    Optional<UUID> open(String token) {
        if (token.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, ID_BYTES, ID_BYTES + MAC_BYTES);
        if (!MessageDigest.isEqual(mac, key.mac(PURPOSE, id))) {
            return Optional.empty();
        }
        ByteBuffer number = ByteBuffer.wrap(id);
        return Optional.of(new UUID(number.getLong(), number.getLong()));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array();
    }
}

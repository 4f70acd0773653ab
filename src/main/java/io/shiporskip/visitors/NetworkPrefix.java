package io.shiporskip.visitors;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The part of an IP address that says which network it belongs to: the first 24 bits of IPv4, the first 48 of IPv6, which is
 * what one site is usually given (RFC 6177). IPv4 addresses written as IPv6 ones (RFC 4291, section 2.5.5.2) are IPv4.
 *
 * @param hex its bytes; empty where the address is no IP address
 */
record NetworkPrefix(String hex) {

    /** The prefix of an address as the server hands it out. */
    static NetworkPrefix of(String address) {
        return parse(address).map(InetAddress::getAddress)
                .map(bytes -> HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6)))
                .map(NetworkPrefix::new).orElse(new NetworkPrefix(""));
    }

    /** Whether an address is of this machine or of a private network, as that of a proxy of one's own is. */
    static boolean isNear(String address) {
        return parse(address).filter(parsed -> parsed.isLoopbackAddress() || parsed.isSiteLocalAddress()).isPresent();
    }

    private static Optional<InetAddress> parse(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address.replaceFirst("%.*$", "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

package io.shiporskip.visitors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkPrefixTests {

    @ParameterizedTest
    @CsvSource({ "203.0.113.7, cb0071", "203.0.113.255, cb0071", "203.0.114.7, cb0072", "127.0.0.1, 7f0000",
        "2001:db8:1:2::3, 20010db80001", "2001:db8:1:ffff::9, 20010db80001", "2001:db8:2::3, 20010db80002",
        "::ffff:203.0.113.7, cb0071", "fe80::1%eth0, fe8000000000", "::1, 000000000000" })
    void itIsThePartThatNamesTheNetwork(String address, String hex) {
        assertThat(NetworkPrefix.of(address)).isEqualTo(new NetworkPrefix(hex));
    }

    @ParameterizedTest
    @CsvSource({ "''", "unix:", "localhost", "203.0.113.7.9", "example.com" })
    void whatIsNoAddressIsOneNetwork(String address) {
        assertThat(NetworkPrefix.of(address)).isEqualTo(new NetworkPrefix(""));
    }

    @ParameterizedTest
    @CsvSource({ "127.0.0.1, true", "::1, true", "10.1.2.3, true", "172.18.0.1, true", "192.168.0.9, true",
        "203.0.113.7, false", "2001:db8::1, false", "nonsense, false" })
    void aProxyOfOnesOwnIsNear(String address, boolean near) {
        assertThat(NetworkPrefix.isNear(address)).isEqualTo(near);
    }
}

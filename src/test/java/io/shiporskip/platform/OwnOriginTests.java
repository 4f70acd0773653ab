package io.shiporskip.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;

/** Which addresses are this site's. The requests here came in plain through a proxy, and some name another port. */
class OwnOriginTests {

    private static final URI BASE = URI.create("https://ShipOrSkip.example");

    @ParameterizedTest(name = "{0} is ours where the request names {1}:{2}")
    @CsvSource({ "https://shiporskip.example, shiporskip.example, 80",
        "https://shiporskip.example:443, shiporskip.example, 80", "HTTPS://SHIPORSKIP.EXAMPLE, shiporskip.example, 80",
        "https://shiporskip.example, localhost, 8080", "http://localhost:8080, localhost, 8080",
        "http://LocalHost:8080, LOCALHOST, 8080", "http://localhost, localhost, 80",
        "http://localhost:80, localhost, -1", "http://192.0.2.7:8080, 192.0.2.7, 8080",
        "http://[::1]:8080, [::1], 8080", "http://[::1]:8080, ::1, 8080",
        "http://my_site.localhost, my_site.localhost, 80" })
    void ours(String origin, String host, int port) {
        OwnOrigin own = new OwnOrigin(BASE, "http", host, port);

        assertThat(own.isOrigin(origin)).isTrue();
        assertThat(own.holds(origin + "/tools?q=a#b")).isTrue();
        assertThat(own.pathOf(origin + "/tools?q=a#b")).contains("/tools?q=a");
    }

    @ParameterizedTest(name = "{0} is foreign where the request names localhost:8080")
    @ValueSource(strings = { "null", "", " ", "https://evil.example", "http://shiporskip.example",
        "https://shiporskip.example:8443", "https://shiporskip.example:80", "https://www.shiporskip.example",
        "https://shiporskip.example.evil.example", "https://evilshiporskip.example", "https://shiporskip.example.",
        "https://localhost:8080", "http://localhost", "http://localhost:8081", "http://localhost:80800",
        "http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost:", "http://localhost:x", "http://localhost:-1",
        "http://localhost:8080@evil.example", "http://user@localhost:8080", "http://localhost:8080\\@evil.example",
        "http://evil.example\\localhost:8080", "http:localhost:8080", "//localhost:8080", "localhost:8080",
        "ftp://localhost:8080", "chrome-extension://localhost:8080", "https://evil.example, https://shiporskip.example",
        "http://localhost:8080 http://evil.example", "http:// localhost:8080" })
    void foreign(String origin) {
        OwnOrigin own = new OwnOrigin(BASE, "http", "localhost", 8080);

        assertThat(own.isOrigin(origin)).isFalse();
        assertThat(own.holds(origin)).isFalse();
        assertThat(own.holds(origin + "/tools")).isFalse();
        assertThat(own.pathOf(origin + "/tools")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/tools", "?q=a", "#top" })
    void anOriginHasNeitherPathNorQueryNorFragment(String rest) {
        OwnOrigin own = new OwnOrigin(BASE, "http", "localhost", 8080);

        assertThat(own.isOrigin("http://localhost:8080" + rest)).isFalse();
        assertThat(own.holds("http://localhost:8080" + rest)).isTrue();
    }

    @Test
    void withoutABaseUrlOnlyTheRequestsOwnNameIsOurs() {
        OwnOrigin own = new OwnOrigin(null, "https", "192.0.2.7", 443);

        assertThat(own.isOrigin("https://192.0.2.7")).isTrue();
        assertThat(own.isOrigin("http://192.0.2.7")).isFalse();
        assertThat(own.isOrigin("https://shiporskip.example")).isFalse();
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({ "'', /", "/, /", "#top, /", "?q=a, /?q=a", "/tools/devin, /tools/devin",
        "/tools?q=a&kind=x%20y#results, /tools?q=a&kind=x%20y", "/tools?q=%7Bslug%7D, /tools?q=%7Bslug%7D",
        "/tools?q={slug}, /tools?q={slug}", "/tools?next=//evil.example, /tools?next=//evil.example" })
    void thePathOfOurAddress(String rest, String path) {
        assertThat(new OwnOrigin(BASE, "http", "localhost", 80).pathOf("http://localhost" + rest)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = { "//evil.example", "///evil.example", "/\\evil.example", "/\t/evil.example",
        "/tools\r\nSet-Cookie: a=b", "/tools a", "/tools\u0000", "/tools?q=\u00fc", "/tools?q=\"<b>" })
    void aPathThatIsNoneOfOursLeadsNowhere(String rest) {
        assertThat(new OwnOrigin(BASE, "http", "localhost", 80).pathOf("http://localhost" + rest)).isEmpty();
    }
}

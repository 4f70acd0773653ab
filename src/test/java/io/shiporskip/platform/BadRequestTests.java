package io.shiporskip.platform;

import io.shiporskip.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** What a bad request gets, asked as bytes on a socket, because a proper client would not send such things. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestDatabase.class)
class BadRequestTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = { "/tools/%00", "/compare/devin%00-vs-aider", "/%ZZ", "/tools/%", "/tools/%ED%A0%80",
        "/tools/%C0%AF", "/tools?q=%00", "/tools?q=%ZZ", "/tools?q=%ED%A0%80", "/tools/a%0Ab", "/tools/..%2F..%2Fetc",
        "//tools", "/tools;x=y", "/tools/%2e%2e/%2e%2e/etc/passwd", "/\\tools" })
    void anAddressThatIsNoTextIs400WithOurPage(String address) {
        String answer = get(address, "localhost");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertOurs(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = { "evil.example", "localhost.evil.example", "shiporskip.example", "a_b", "999.999.1.1",
        "256.0.0.1",
        "1.2.3" })
    void anUnknownHostIs400(String host) {
        String answer = get("/tools", host);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertOurs(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "127.0.0.1", "[::1]", "192.0.2.7", "site.localhost" })
    void thisMachineAndPlainAddressesAreAnswered(String host) {
        assertThat(get("/about", host)).startsWith("HTTP/1.1 200");
    }

    @Test
    void whatAProxyReportsIsNotBelieved() {
        String answer = send("GET /compare?tool=devin&tool=aider HTTP/1.1\r\nHost: localhost\r\n"
                + "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 303").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = { "POST", "PUT", "DELETE", "PATCH" })
    void anotherMethodIs405AndSaysWhichAreAllowed(String method) {
        String answer = send(method + " /tools/devin HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405").contains("Allow: GET");
        assertOurs(answer);
    }

    @Test
    void aThousandAndOneParametersAreTooMany() {
        String answer = get("/compare?" + "tool=a&".repeat(1001), "localhost");

        assertThat(answer.substring(0, 12)).isIn("HTTP/1.1 400", "HTTP/1.1 413");
        assertOurs(answer);
    }

    @Test
    void aBodyOfTenMegabytesIsTooMuchAndItsSenderHearsIt() {
        String answer = send(
                "POST /tools HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 10485760\r\nConnection: close\r\n\r\nq=" + "x".repeat(10_485_758));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("That was too much at once");
        assertOurs(answer);
    }

    @Test
    void aFileOfTenMegabytesIsTooMuchAndItsSenderHearsIt() {
        String begin = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
        String end = "\r\n--x--\r\n";
        for (String path : new String[]{ "/bookmarks/import", "/tools/devin/vote", "/desk/files" }) {
            String answer = send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                    + (begin.length() + 10_485_760 + end.length()) + "\r\nConnection: close\r\n\r\n" + begin
                    + "x".repeat(10_485_760) + end);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("That was too much at once");
            assertOurs(answer);
        }
    }

    @Test
    void filesForTheCatalogueMayBeLargerThanAnyOtherForm() {
        String begin = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n";
        String end = "\r\n--x--\r\n";
        String body = begin + "x".repeat(7_000_000) + end;
        for (String path : new String[]{ "/bookmarks/import", "/desk/files" }) {
            String answer = send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body);
            String chunked = send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n"
                    + "Connection: close\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                    + "\r\n0\r\n\r\n");

            // Nobody is signed in, which is said of a form that was read.
            String expected = path.equals("/desk/files") ? "HTTP/1.1 401" : "HTTP/1.1 413";
            assertThat(answer).startsWith(expected);
            assertThat(chunked).startsWith(expected);
        }
    }

    @Test
    void aFormWithFilesThatSaysNotWhereTheyBeginIs400() {
        for (String path : new String[]{ "/bookmarks/import", "/tools/devin/vote" }) {
            String answer = send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: multipart/form-data\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");

            assertThat(answer).startsWith("HTTP/1.1 400");
            assertOurs(answer);
        }
    }

    @Test
    void aFormWithANulInAFieldIs400HoweverItIsEncoded() {
        String plain = "choice=ship%00";
        String inParts = "--x\r\nContent-Disposition: form-data; name=\"choice\"\r\n\r\nship\0\r\n--x--\r\n";
        for (String form : new String[]{ "application/x-www-form-urlencoded\r\nContent-Length: " + plain.length()
                + "\r\nConnection: close\r\n\r\n" + plain,
            "multipart/form-data; boundary=x\r\nContent-Length: " + inParts.length()
                    + "\r\nConnection: close\r\n\r\n" + inParts }) {
            String answer = send(
                    "POST /tools/devin/vote HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + form);

            assertThat(answer).startsWith("HTTP/1.1 400");
            assertOurs(answer);
        }
    }

    @Test
    void aFormWithAThousandAndOneFieldsIsTooMuch() {
        String body = "choice=ship&".repeat(1001);
        String answer = send("POST /tools/devin/vote HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body);

        assertThat(answer.substring(0, 12)).isIn("HTTP/1.1 400", "HTTP/1.1 413");
        assertOurs(answer);
    }

    @Test
    void traceIs405AndEchoesNothing() {
        String answer = send("TRACE /tools HTTP/1.1\r\nHost: localhost\r\nX-Secret: 42\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405").containsPattern("Allow: .*GET").doesNotContain("X-Secret");
        assertOurs(answer);
    }

    @Test
    void thePageBelowTheApplicationLinksTheVersionedStylesheet() {
        String link = "<link rel=\"stylesheet\" href=\"/styles/site-[0-9a-f]+[.]css\">";

        assertThat(get("/tools/%00", "localhost")).containsPattern(link);
        assertThat(get("/about", "localhost")).containsPattern(link);
    }

    @Test
    void aTrailingSlashLeadsToNoOtherSite() {
        assertThat(get("//evil.example/", "localhost")).startsWith("HTTP/1.1 400");
        assertThat(get("/tools/", "localhost")).startsWith("HTTP/1.1 301").contains("Location: /tools\r\n");
    }

    @Test
    void aPageThatIsNotThereSaysSoInOurWords() {
        String answer = get("/nothing/here", "localhost");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("There is no such page");
        assertOurs(answer);
    }

    private void assertOurs(String answer) {
        assertThat(answer).contains("Ship</span> <i>or</i> <span>Skip").contains("<h1")
                .contains("Content-Security-Policy: default-src 'none'").contains("Cache-Control: no-store")
                .doesNotContain("Tomcat").doesNotContain("springframework").doesNotContain("Exception");
    }

    private String get(String address, String host) {
        return send("GET " + address + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private String send(String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.lines().findFirst().orElse(""), e);
        }
    }
}

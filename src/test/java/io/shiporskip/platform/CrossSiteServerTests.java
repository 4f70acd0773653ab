package io.shiporskip.platform;

import io.shiporskip.testing.TestDatabase;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** What another site's requests get from the server itself, as behind a proxy that speaks TLS, and where a form leads back. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "shiporskip.base-url=https://shiporskip.example")
@Import({ TestDatabase.class, CrossSiteServerTests.Button.class, CrossSiteServerTests.Flood.class })
class CrossSiteServerTests {

    @LocalServerPort
    int port;

    /** A form's address, which is in no way declared as a controller, so that only this test has it. */
    static class Button {

        private final Back back;

        Button(Back back, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings)
                throws NoSuchMethodException {
            this.back = back;
            mappings.registerMapping(RequestMappingInfo.paths("/press").methods(RequestMethod.POST)
                    .options(mappings.getBuilderConfiguration()).build(), this,
                    Button.class.getDeclaredMethod("press", HttpServletRequest.class));
        }

        ModelAndView press(HttpServletRequest request) {
            return back.to(request, "/about", "votes").addObject("choice", "ship");
        }
    }

    /** Refuses as a limit of requests does. */
    static class Flood implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request instanceof HttpServletRequest http && http.getRequestURI().equals("/flood")) {
                HttpServletResponse answer = (HttpServletResponse) response;
                answer.setHeader("Retry-After", "60");
                answer.sendError(Integer.parseInt(http.getParameter("status")));
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site:",
        "Sec-Fetch-Site: Same-Origin", "Sec-Fetch-Site: same-origin, cross-site",
        "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site", "Origin: https://evil.example", "Origin: null",
        "Origin:", "Origin: https://shiporskip.example\r\nOrigin: https://evil.example",
        "Origin: http://localhost", "Origin: http://shiporskip.example", "Referer: https://evil.example/tools",
        "Referer: //localhost/", "Referer:" })
    void anotherSiteIs403WithOurPage(String headers) {
        for (String address : new String[]{ "/press", "/about", "/error", "/nothing/here" }) {
            String answer = send("POST", address, headers);

            assertThat(answer).as(address).startsWith("HTTP/1.1 403")
                    .contains("Ship</span> <i>or</i> <span>Skip").contains("<h1").contains("Error 403")
                    .contains("That did not come from this site")
                    .contains("Content-Security-Policy: default-src 'none'").contains("X-Content-Type-Options: nosniff")
                    .contains("Cache-Control: no-store").doesNotContain("Set-Cookie").doesNotContain("Location:");
        }
    }

    @Test
    void htmxGetsTheRefusalAsASentence() {
        assertThat(send("POST", "/press", "Sec-Fetch-Site: cross-site\r\nHX-Request: true"))
                .startsWith("HTTP/1.1 403").contains("<p class=\"form-error\">That did not come from this site.")
                .doesNotContain("<html");
    }

    @Test
    void readingFromAnotherSiteIsFine() {
        String headers = "Sec-Fetch-Site: cross-site\r\nOrigin: https://evil.example\r\nReferer: https://evil.example/";

        assertThat(send("GET", "/about", headers)).startsWith("HTTP/1.1 200")
                .contains("Cache-Control: no-cache, public");
        assertThat(send("HEAD", "/about", headers)).startsWith("HTTP/1.1 200");
    }

    @Test
    void whatNoBrowserSentIsNotTheGuardsToRefuse() {
        assertThat(send("POST", "/press", "Accept: */*")).startsWith("HTTP/1.1 303")
                .contains("Location: /about#votes\r\n")
                .contains("Cache-Control: no-store").doesNotContain("public");
        assertThat(send("POST", "/about", "Accept: */*")).startsWith("HTTP/1.1 405");
    }

    @Test
    void theConfiguredAddressIsOursThoughTheProxyAsksInPlain() {
        for (String header : new String[]{ "Sec-Fetch-Site: same-origin", "Origin: https://shiporskip.example",
            "Referer: https://shiporskip.example/tools" }) {
            assertThat(send("POST", "/press", "shiporskip.example", header)).as(header).startsWith("HTTP/1.1 303");
        }
    }

    @Test
    void thisMachineIsOursByItsOwnName() {
        assertThat(send("POST", "/press", "localhost:" + port, "Origin: http://localhost:" + port))
                .startsWith("HTTP/1.1 303");
        assertThat(send("POST", "/press", "127.0.0.1:" + port, "Origin: http://localhost:" + port))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void aFormLeadsBackToWhereItStood() {
        assertThat(send("POST", "/press", "Referer: http://localhost:" + port + "/tools?q=%7Bslug%7D&page=2#results"))
                .startsWith("HTTP/1.1 303").contains("Location: /tools?q=%7Bslug%7D&page=2#votes\r\n");
        assertThat(send("POST", "/press", "Referer: http://localhost:" + port + "/tools?q={choice}"))
                .contains("Location: /tools?q={choice}#votes\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://localhost:PORT//evil.example", "http://localhost:PORT/\\evil.example",
        "https://evil.example/tools", "http://localhost:PORT@evil.example/tools", "/tools" })
    void andToNoOtherSite(String referer) {
        assertThat(send("POST", "/press",
                "Sec-Fetch-Site: same-origin\r\nReferer: " + referer.replace("PORT", String.valueOf(port))))
                .startsWith("HTTP/1.1 303").contains("Location: /about#votes\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = { 422, 429, 503 })
    void anErrorPageKeepsTheHeadersOfTheRefusal(int status) {
        assertThat(send("GET", "/flood?status=" + status, "Accept: */*")).startsWith("HTTP/1.1 " + status)
                .contains("Retry-After: 60\r\n").contains("Cache-Control: no-store").contains("Error " + status)
                .contains("<h1");
    }

    @Test
    void aFloodIsToldToWait() {
        assertThat(send("GET", "/flood?status=429", "Accept: */*")).contains("Too many requests")
                .contains("Wait a minute and try again");
    }

    private String send(String method, String address, String headers) {
        return send(method, address, "localhost:" + port, headers);
    }

    private String send(String method, String address, String host, String headers) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((method + " " + address + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("no answer to " + method + " " + address, e);
        }
    }
}

package io.shiporskip.testing;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Asks the application for pages and gives them parsed. */
public class Pages {

    private final MockMvc mvc;
    private final StatementCounter counter;

    Pages(MockMvc mvc, StatementCounter counter) {
        this.mvc = mvc;
        this.counter = counter;
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param location where it sends the reader; empty where it does not
     * @param headers what came with it
     * @param source the page as it was sent
     * @param html the page, parsed
     * @param statements how many statements it took
     */
    public record Page(int status, String location, HttpHeaders headers, String source, Document html, int statements) {

        /** The text of the first element that a selector finds, or an empty text. */
        public String text(String selector) {
            return html.select(selector).stream().findFirst().map(Element::text).orElse("");
        }
    }

    /** Asks for an address. */
    public Page get(String address) {
        return send("GET", address, new HttpHeaders());
    }

    /** Asks for an address as HTMX does. */
    public Page getByHtmx(String address) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("HX-Request", "true");
        return send("GET", address, headers);
    }

    /** Sends a request with headers. */
    public Page send(String method, String address, HttpHeaders headers) {
        return send(method, address, headers, "127.0.0.1");
    }

    /** Sends a form: names and values in turn. */
    public Page post(String address, HttpHeaders headers, String from, String... fields) {
        return send("POST", address, headers, from, fields);
    }

    private Page send(String method, String address, HttpHeaders headers, String from, String... fields) {
        counter.reset();
        try {
            MockHttpServletRequestBuilder request = MockMvcRequestBuilders
                    .request(HttpMethod.valueOf(method), URI.create(address)).headers(headers).remoteAddress(from);
            for (HttpCookie cookie : cookies(headers)) {
                request.cookie(new Cookie(cookie.getName(), cookie.getValue()));
            }
            for (int i = 0; i < fields.length; i += 2) {
                request.param(fields[i], fields[i + 1]);
            }
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            int statements = counter.statements().size();
            HttpHeaders received = new HttpHeaders();
            response.getHeaderNames().forEach(name -> response.getHeaders(name).forEach(v -> received.add(name, v)));
            String source = response.getContentAsString(StandardCharsets.UTF_8);
            String location = response.getHeader(HttpHeaders.LOCATION);
            return new Page(response.getStatus(), location == null ? "" : location, received,
                    source, Jsoup.parse(source), statements);
        } catch (Exception e) {
            throw new AssertionError(method + " " + address + " failed", e);
        }
    }

    /** MockMvc does not read the header by itself, as a server does. */
    private static List<HttpCookie> cookies(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.COOKIE).stream().flatMap(line -> Stream.of(line.split("; *")))
                .map(pair -> pair.split("=", 2)).map(pair -> new HttpCookie(pair[0], pair[1])).toList();
    }
}

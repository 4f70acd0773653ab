package io.shiporskip.testing;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
     * @param bytes the answer byte for byte
     */
    public record Page(int status, String location, HttpHeaders headers, String source, Document html, int statements,
            byte[] bytes) {

        /** The text of the first element that a selector finds, or an empty text. */
        public String text(String selector) {
            return html.select(selector).stream().findFirst().map(Element::text).orElse("");
        }

        /** The cookie that came with it, to be sent back; empty where there was none. */
        public String cookie() {
            String cookie = headers.getFirst(HttpHeaders.SET_COOKIE);
            return cookie == null ? "" : cookie.split(";", 2)[0];
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

    /**
     * Sends a form, as a page of this site does.
     *
     * @param fields {@code name=value}, encoded and joined by {@code &}
     * @param cookie what the browser knows itself by, as {@link Page#cookie} gives it; empty for none
     */
    public Page post(String address, String fields, String cookie) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        if (!cookie.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookie);
        }
        return send("POST", address, headers, fields);
    }

    /** Sends a request with headers. */
    public Page send(String method, String address, HttpHeaders headers) {
        return send(method, address, headers, "");
    }

    /** Sends a request with headers and a body. */
    public Page send(String method, String address, HttpHeaders headers, String body) {
        return send(method, address, headers, body, "127.0.0.1");
    }

    /** Sends a request with headers and a body from an IP address. */
    public Page send(String method, String address, HttpHeaders headers, String body, String from) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders
                .request(HttpMethod.valueOf(method), URI.create(address)).headers(headers)
                .content(body.getBytes(StandardCharsets.UTF_8)).remoteAddress(from);
        // What a server does on the way in, the mock leaves to the test.
        headers.getValuesAsList(HttpHeaders.COOKIE).stream().flatMap(line -> Stream.of(line.split("; ")))
                .map(pair -> pair.split("=", 2)).forEach(pair -> request.cookie(new Cookie(pair[0], pair[1])));
        return perform(method + " " + address, request);
    }

    /** Sends a file in a form. */
    public Page upload(String address, String field, byte[] file, String cookie) {
        MockMultipartHttpServletRequestBuilder request = MockMvcRequestBuilders.multipart(URI.create(address));
        request.file(new MockMultipartFile(field, "file.json", "application/json", file));
        if (!cookie.isEmpty()) {
            request.cookie(new Cookie(cookie.split("=", 2)[0], cookie.split("=", 2)[1]));
        }
        return perform("POST " + address, request);
    }

    /** Sends files, by their names, in a form with further fields. */
    public Page upload(String address, String field, Map<String, byte[]> files, Map<String, String> fields,
            HttpHeaders headers, String cookie) {
        MockMultipartHttpServletRequestBuilder request = MockMvcRequestBuilders.multipart(URI.create(address));
        files.forEach((name, bytes) -> request.file(new MockMultipartFile(field, name, "", bytes)));
        fields.forEach(request::param);
        request.headers(headers).cookie(new Cookie(cookie.split("=", 2)[0], cookie.split("=", 2)[1]));
        return perform("POST " + address, request);
    }

    private Page perform(String what, RequestBuilder request) {
        counter.reset();
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            int statements = counter.statements().size();
            HttpHeaders received = new HttpHeaders();
            response.getHeaderNames().forEach(name -> response.getHeaders(name).forEach(v -> received.add(name, v)));
            String source = response.getContentAsString(StandardCharsets.UTF_8);
            String location = response.getHeader(HttpHeaders.LOCATION);
            return new Page(response.getStatus(), location == null ? "" : location, received,
                    source, Jsoup.parse(source), statements, response.getContentAsByteArray());
        } catch (Exception e) {
            throw new AssertionError(what + " failed", e);
        }
    }
}

package io.shiporskip.testing;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import java.net.URI;
import java.nio.charset.StandardCharsets;

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
        counter.reset();
        try {
            MockHttpServletResponse response = mvc.perform(
                    MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(address)).headers(headers))
                    .andReturn()
                    .getResponse();
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
}

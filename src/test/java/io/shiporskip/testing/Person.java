package io.shiporskip.testing;

import io.shiporskip.testing.Pages.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Somebody with a browser, whose cookie it keeps, and an IP address. */
public final class Person {

    private final Pages pages;
    private String address = "127.0.0.1";
    private String cookie = "";

    /** Somebody who was never here before. */
    public Person(Pages pages) {
        this.pages = pages;
    }

    /** The same, at another IP address. */
    public Person at(String ipAddress) {
        this.address = ipAddress;
        return this;
    }

    /** The same, with this text for a cookie, as name=value. */
    public Person withCookie(String text) {
        this.cookie = text;
        return this;
    }

    /** The cookie as name=value; empty for somebody without one. */
    public String cookie() {
        return cookie;
    }

    /** Opens a page. */
    public Page open(String path) {
        return keep(pages.send("GET", path, headers(false)));
    }

    /** Presses a button without JavaScript: names and values in turn. */
    public Page press(String path, String... fields) {
        return send(path, headers(false), fields);
    }

    /** Presses a button by HTMX: names and values in turn. */
    public Page pressByHtmx(String path, String... fields) {
        return send(path, headers(true), fields);
    }

    /** Votes without JavaScript. */
    public Page vote(String tool, String choice) {
        return press("/tools/" + tool + "/vote", "choice", choice);
    }

    private Page send(String path, HttpHeaders headers, String... fields) {
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        StringJoiner body = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            body.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return keep(pages.send("POST", path, headers, body.toString(), address));
    }

    private HttpHeaders headers(boolean htmx) {
        HttpHeaders headers = new HttpHeaders();
        if (htmx) {
            headers.set("HX-Request", "true");
        }
        if (!cookie.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookie);
        }
        return headers;
    }

    private Page keep(Page page) {
        for (String line : page.headers().getOrEmpty(HttpHeaders.SET_COOKIE)) {
            HttpCookie set = HttpCookie.parse(line).getFirst();
            cookie = set.getMaxAge() == 0 ? "" : set.getName() + "=" + set.getValue();
        }
        return page;
    }
}

package io.shiporskip.visitors;

import io.shiporskip.platform.SiteProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Knows visitors by their cookie. A cookie that this site did not make, or that somebody changed, is as good as none.
 *
 * <p>On https the cookie is {@code Secure} and its name begins with {@code __Host-}, so that no other host can plant one
 * (RFC 6265bis, section 4.1.3.2). It lives for 400 days, the most that browsers allow (section 5.5), from the last change.
 */
@Component
public class Visitors {

    static final String COOKIE = "visitor";

    private static final String KNOWN = Visitors.class.getName() + ".known";
    private static final Duration LIFE = Duration.ofDays(400);

    private final VisitorSeal seal;
    private final SiteProperties site;

    Visitors(VisitorSeal seal, SiteProperties site) {
        this.seal = seal;
        this.site = site;
    }

    /** The visitor who sends this request; nothing for somebody without a genuine cookie. */
    public Optional<Visitor> known(HttpServletRequest request) {
        Object known = request.getAttribute(KNOWN);
        if (known == null) {
            known = read(request);
            request.setAttribute(KNOWN, known);
        }
        return ((Optional<?>) known).map(Visitor.class::cast);
    }

    /** The visitor who sends this request, or a new one, whose browser does not know it yet. */
    public Visitor knownOrNew(HttpServletRequest request) {
        return known(request).orElseGet(Visitor::fresh);
    }

    /**
     * Does what makes somebody a visitor, and tells the browser who it is. So it does where the database did not say whether
     * it was done: what was written all the same must be this browser's, or trying again would do it a second time.
     *
     * @param act what is done by the visitor who sends the request, or by a new one
     * @return what came of it
     */
    public <T> T act(HttpServletRequest request, HttpServletResponse response, Function<Visitor, T> act) {
        return act(request, response, act, _ -> true);
    }

    /**
     * The same for what may turn out to have changed nothing.
     *
     * @param wrote whether what came of it made somebody a visitor
     */
    public <T> T act(HttpServletRequest request, HttpServletResponse response, Function<Visitor, T> act,
            Predicate<? super T> wrote) {
        Visitor visitor = knownOrNew(request);
        T done;
        try {
            done = act.apply(visitor);
        } catch (DataAccessException inDoubt) {
            remember(visitor, request, response);
            throw inDoubt;
        }
        if (wrote.test(done)) {
            remember(visitor, request, response);
        }
        return done;
    }

    /** Tells the browser who it is, and for another 400 days. */
    void remember(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(seal.seal(visitor), LIFE, request));
        // The page that answers the first change is already this visitor's.
        request.setAttribute(KNOWN, Optional.of(visitor));
    }

    /** Takes the cookie from the browser. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
    }

    private Optional<Visitor> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String name = name(request);
        return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(name))
                .flatMap(cookie -> seal.open(cookie.getValue()).stream()).findFirst();
    }

    private String cookie(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(name(request), value).path("/").maxAge(life).httpOnly(true).sameSite("Lax")
                .secure(site.overTls(request)).build().toString();
    }

    private String name(HttpServletRequest request) {
        return site.overTls(request) ? "__Host-" + COOKIE : COOKIE;
    }
}

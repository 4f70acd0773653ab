package io.shiporskip.visitors;

import io.shiporskip.platform.SiteProperties;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VisitorCookieTests {

    private static final String OLD = "an old key, an old key, an old key";
    private static final String NEW = "a new key, a new key, a new key, a";
    private static final Visitor VISITOR = new Visitor(new UUID(1, 2));

    private final VisitorSeal seal = new VisitorSeal(List.of(NEW));

    @Test
    void onPlainHttpItIsHiddenFromScriptsAndSentToThisSiteOnly() {
        assertThat(cookie(null, false)).startsWith("visitor=" + seal.seal(VISITOR) + "; Path=/; Max-Age=34560000;")
                .endsWith("; HttpOnly; SameSite=Lax").doesNotContain("Secure").doesNotContain("Domain");
    }

    @Test
    void onHttpsNoOtherHostCanPlantIt() {
        assertThat(List.of(cookie("https://shiporskip.example", false), cookie(null, true)))
                .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-visitor=").contains("; Path=/; ")
                        .contains("; Secure; HttpOnly; SameSite=Lax").doesNotContain("Domain"));
    }

    @Test
    void onHttpsACookieWithoutThePrefixIsNobodys() {
        Visitors https = visitors("https://shiporskip.example", NEW);

        assertThat(https.known(with("visitor", seal.seal(VISITOR)))).isEmpty();
        assertThat(https.known(with("__Host-visitor", seal.seal(VISITOR)))).contains(VISITOR);
    }

    @Test
    void ofTwoTheGenuineOneIsBelieved() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("visitor", "A".repeat(64)), new Cookie("visitor", seal.seal(VISITOR)));

        assertThat(visitors(null, NEW).known(request)).contains(VISITOR);
    }

    @Test
    void afterANewKeyWasPutBeforeTheOldOneAVisitorStaysAndIsSealedAnew() {
        MockHttpServletRequest request = with("visitor", new VisitorSeal(List.of(OLD)).seal(VISITOR));
        MockHttpServletResponse response = new MockHttpServletResponse();
        Visitors visitors = visitors(null, NEW, OLD);

        Visitor known = visitors.knownOrNew(request);
        visitors.remember(known, request, response);

        assertThat(known).isEqualTo(VISITOR);
        assertThat(response.getHeader("Set-Cookie")).startsWith("visitor=" + seal.seal(VISITOR));
    }

    @Test
    void aCookieOfAnotherSiteIsNobodys() {
        assertThat(visitors(null, NEW).known(with("visitor", new VisitorSeal(List.of(OLD)).seal(VISITOR)))).isEmpty();
        assertThat(visitors(null, NEW).known(new MockHttpServletRequest())).isEmpty();
    }

    @Test
    void twoNewVisitorsAreTwo() {
        Visitors visitors = visitors(null, NEW);

        assertThat(visitors.knownOrNew(new MockHttpServletRequest()))
                .isNotEqualTo(visitors.knownOrNew(new MockHttpServletRequest()));
    }

    @Test
    void forgettingTakesTheCookieFromTheBrowser() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        visitors("https://shiporskip.example", NEW).forget(new MockHttpServletRequest(), response);

        assertThat(response.getHeader("Set-Cookie")).startsWith("__Host-visitor=; Path=/; Max-Age=0;")
                .contains("; Secure");
    }

    @Test
    void whoActsIsRememberedByWhatCameOfIt() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpServletResponse response = new MockHttpServletResponse();
        Visitors visitors = visitors(null, NEW);

        Visitor nobody = visitors.act(request, response, visitor -> visitor, _ -> false);
        assertThat(response.getHeader("Set-Cookie")).isNull();
        assertThat(visitors.known(request)).isEmpty();

        Visitor somebody = visitors.act(request, response, visitor -> visitor);
        assertThat(somebody).isNotEqualTo(nobody);
        assertThat(response.getHeader("Set-Cookie")).startsWith("visitor=" + seal.seal(somebody) + ";");
        assertThat(visitors.known(request)).contains(somebody);
    }

    /** What the database may have written all the same is this browser's: whoever tries again is the same visitor. */
    @Test
    void whoseActIsInDoubtIsRememberedAndWhoseActWasRefusedIsNot() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpServletResponse response = new MockHttpServletResponse();
        Visitors visitors = visitors(null, NEW);
        List<Visitor> acting = new ArrayList<>();

        assertThatThrownBy(() -> visitors.act(request, response, fails(acting, new IllegalStateException("refused")),
                _ -> true)).hasMessage("refused");
        assertThat(response.getHeader("Set-Cookie")).isNull();

        assertThatThrownBy(() -> visitors.act(request, response, fails(acting, new QueryTimeoutException("no word")),
                _ -> false)).isInstanceOf(QueryTimeoutException.class);
        assertThat(response.getHeaders("Set-Cookie")).singleElement().asString()
                .startsWith("visitor=" + seal.seal(acting.getLast()) + ";");
        Visitor again = visitors.act(request, response, visitor -> visitor);
        assertThat(again).isEqualTo(acting.getLast());
    }

    private static Function<Visitor, String> fails(List<Visitor> acting, RuntimeException failure) {
        return visitor -> {
            acting.add(visitor);
            throw failure;
        };
    }

    private String cookie(@Nullable String baseUrl, boolean secure) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(secure);
        MockHttpServletResponse response = new MockHttpServletResponse();
        visitors(baseUrl, NEW).remember(VISITOR, request, response);
        return String.valueOf(response.getHeader("Set-Cookie"));
    }

    private static MockHttpServletRequest with(String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(name, value));
        return request;
    }

    private static Visitors visitors(@Nullable String baseUrl, String... keys) {
        return new Visitors(new VisitorSeal(List.of(keys)),
                new SiteProperties(baseUrl == null ? null : URI.create(baseUrl), Path.of("unused")));
    }
}

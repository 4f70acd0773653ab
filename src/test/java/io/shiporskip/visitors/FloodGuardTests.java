package io.shiporskip.visitors;

import io.shiporskip.platform.SiteProperties;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class FloodGuardTests {

    private static final String HOME = "203.0.113.7";

    private final VisitorSeal seal = new VisitorSeal(List.of("a key for the tests of the flood guard"));
    private final FloodGuard guard = new FloodGuard(new Visitors(seal, new SiteProperties(null, Path.of("unused"))),
            new VisitorProperties(List.of(), 60));

    @Test
    void theSixtyFirstChangeWithinAMinuteIsRefusedAndToldWhenToComeBack() {
        assertThat(statuses(60, "POST", HOME, null)).containsOnly(200);

        MockHttpServletResponse refused = send("POST", "203.0.113.200", null);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void readingIsNeverRefused() {
        assertThat(statuses(200, "GET", HOME, null)).containsOnly(200);
        assertThat(statuses(200, "HEAD", HOME, null)).containsOnly(200);
    }

    @Test
    void anotherNetworkGoesOn() {
        statuses(61, "POST", HOME, null);

        assertThat(send("POST", "203.0.114.7", null).getStatus()).isEqualTo(200);
    }

    @Test
    void aVisitorGoesOnWhereTheNetworkIsUsedUp() {
        statuses(61, "POST", HOME, null);

        assertThat(statuses(60, "POST", HOME, seal.seal(Visitor.fresh()))).containsOnly(200);
    }

    @Test
    void aVisitorMeetsTheLimitInWhateverNetwork() {
        String cookie = seal.seal(Visitor.fresh());
        statuses(60, "POST", HOME, cookie);

        assertThat(send("POST", "198.51.100.1", cookie).getStatus()).isEqualTo(429);
    }

    @Test
    void aCookieThatSomebodyMadeUpGivesNoLimitOfItsOwn() {
        statuses(60, "POST", HOME, null);

        assertThat(send("POST", HOME, "A".repeat(64)).getStatus()).isEqualTo(429);
    }

    @Test
    void aMailProviderMayLeaveForThousandsOfItsReaders() {
        statuses(60, "POST", HOME, null);
        MockHttpServletResponse answer = new MockHttpServletResponse();
        for (int i = 0; i < 5000 && answer.getStatus() == 200; i++) {
            answer = send("POST", "/newsletter/leave/token-" + i, HOME, null);
        }

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(send("POST", "/newsletter", HOME, null).getStatus()).as("signing up").isEqualTo(429);
        assertThat(send("POST", "/newsletter/return/token", HOME, null).getStatus()).as("returning").isEqualTo(429);
    }

    private List<Integer> statuses(int times, String method, String address, @Nullable String cookie) {
        return IntStream.range(0, times).mapToObj(_ -> send(method, address, cookie).getStatus()).toList();
    }

    private MockHttpServletResponse send(String method, String address, @Nullable String cookie) {
        return send(method, "/tools/devin/vote", address, cookie);
    }

    private MockHttpServletResponse send(String method, String path, String address, @Nullable String cookie) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        if (cookie != null) {
            request.setCookies(new Cookie(Visitors.COOKIE, cookie));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            guard.doFilter(request, response, new MockFilterChain());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return response;
    }
}

package io.shiporskip.platform;

import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Every address of the running application that something can be sent to, asked as a page of another site would. */
@PageTest
class CrossSiteGuardTests {

    private static final Set<RequestMethod> CHANGES_NOTHING = EnumSet.of(RequestMethod.GET, RequestMethod.HEAD,
            RequestMethod.OPTIONS, RequestMethod.TRACE);

    private static final List<Foreign> FOREIGN = List.of(
            new Foreign("from another site", "Sec-Fetch-Site", "cross-site"),
            new Foreign("from another site of the same domain", "Sec-Fetch-Site", "same-site"),
            new Foreign("with an empty Sec-Fetch-Site", "Sec-Fetch-Site", ""),
            new Foreign("with two values of Sec-Fetch-Site", "Sec-Fetch-Site", "same-origin", "cross-site"),
            new Foreign("with the Origin of another host", "Origin", "https://evil.example"),
            new Foreign("with the Origin null", "Origin", "null"),
            new Foreign("with an empty Origin", "Origin", ""),
            new Foreign("with two values of Origin", "Origin", "http://localhost", "https://evil.example"),
            new Foreign("with a foreign Referer", "Referer", "https://evil.example/tools"),
            new Foreign("with an unreadable Referer", "Referer", "about:blank"));

    /** Mail providers leave for their readers: the one address that takes what comes from anywhere. */
    private static final Target ONE_CLICK = new Target(RequestMethod.POST, "/newsletter/leave/{token}");

    /** A way in which a request says that it comes from elsewhere. */
    private record Foreign(String description, String header, String... values) {

        HttpHeaders headers() {
            HttpHeaders headers = new HttpHeaders();
            headers.addAll(header, Arrays.asList(values));
            return headers;
        }
    }

    /** Something that the application answers to. */
    private record Target(RequestMethod method, String pattern) {

        @Override
        public String toString() {
            return method + " " + pattern;
        }

        /** The pattern as an address, with a value for each variable and wildcard. */
        String address() {
            return pattern.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "devin").replaceAll("[*]+", "devin");
        }
    }

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Pages pages;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    List<RequestMappingInfoHandlerMapping> mappings;

    @TestFactory
    Stream<DynamicTest> whatComesFromAnotherSiteIsTurnedAwayBeforeAnythingHappens() {
        List<Target> targets = targets();
        assertThat(targets).contains(new Target(RequestMethod.POST, "/error"));
        assertThat(targets).contains(ONE_CLICK);
        return targets.stream().filter(target -> !target.equals(ONE_CLICK))
                .flatMap(target -> FOREIGN.stream().map(foreign -> dynamicTest(target + " " + foreign.description(),
                        () -> assertTurnedAway(target, foreign))));
    }

    private void assertTurnedAway(Target target, Foreign foreign) {
        Page answer = pages.send(target.method().name(), target.address(), foreign.headers());

        assertThat(answer.status()).as("%s %s", target, foreign.description()).isEqualTo(403);
        assertThat(answer.statements()).as("statements of %s", target).isZero();
    }

    @TestFactory
    Stream<DynamicTest> theOneClickToLeaveMayComeFromAnywhere() {
        return FOREIGN.stream().map(foreign -> dynamicTest(foreign.description(),
                () -> assertThat(pages.send("POST", ONE_CLICK.address(), foreign.headers()).status())
                        .as("a link that nobody was sent").isEqualTo(404)));
    }

    @ParameterizedTest
    @CsvSource({ "PUT, /newsletter/leave/devin", "DELETE, /newsletter/leave/devin", "POST, /newsletter/leave",
        "POST, /newsletter/leave/devin/devin", "POST, /newsletter/leave/devin.html", "POST, /newsletter/leave/dev%69n",
        "POST, /newsletter/leaves/devin", "POST, /de/newsletter/leave/devin" })
    void nothingBesideItMay(String method, String address) {
        for (Foreign foreign : FOREIGN) {
            assertThat(pages.send(method, address, foreign.headers()).status()).isEqualTo(403);
        }
    }

    @Test
    void aPatternBecomesAnAddress() {
        assertThat(new Target(RequestMethod.POST, "/a/{slug}/b/{n:[0-9]{1,3}}/{*rest}").address())
                .isEqualTo("/a/devin/b/devin/devin");
        assertThat(new Target(RequestMethod.POST, "/a/*/**").address()).isEqualTo("/a/devin/devin");
    }

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}, Referer {2}")
    @CsvSource({ "same-origin,,", "none,,", "same-origin, null, https://evil.example/", ", http://localhost,",
        ", http://localhost, https://evil.example/", ",, http://localhost/tools", ",," })
    void theFirstHeaderThatIsThereDecides(@Nullable String fetchSite, @Nullable String origin,
            @Nullable String referer) {
        assertThat(statusOfAnythingSentWith(fetchSite, origin, referer)).isEqualTo(405);
    }

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}, Referer {2}")
    @CsvSource({ "cross-site, http://localhost, http://localhost/", ", https://evil.example, http://localhost/",
        ", null, http://localhost/" })
    void aLaterHeaderDoesNotMakeUpForIt(@Nullable String fetchSite, @Nullable String origin,
            @Nullable String referer) {
        assertThat(statusOfAnythingSentWith(fetchSite, origin, referer)).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({ "GET, 200", "HEAD, 200", "OPTIONS, 200", "POST, 403", "PUT, 403", "PATCH, 403", "DELETE, 403" })
    void readingIsOpenToEverySite(String method, int status) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Sec-Fetch-Site", "cross-site");
        headers.set("Origin", "https://evil.example");

        assertThat(pages.send(method, "/about", headers).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "GET, 'no-cache, public'", "HEAD, 'no-cache, public'", "OPTIONS, no-store" })
    void onlyWhatIsReadMayBeKept(String method, String cacheControl) {
        assertThat(pages.send(method, "/about", new HttpHeaders()).headers().getCacheControl()).isEqualTo(cacheControl);
    }

    /** A page that only reads answers 405 once the guard has let the request through. */
    private int statusOfAnythingSentWith(@Nullable String fetchSite, @Nullable String origin,
            @Nullable String referer) {
        HttpHeaders headers = new HttpHeaders();
        if (fetchSite != null) {
            headers.add("Sec-Fetch-Site", fetchSite);
        }
        if (origin != null) {
            headers.add("Origin", origin);
        }
        if (referer != null) {
            headers.add("Referer", referer);
        }
        return pages.send("POST", "/about", headers).status();
    }

    private List<Target> targets() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream()).distinct()
                .flatMap(mapping -> methods(mapping).stream().flatMap(method -> mapping.getPatternValues().stream()
                        .map(pattern -> new Target(method, pattern))))
                .sorted(Comparator.comparing(Target::pattern).thenComparing(Target::method)).toList();
    }

    /** The methods besides reading that a mapping takes, POST always among them; nothing where it is for reading only. */
    private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> declared = mapping.getMethodsCondition().getMethods();
        Set<RequestMethod> methods = EnumSet.allOf(RequestMethod.class);
        if (!declared.isEmpty()) {
            methods.retainAll(declared);
        }
        methods.removeAll(CHANGES_NOTHING);
        if (!methods.isEmpty()) {
            methods.add(RequestMethod.POST);
        }
        return methods;
    }
}

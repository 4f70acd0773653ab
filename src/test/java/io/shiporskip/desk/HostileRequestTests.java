package io.shiporskip.desk;

import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.VisitorTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Every address of the desk, asked by somebody who may, with parameters that no page of it sends. They are read from the
 * controllers, so that a new one is asked as well. Whatever they are, it is the sender's mistake.
 */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class HostileRequestTests {

    /** They end the session with which the others are asked, and have no parameters. */
    private static final Set<String> NOT_ASKED = Set.of("POST /desk/sign-out");

    /** What a path says where it is not what is tried. */
    private static final Map<String, String> PATHS = Map.of("{key}", "aider", "{slug}", "aider", "{reviewer}",
            "builder",
            "{shelf}", "editors", "{number}", "1", "{aspect}", "price", "{id}",
            "0190a3c4-0000-7000-8000-000000000000", "{token}", "x");

    /** Which of them are tried as well. */
    private static final Set<String> VARIED = Set.of("{key}", "{reviewer}", "{slug}", "{shelf}", "{number}", "{aspect}",
            "{id}",
            "{token}");

    /** What the other fields say, so that a form is not turned away before it comes to the one that is tried. */
    private static final Map<String, String> PROPER = Map.of("act", "RELEASED", "ships", "1", "skips", "0", "reason",
            "Because.", "decision", "again", "delivery", "0190a3c4-0000-7000-8000-000000000000", "choice", "next");

    /** As they stand in an address or a form. */
    private static final List<String> VALUES = List.of("", "%ED%A0%80", "99999999999999999999", "-1", "NO_SUCH_VALUE",
            "%2B300000-01-01T00:00:00Z", "%2B999999999-12-31T23:59:59Z",
            "%2B999999999-12-31T23:59:59Z_0190a3c4-0000-7000-8000-000000000000",
            "-999999999-01-01T00:00", "0190a3c4-0000-7000-8000-000000000000", "%27%22%5C_", "%F0%9F%92%A9");

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private record Target(String method, String path, List<String> parameters) {

        boolean reads() {
            return method.equals("GET");
        }

        String proper() {
            return put(path, "", "");
        }

        /** The path with one of its variables replaced. */
        static String put(String path, String variable, String value) {
            String put = variable.isEmpty() ? path : path.replace(variable, value);
            for (Map.Entry<String, String> one : PATHS.entrySet()) {
                put = put.replace(one.getKey(), one.getValue());
            }
            return put;
        }
    }

    @TestFactory
    Stream<DynamicTest> aParameterThatIsNoneOfOursIsTheSendersMistake() {
        Asking asking = new Asking(desk.somebody(pages, "Anna", Role.ADMINISTRATOR));
        return targets().map(target -> DynamicTest.dynamicTest(target.method() + " " + target.path(), () -> {
            asking.isNoFault(target, target.proper(), "");
            for (String parameter : target.parameters()) {
                for (String value : VALUES) {
                    asking.isNoFault(target, target.proper(), parameter + "=" + value + rest(target, parameter));
                }
                asking.isNoFault(target, target.proper(),
                        parameter + "=a&" + parameter + "=b" + rest(target, parameter));
            }
            if (!target.parameters().isEmpty()) {
                asking.isNoFault(target, target.proper(), (target.parameters().getFirst() + "=1&").repeat(1001));
            }
            for (String variable : VARIED) {
                if (target.path().contains(variable)) {
                    for (String value : List.of("99999999999999999999", "-1", "no%20such", "%F0%9F%92%A9", "A")) {
                        asking.isNoFault(target, Target.put(target.path(), variable, value), "");
                    }
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aFieldWithANulIs400() {
        Asking asking = new Asking(desk.somebody(pages, "Anna", Role.ADMINISTRATOR));
        return targets().filter(target -> !target.reads())
                .map(target -> DynamicTest.dynamicTest(target.method() + " " + target.path(), () -> {
                    for (String parameter : target.parameters().isEmpty() ? List.of("x") : target.parameters()) {
                        assertThat(asking.ask(target, target.proper(), parameter + "=a%00b" + rest(target, parameter))
                                .status()).as(parameter).isEqualTo(400);
                    }
                    assertThat(asking.ask(target, target.proper(), "x%00=1").status()).as("a name").isEqualTo(400);
                }));
    }

    @Test
    void aFormWithFilesHasNoNulInItsTextEither() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        assertThat(pages.upload("/desk/files", "files", Map.of("a.csv", new byte[]{ 'a' }),
                Map.of("_csrf", anna.token(), "prices", "a\0b"), new HttpHeaders(), anna.person().cookie()).status())
                .isEqualTo(400);
    }

    /** Somebody who asks with the token of their session. */
    private final class Asking {

        private final String cookie;
        private final String token;

        Asking(Desk.SignedIn somebody) {
            this.cookie = somebody.person().cookie();
            this.token = somebody.token();
        }

        void isNoFault(Target target, String address, String fields) {
            String what = target.method() + " " + address + " "
                    + (fields.length() > 200 ? fields.substring(0, 20) + "..." : fields);
            assertThatCode(() -> {
                Page page = ask(target, address, fields);
                assertThat(page.status()).as(what).isLessThan(500).isNotIn(401);
                assertThat(page.text("h1")).as(what).isNotEqualTo("This form is out of date");
            }).as(what).doesNotThrowAnyException();
        }

        Page ask(Target target, String address, String fields) {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.COOKIE, cookie);
            if (target.reads()) {
                return pages.send("GET", address + "?" + fields, headers);
            }
            headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
            // Some of it is done, and must not stay.
            return Objects.requireNonNull(transaction.execute(whole -> {
                whole.setRollbackOnly();
                return pages.send(target.method(), address, headers, fields + "&_csrf=" + token);
            }));
        }
    }

    private static String rest(Target target, String tried) {
        return target.parameters().stream().filter(one -> !one.equals(tried) && PROPER.containsKey(one))
                .map(one -> "&" + one + "=" + PROPER.get(one)).collect(Collectors.joining());
    }

    private Stream<Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> targets(mapping, method)
                .forEach(target -> targets.put(target.method() + " " + target.path(), target)));
        NOT_ASKED.forEach(targets::remove);
        return targets.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue);
    }

    private static Stream<Target> targets(RequestMappingInfo mapping, HandlerMethod method) {
        List<String> parameters = new ArrayList<>(Arrays.stream(method.getMethodParameters())
                .map(HostileRequestTests::name).filter(Objects::nonNull).toList());
        return mapping.getPatternValues().stream().filter(path -> path.startsWith("/desk"))
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream().map(RequestMethod::name)
                        .map(name -> new Target(name, path, parameters)));
    }

    private static @Nullable String name(MethodParameter parameter) {
        RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
        if (param == null || Map.class.isAssignableFrom(parameter.getParameterType())) {
            return null;
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return param.name().isEmpty() ? parameter.getParameterName() : param.name();
    }
}

package io.shiporskip.desk;

import io.shiporskip.testing.HtmlChecker;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import io.shiporskip.testing.Person;
import io.shiporskip.testing.VisitorTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every address of the desk, asked by those who may not. An address that is in none of the lists fails the first test. */
@VisitorTest
@SuppressWarnings("NullAway.Init")
class DeskAccessTests {

    /** The ways in. */
    private static final Set<String> OPEN = Set.of("GET /desk/sign-in", "POST /desk/sign-in", "GET /desk/forgotten",
            "POST /desk/forgotten", "GET /desk/invitation/{token}", "POST /desk/invitation/{token}",
            "GET /desk/reset/{token}", "POST /desk/reset/{token}");

    private static final Set<String> FOR_EDITORS = Set.of("GET /desk", "GET /desk/account", "POST /desk/account/name",
            "POST /desk/account/password", "POST /desk/sign-out", "GET /desk/tools", "GET /desk/new-tool",
            "GET /desk/tools/{key}", "POST /desk/tools/{key}", "GET /desk/tools/{key}/takes/{reviewer}",
            "POST /desk/tools/{key}/takes/{reviewer}", "POST /desk/markdown", "GET /desk/tools/{key}/preview",
            "GET /desk/tools/{key}/publish", "POST /desk/tools/{key}/publish", "POST /desk/tools/{key}/unschedule",
            "POST /desk/tools/{key}/latest", "POST /desk/tools/{key}/discard",
            "POST /desk/tools/{key}/facts/{aspect}/checked", "GET /desk/shelves", "GET /desk/shelves/{shelf}/names",
            "POST /desk/shelves/{shelf}", "GET /desk/tools/{key}/history", "GET /desk/tools/{key}/history/{number}",
            "POST /desk/tools/{key}/history/{number}/draft", "GET /desk/tools/{key}/withdraw",
            "POST /desk/tools/{key}/withdraw", "POST /desk/tools/{key}/return", "GET /desk/tools/{key}/merge",
            "POST /desk/tools/{key}/merge", "GET /desk/votes", "GET /desk/votes/{slug}", "POST /desk/votes/{slug}",
            "GET /desk/newsletter", "POST /desk/newsletter/introduction",
            "POST /desk/newsletter/items/{slug}", "GET /desk/newsletter/send", "POST /desk/newsletter/send",
            "POST /desk/newsletter/plan", "POST /desk/newsletter/plan/cancel", "GET /desk/newsletter/preview",
            "GET /desk/newsletter/preview/html", "POST /desk/newsletter/test",
            "GET /desk/newsletter/editions/{number}", "POST /desk/newsletter/editions/{number}/pause",
            "POST /desk/newsletter/editions/{number}/resume", "GET /desk/newsletter/editions/{number}/preview",
            "GET /desk/newsletter/editions/{number}/preview/html", "POST /desk/newsletter/editions/{number}/test",
            "GET /desk/newsletter/deliveries", "POST /desk/newsletter/deliveries", "GET /desk/newsletter/subscribers",
            "POST /desk/newsletter/subscribers/export", "GET /desk/newsletter/subscribers/{id}/erase",
            "POST /desk/newsletter/subscribers/{id}/erase",
            "GET /desk/files", "POST /desk/files", "GET /desk/files/catalogue.zip", "GET /desk/files/tools.csv",
            "GET /desk/files/tools/{slug}.yaml", "GET /desk/files/plans/{id}", "POST /desk/files/plans/{id}",
            "POST /desk/files/plans/{id}/discard");

    private static final Set<String> FOR_ADMINISTRATORS = Set.of("GET /desk/accounts", "POST /desk/accounts/{id}/role",
            "POST /desk/accounts/{id}/active", "POST /desk/invitations", "POST /desk/invitations/{id}/revoke",
            "GET /desk/audit");

    @Autowired
    Pages pages;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    /** A method and an address. */
    private record Target(String method, String address) {

        static Target of(String text) {
            String[] parts = text.split(" ", 2);
            return new Target(parts[0], parts[1].replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
        }

        boolean reads() {
            return method.equals("GET");
        }
    }

    @Test
    void everyAddressIsInOneOfTheLists() {
        Set<String> listed = Stream.of(OPEN, FOR_EDITORS, FOR_ADMINISTRATORS).flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name).map(method -> method + " " + path)))
                .filter(target -> target.contains(" /desk"))).containsExactlyInAnyOrderElementsOf(listed);
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithoutASession() {
        return forEach(target -> refusedWithoutSession(target, ""), FOR_EDITORS, FOR_ADMINISTRATORS);
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithTheCookieOfAReaderOrAMadeUpOne() {
        Person reader = new Person(pages);
        reader.vote("claude-code", "ship");
        return forEach(target -> {
            refusedWithoutSession(target, reader.cookie());
            refusedWithoutSession(target, "desk=MDA0MGM0ZmItMDg2Mi00MjI3LTg1ZjMtM2EyNzgzZTJiOWZl");
            refusedWithoutSession(target, "desk=%00");
        }, FOR_EDITORS, FOR_ADMINISTRATORS);
    }

    private void refusedWithoutSession(Target target, String cookie) {
        Page plain = send(target, cookie, false);
        if (target.reads()) {
            assertThat(plain.status()).isEqualTo(303);
            assertThat(plain.location()).startsWith("/desk/sign-in");
        } else {
            assertThat(plain.status()).isEqualTo(401);
            assertThat(plain.html().select("form[action=/desk/sign-in] input[type=password]")).hasSize(1);
        }
        assertThat(plain.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(plain.headers().getFirst("X-Robots-Tag")).isEqualTo("noindex");

        Page htmx = send(target, cookie, true);
        assertThat(htmx.status()).isEqualTo(401);
        assertThat(htmx.html().select(".form-error").text()).contains("Your session has ended");
    }

    @TestFactory
    Stream<DynamicTest> anEditorDoesNothingThatIsForAdministrators() {
        Desk.SignedIn editor = desk.somebody(pages, "Ben", Role.EDITOR);
        return forEach(target -> {
            long before = rows();
            Page page = target.reads() ? editor.open(target.address()) : editor.press(target.address());
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.text("h1")).isEqualTo("This page is for administrators");
            assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
            if (!target.reads()) {
                Page htmx = editor.pressByHtmx(target.address());
                assertThat(htmx.status()).isEqualTo(403);
                assertThat(htmx.text(".form-error")).contains("for administrators");
            }
            assertThat(rows()).isEqualTo(before);
        }, FOR_ADMINISTRATORS);
    }

    @TestFactory
    Stream<DynamicTest> aFormWithoutItsTokenChangesNothing() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        return forEach(target -> {
            if (target.reads()) {
                return;
            }
            long before = rows();
            Page page = anna.person().press(target.address(), "name", "Kept words");
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.text("h1")).isEqualTo("This form is out of date");
            assertThat(page.text(".desk-typed")).contains("Kept words");
            assertThat(anna.person().press(target.address(), "_csrf", "made-up").status()).isEqualTo(403);
            Page htmx = anna.person().pressByHtmx(target.address());
            assertThat(htmx.status()).isEqualTo(403);
            assertThat(htmx.text(".form-error")).contains("out of date");
            assertThat(rows()).isEqualTo(before);
            assertThat(anna.open("/desk").status()).as("still signed in").isEqualTo(200);
        }, FOR_EDITORS, FOR_ADMINISTRATORS);
    }

    @Test
    void aPageOfTheDeskIsKeptByNobodyAndWhoMayComeInIsToldSo() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        for (String address : new String[]{ "/desk", "/desk/account", "/desk/accounts", "/desk/audit", "/desk/tools",
            "/desk/tools/devin", "/desk/tools/devin/takes/builder", "/desk/tools/devin/publish", "/desk/shelves",
            "/desk/newsletter", "/desk/newsletter/subscribers", "/desk/newsletter/preview/html" }) {
            Page page = anna.open(address);
            assertThat(page.status()).as(address).isEqualTo(200);
            assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
            assertThat(page.headers().getFirst("X-Robots-Tag")).isEqualTo("noindex");
            assertThat(page.headers().getETag()).isNull();
            assertThat(page.html().select("form[method=post]:not(:has(input[name=_csrf]))")).isEmpty();
        }
    }

    @Test
    void theCheckerOfTheW3cFindsNoError() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        anna.press("/desk/accounts/" + desk.id(desk.account("Ben", Role.EDITOR)) + "/active", "active", "false");
        HtmlChecker.assertValid(anna.open("/desk"), anna.open("/desk/account"), anna.open("/desk/accounts"),
                anna.open("/desk/audit"), anna.open("/desk/tools"), anna.open("/desk/tools/devin"),
                anna.open("/desk/tools/devin/takes/builder"), anna.open("/desk/tools/devin/publish"),
                anna.open("/desk/tools/devin/preview"), anna.open("/desk/shelves"),
                anna.open("/desk/newsletter"), anna.open("/desk/newsletter/send"),
                anna.open("/desk/newsletter/preview"),
                anna.open("/desk/newsletter/deliveries"), anna.open("/desk/newsletter/subscribers"),
                anna.press("/desk/account/name"),
                anna.person().press("/desk/sign-out"),
                pages.get("/desk/sign-in"), pages.get("/desk/forgotten"), pages.get("/desk/reset/x"),
                pages.post("/desk/sign-in", "email=a&password=b", ""),
                pages.post("/desk/account/name", "name=Anna", ""));
    }

    @Test
    void theWaysInBeginNoSession() {
        for (String address : new String[]{ "/desk/sign-in", "/desk/forgotten", "/desk/reset/x", "/desk/invitation/x",
            "/desk", "/desk/nothing" }) {
            assertThat(pages.get(address).headers().get(HttpHeaders.SET_COOKIE)).as(address).isNull();
        }
        long before = jdbc.sql("select count(*) from desk_session").query(Long.class).single();
        pages.get("/desk/sign-in");
        pages.post("/desk/sign-in", "email=a%40example.org&password=x", "");
        assertThat(jdbc.sql("select count(*) from desk_session").query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void aPublicPageKnowsNothingOfTheDesk() {
        Desk.SignedIn anna = desk.somebody(pages, "Anna", Role.ADMINISTRATOR);
        for (String address : new String[]{ "/", "/tools/devin", "/compare/aider-vs-devin" }) {
            Page anybody = pages.get(address);
            Page annas = anna.open(address);
            assertThat(annas.source()).isEqualTo(anybody.source());
            assertThat(annas.statements()).isEqualTo(anybody.statements());
            assertThat(annas.headers().get(HttpHeaders.SET_COOKIE)).isNull();
            assertThat(annas.headers().getCacheControl()).isEqualTo("no-cache, public");
        }
    }

    private Page send(Target target, String cookie, boolean htmx) {
        HttpHeaders headers = new HttpHeaders();
        if (!target.reads()) {
            headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        }
        if (htmx) {
            headers.set("HX-Request", "true");
        }
        if (!cookie.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookie);
        }
        return pages.send(target.method(), target.address(), headers, target.reads() ? "" : "name=Words");
    }

    private long rows() {
        return jdbc.sql("select count(*) from audit").query(Long.class).single();
    }

    @SafeVarargs
    private static Stream<DynamicTest> forEach(Consumer<Target> test, Set<String>... lists) {
        return Stream.of(lists).flatMap(Set::stream).sorted()
                .map(text -> DynamicTest.dynamicTest(text, () -> test.accept(Target.of(text))));
    }
}

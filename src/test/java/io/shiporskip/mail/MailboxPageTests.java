package io.shiporskip.mail;

import io.shiporskip.platform.SiteAddress;
import io.shiporskip.platform.SiteProperties;
import io.shiporskip.testing.PageTest;
import io.shiporskip.testing.Pages;
import io.shiporskip.testing.Pages.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@PageTest
@SuppressWarnings("NullAway.Init")
class MailboxPageTests {

    @Autowired
    Pages pages;

    @Autowired
    Postman postman;

    @Autowired
    LocalMailbox mailbox;

    private String id;

    @BeforeEach
    void aMail() {
        try (Postman.Round round = postman.round()) {
            round.hand(new Mail("x@example.org", "anna@example.org", "Confirm <b>now</b>", "Plain & simple",
                    "<p style=\"color:red\">Rich</p>", Map.of()));
        }
        id = mailbox.mails().getFirst().id();
    }

    @Test
    void whoeverSitsAtThisMachineReadsTheMails() {
        Page list = pages.get("/mailbox");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text(".mailbox-list a")).isEqualTo("Confirm <b>now</b>");
        assertThat(list.html().select(".mailbox-list a").attr("href")).isEqualTo("/mailbox/" + id);
        assertThat(list.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(list.html().select("meta[name=robots]").attr("content")).isEqualTo("noindex");

        Page mail = pages.get("/mailbox/" + id);
        assertThat(mail.text(".mailbox-text")).isEqualTo("Plain & simple");
        assertThat(mail.text(".mailbox-headers")).contains("Message-ID <x@example.org>");
        assertThat(mail.headers().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void theHtmlPartIsShownWithItsOwnStylesAndNothingElse() {
        Page html = pages.get("/mailbox/" + id + "/html");

        assertThat(html.source().strip()).isEqualTo("<p style=\"color:red\">Rich</p>");
        assertThat(html.headers().get("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(html.headers().getCacheControl()).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({ "/mailbox", "/mailbox/ID", "/mailbox/ID/html" })
    void nobodyElseIsShownThatThereIsAnything(String pattern) {
        String address = pattern.replace("ID", id);
        assertThat(pages.send("GET", address, new HttpHeaders(), "", "198.51.100.9").status()).isEqualTo(404);
        assertThat(pages.send("GET", address, new HttpHeaders(), "", "192.168.0.9").status()).isEqualTo(404);
        for (String header : List.of("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via")) {
            HttpHeaders proxied = new HttpHeaders();
            proxied.set(header, "198.51.100.9");
            assertThat(pages.send("GET", address, proxied).status()).as(header).isEqualTo(404);
        }
    }

    @Test
    void aProxyThatSaysNothingAndASiteWithAnAddressForOthersAreNobodysOwnMachine() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/mailbox");
        MailboxController own = controller("http://localhost:8080");
        own.onlyFromThisMachine(request, new MockHttpServletResponse());

        assertThatThrownBy(() -> controller("https://shiporskip.example").onlyFromThisMachine(request,
                new MockHttpServletResponse())).isInstanceOf(MailboxController.UnknownMail.class);
        // As nginx asks unless it is told otherwise.
        request.setProtocol("HTTP/1.0");
        assertThatThrownBy(() -> own.onlyFromThisMachine(request, new MockHttpServletResponse()))
                .isInstanceOf(MailboxController.UnknownMail.class);
    }

    private MailboxController controller(String baseUrl) {
        return new MailboxController(mailbox, postman,
                new SiteAddress(new SiteProperties(URI.create(baseUrl), Path.of("target"))));
    }

    @Test
    void aMailThatIsNotThereIsNotFound() {
        assertThat(pages.get("/mailbox/0000000000000-00000000").status()).isEqualTo(404);
        assertThat(pages.get("/mailbox/nothing/html").status()).isEqualTo(404);
    }
}

package io.shiporskip.platform;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.View;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

class BackTests {

    private final Back back = new Back(
            new SiteProperties(URI.create("https://shiporskip.example"), Path.of(".data")));

    @Test
    void aFormOnThisSiteLeadsBackToItsPage() throws Exception {
        assertThat(location("votes", "https://shiporskip.example/tools?q=a%26b&page=2#old"))
                .isEqualTo("/tools?q=a%26b&page=2#votes");
        assertThat(location("votes", "http://localhost/")).isEqualTo("/#votes");
        assertThat(location("votes", "https://shiporskip.example")).isEqualTo("/#votes");
    }

    @Test
    void withoutAnAnchorItIsTheTopOfThePage() throws Exception {
        assertThat(location("", "https://shiporskip.example/tools#old")).isEqualTo("/tools");
    }

    @Test
    void whatDoesNotSayWhereItStoodLeadsToTheFallback() throws Exception {
        assertThat(location("votes")).isEqualTo("/tools/{slug}?a=b#votes");
        assertThat(location("votes", "")).isEqualTo("/tools/{slug}?a=b#votes");
        assertThat(location("votes", "https://evil.example/tools")).isEqualTo("/tools/{slug}?a=b#votes");
        assertThat(location("votes", "https://shiporskip.example//evil.example")).isEqualTo("/tools/{slug}?a=b#votes");
        assertThat(location("votes", "http://localhost/a", "http://localhost/b")).isEqualTo("/tools/{slug}?a=b#votes");
    }

    @Test
    void bracesAndTheModelChangeNothing() throws Exception {
        assertThat(location("", "http://localhost/tools?q={slug}&kind={0}")).isEqualTo("/tools?q={slug}&kind={0}");
    }

    private String location(String anchor, String... referers) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/tools/devin/vote");
        request.setQueryString("of=the-request");
        for (String referer : referers) {
            request.addHeader("Referer", referer);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        View view = Objects.requireNonNull(back.to(request, "/tools/{slug}?a=b", anchor).getView());
        view.render(Map.of("slug", "devin", "choice", "ship"), request, response);
        assertThat(response.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(response.getHeader("Location"));
    }
}

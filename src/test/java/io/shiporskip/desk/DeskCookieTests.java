package io.shiporskip.desk;

import io.shiporskip.platform.SiteProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

import java.net.URI;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class DeskCookieTests {

    @ParameterizedTest
    @CsvSource({ "https://shiporskip.example, false, true", "http://shiporskip.example, false, false", ", false, false",
        ", true, true" })
    void itIsSecureWhereReadersReachTheSiteOverHttps(@Nullable String baseUrl, boolean overTls, boolean secure) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(overTls);
        MockHttpServletResponse response = new MockHttpServletResponse();

        DeskSessions.cookie(new SiteProperties(baseUrl == null ? null : URI.create(baseUrl), Path.of("data")))
                .writeCookieValue(new CookieValue(request, response, "id"));

        String cookie = String.valueOf(response.getHeader("Set-Cookie"));
        assertThat(cookie).startsWith("desk=").contains("Path=/desk").contains("HttpOnly").contains("SameSite=Lax");
        assertThat(cookie.contains("Secure")).isEqualTo(secure);
    }
}

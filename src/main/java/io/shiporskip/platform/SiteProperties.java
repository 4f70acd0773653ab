package io.shiporskip.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.net.URI;
import java.nio.file.Path;

/**
 * What an operator sets about the site as a whole.
 *
 * @param baseUrl the address under which readers reach the site, such as {@code https://shiporskip.example}; while it is
 *            unset the site answers to this machine's names and to plain IP addresses only
 * @param dataFolder where the site keeps what it must not lose when no database server is configured
 */
@ConfigurationProperties("shiporskip")
public record SiteProperties(@Nullable URI baseUrl, @DefaultValue(".data") Path dataFolder) {

    public SiteProperties {
        if (baseUrl != null && baseUrl.toString().isBlank()) {
            // An environment file that names the variable and gives it no value.
            baseUrl = null;
        }
        if (baseUrl != null && (baseUrl.getHost() == null || baseUrl.getScheme() == null)) {
            throw new IllegalArgumentException("shiporskip.base-url is an address such as https://shiporskip.example");
        }
    }

    /** Whether readers reach the site over https. Behind a proxy the request itself comes in plain; the base URL tells. */
    public boolean overTls(HttpServletRequest request) {
        return request.isSecure() || baseUrl != null && "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    /** The full address of a path of this site: under the base URL, or while there is none as this request reached the site. */
    public String addressOf(String path, HttpServletRequest request) {
        if (baseUrl != null) {
            return baseUrl.toString().replaceFirst("/+$", "") + path;
        }
        return ServletUriComponentsBuilder.fromContextPath(request).path(path).build().toUriString();
    }
}

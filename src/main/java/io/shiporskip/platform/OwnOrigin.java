package io.shiporskip.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells this site's addresses from all others, as seen by one request. Ours is the origin of the configured base URL, and the
 * one that the request itself names: the site answers at {@code localhost} and at plain addresses too, and
 * {@link RequestGuard} has turned away every other name. An origin is a scheme, a host and a port, as in
 * <a href="https://www.rfc-editor.org/rfc/rfc6454#section-5">RFC 6454, section 5</a>.
 */
final class OwnOrigin {

    private static final String ORIGIN = "(?<scheme>https?)://(?<host>\\[[0-9a-f:.]+]|[0-9a-z._-]+)(?::(?<port>[0-9]{1,5}))?";
    private static final Pattern ORIGIN_ALONE = Pattern.compile(ORIGIN, Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(ORIGIN + "(?<path>/[^?#]*)?(?<query>[?][^#]*)?(?:#.*)?",
            Pattern.CASE_INSENSITIVE);

    /** One slash only, because two begin the name of a host; and nothing that browsers drop or turn into a slash. */
    private static final Pattern PATH_AND_QUERY = Pattern.compile("/(?!/)[!-~&&[^\\\\\"<>]]*");

    private final @Nullable String configured;
    private final String asked;

    /**
     * The origins that count as this site's.
     *
     * @param baseUrl the configured address of the site; nothing where none is
     * @param scheme how the request came, http or https
     * @param host the host that the request names
     * @param port the port that the request names, or the usual one of its scheme
     */
    OwnOrigin(@Nullable URI baseUrl, String scheme, String host, int port) {
        this.configured = baseUrl == null ? null
                : normal(baseUrl.getScheme(), baseUrl.getHost(), baseUrl.getPort());
        this.asked = normal(scheme, host, port);
    }

    /** The origins that are this site's for a request. */
    static OwnOrigin of(SiteProperties site, HttpServletRequest request) {
        return new OwnOrigin(site.baseUrl(), request.getScheme(), request.getServerName(), request.getServerPort());
    }

    /** Whether the value of an {@code Origin} header is this site; {@code null} and what is no origin are not. */
    boolean isOrigin(String origin) {
        return isOurs(ORIGIN_ALONE.matcher(origin));
    }

    /** Whether a whole address, such as that of a {@code Referer} header, is on this site. */
    boolean holds(String address) {
        return isOurs(ADDRESS.matcher(address));
    }

    /** The path and query of an address on this site, without its fragment; nothing where it is on another. */
    Optional<String> pathOf(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!isOurs(parts)) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(parts.group("path")).orElse("/");
        return Optional.of(path + Optional.ofNullable(parts.group("query")).orElse(""))
                .filter(page -> PATH_AND_QUERY.matcher(page).matches());
    }

    private boolean isOurs(Matcher parts) {
        if (!parts.matches()) {
            return false;
        }
        String port = parts.group("port");
        String origin = normal(parts.group("scheme"), parts.group("host"), port == null ? -1 : Integer.parseInt(port));
        return origin.equals(configured) || origin.equals(asked);
    }

    private static String normal(String scheme, String host, int port) {
        String lowerScheme = scheme.toLowerCase(Locale.ROOT);
        int usual = lowerScheme.equals("https") ? 443 : 80;
        // Servers differ in whether they leave the brackets of an IPv6 address on.
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return lowerScheme + "://[" + bare.toLowerCase(Locale.ROOT) + "]:" + (port < 0 ? usual : port);
    }
}

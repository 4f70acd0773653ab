package io.shiporskip.platform;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The address of the site where no request is at hand, as in mails: the configured base URL, or while there is none this
 * machine's own name with the port that the site listens at. Nothing that a visitor sends has a say in it.
 */
@Component
public class SiteAddress {

    private final SiteProperties site;
    private volatile int port = 8080;

    /** @param site with the base URL, where there is one */
    public SiteAddress(SiteProperties site) {
        this.site = site;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        // The port of the health checks, where they have one of their own, is no address for readers.
        if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }

    /**
     * The full address of a path of this site.
     *
     * @param path begins with a slash
     */
    public String of(String path) {
        return site.baseUrl() == null ? "http://localhost:" + port + path
                : site.baseUrl().toString().replaceFirst("/+$", "") + path;
    }

    /** The host of the site, without a port. */
    public String host() {
        return site.baseUrl() == null ? "localhost" : site.baseUrl().getHost();
    }
}

package io.shiporskip.platform;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The error page for requests that Tomcat itself turns away, such as an address with {@code %00}. No template engine is at
 * hand there, so the page is a file with four places to fill. Tomcat makes it by its class name.
 */
public class PlainErrorPage extends ErrorReportValve {

    private static final String PAGE = page();

    /** The address without its version may be stored for a year as well, so it serves only until the other one is known. */
    private static volatile String stylesheet = "/styles/site.css";

    /** Tells it the versioned address of the stylesheet, as soon as the application knows it. */
    static void linkTo(String versionedStylesheet) {
        stylesheet = versionedStylesheet;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ErrorText text = ErrorText.of(status);
        byte[] body = PAGE.replace("{status}", String.valueOf(status)).replace("{title}", text.title())
                .replace("{advice}", text.advice()).replace("{stylesheet}", stylesheet)
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Cache-Control", "no-store");
            SecurityHeaders.applyTo(response::setHeader);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            // The other side has gone; there is nobody left to tell.
            container.getLogger().debug("An error page could not be sent", e);
        }
    }

    private static String page() {
        try {
            return new ClassPathResource("templates/error/plain.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.shiporskip.visitors;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

import java.util.List;
import java.util.regex.Pattern;

/** Tells what a reader asks for from what is fetched ahead or by a machine, so that what is counted is what somebody read. */
public final class Readers {

    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Moz", "X-Purpose");
    private static final Pattern AHEAD = Pattern.compile("(?i)prefetch|prerender|preview");
    /** What calls itself a machine; a Cubot is a telephone. It keeps the honest ones out; against others there is the limit of a network. */
    private static final Pattern MACHINE = Pattern
            .compile("(?i)(?<!cu)bot|crawl|spider|slurp|archive|preview|facebookexternal"
                    + "|headless|lighthouse|monitor|uptime|scan|curl|wget|python|java/|go-http|okhttp|libwww|ruby|perl|php|node"
                    + "|axios|http-?client|fetch");

    private Readers() {}

    /** Whether somebody reads the answer: to a GET that is not made ahead, of a browser that does not say it is a machine. */
    public static boolean asks(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return request.getMethod().equals("GET") && agent != null && !agent.isBlank() && !MACHINE.matcher(agent).find()
                && PURPOSES.stream().map(request::getHeader)
                        .noneMatch(purpose -> purpose != null && AHEAD.matcher(purpose).find());
    }
}

package io.shiporskip.mail;

import io.shiporskip.platform.SiteAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The local mailbox, for whoever runs the site and sits at its machine. The links in the mails are keys: somebody else could
 * confirm with them, so nobody else is shown that there is anything.
 */
@Controller
@Profile("!production")
class MailboxController {

    private static final String OWN_LOOK_ONLY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1", "::1");

    private static final Set<String> SPOKEN_FOR = Set.of("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via");

    private final LocalMailbox mailbox;
    private final boolean inUse;

    MailboxController(LocalMailbox mailbox, Postman postman, SiteAddress site) {
        this.mailbox = mailbox;
        // A site with an address for others is reached by others, whatever a proxy says or leaves unsaid.
        this.inUse = postman instanceof LocalPostman && THIS_MACHINE.contains(site.host());
    }

    /** There is no such mail, mails go to a server, or somebody asks who may not know. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class UnknownMail extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @ModelAttribute
    void onlyFromThisMachine(HttpServletRequest request, HttpServletResponse response) throws UnknownHostException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        // A proxy on this machine speaks for others, and says so, or asks for the name that they know, or speaks as nginx does
        // unless it is told otherwise.
        boolean spokenFor = SPOKEN_FOR.stream().anyMatch(header -> request.getHeader(header) != null)
                || "HTTP/1.0".equals(request.getProtocol());
        if (!inUse || spokenFor || !InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                || !THIS_MACHINE.contains(request.getServerName())) {
            throw new UnknownMail();
        }
    }

    @GetMapping("/mailbox")
    String mails(Model model) {
        model.addAttribute("noindex", true);
        model.addAttribute("view",
                new MailboxView(mailbox.folder().toString(), mailbox.mails(), LocalMailbox.KEPT));
        return "mail/mailbox";
    }

    @GetMapping("/mailbox/{id}")
    String mail(@PathVariable String id, Model model) {
        model.addAttribute("noindex", true);
        model.addAttribute("view", mailbox.find(id).orElseThrow(UnknownMail::new));
        return "mail/mail";
    }

    /** As a mail program shows it: with its own styles and nothing else, no script, no picture from elsewhere. */
    @GetMapping("/mailbox/{id}/html")
    void html(@PathVariable String id, HttpServletResponse response) throws IOException {
        MailView mail = mailbox.find(id).orElseThrow(UnknownMail::new);
        response.setHeader("Content-Security-Policy", OWN_LOOK_ONLY);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(mail.html().getBytes(StandardCharsets.UTF_8));
    }
}

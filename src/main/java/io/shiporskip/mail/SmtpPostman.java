package io.shiporskip.mail;

import io.shiporskip.platform.SiteAddress;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** Hands mails to the SMTP server that the operator named with Spring Boot's properties {@code spring.mail.*}. */
final class SmtpPostman implements Postman {

    private static final Pattern OWN_SOCKETS = Pattern.compile(".*\\.(socketFactory|socks)\\..*");

    /**
     * Without these the library waits for ever for a server that says nothing. In milliseconds; QUIT is not waited for, and the
     * answer to the end of a mail longer, see {@link Conversation}.
     */
    private static final Map<String, String> PATIENCE = Map.of("connectiontimeout", "5000", "timeout", "20000",
            "writetimeout", "20000", "quitwait", "false");

    private final JavaMailSenderImpl server;
    private final String protocol;
    private final SenderProperties sender;
    private final SiteAddress site;

    /** @param server where mails go and who this site is there */
    SmtpPostman(JavaMailSenderImpl server, SenderProperties sender, SiteAddress site) {
        this.server = server;
        this.protocol = Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        this.sender = sender;
        this.site = site;
    }

    @Override
    public Round round() {
        PromptSockets sockets = new PromptSockets();
        Session session = session(sockets);
        InternetAddress from = sender.sender(site);
        return new SmtpRound(server, protocol, session, sockets, from, sender.returnPath(), sender.mailsAConnection());
    }

    @Override
    public boolean delivers() {
        return true;
    }

    @Override
    public String toString() {
        return server.getPort() > 0 ? server.getHost() + ":" + server.getPort() : String.valueOf(server.getHost());
    }

    private Session session(PromptSockets sockets) {
        Properties named = server.getSession().getProperties();
        Properties properties = new Properties();
        PATIENCE.forEach((name, value) -> properties.setProperty("mail." + protocol + "." + name, value));
        properties.setProperty("mail." + protocol + ".localhost", site.host());
        if (named.keySet().stream().noneMatch(name -> OWN_SOCKETS.matcher(String.valueOf(name)).matches())) {
            properties.put("mail." + protocol + ".socketFactory", sockets);
            properties.setProperty("mail." + protocol + ".socketFactory.fallback", "false");
        } else {
            // Of sockets that are not ours the patience cannot be changed on the way: they have that of the end throughout.
            properties.setProperty("mail." + protocol + ".timeout",
                    String.valueOf(Conversation.PATIENCE_AT_THE_END.toMillis()));
        }
        properties.putAll(named);
        // Of a mail in chunks it would not be clear when it was handed over; and this server gets one mail at a time.
        properties.remove("mail." + protocol + ".chunksize");
        return Session.getInstance(properties);
    }
}

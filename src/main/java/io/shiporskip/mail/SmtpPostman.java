package io.shiporskip.mail;

import io.shiporskip.platform.SiteAddress;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Hands mails to the SMTP server that the operator named with Spring Boot's properties {@code spring.mail.*}. */
final class SmtpPostman implements Postman {

    /** Without these the library waits for ever for a server that says nothing. In milliseconds; QUIT is not waited for. */
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
        Session session = session();
        InternetAddress from = sender.sender(site);
        return new SmtpRound(server, protocol, session, from, sender.returnPath(), sender.mailsAConnection());
    }

    @Override
    public boolean delivers() {
        return true;
    }

    @Override
    public String toString() {
        return server.getPort() > 0 ? server.getHost() + ":" + server.getPort() : String.valueOf(server.getHost());
    }

    private Session session() {
        Properties properties = new Properties();
        PATIENCE.forEach((name, value) -> properties.setProperty("mail." + protocol + "." + name, value));
        properties.setProperty("mail." + protocol + ".localhost", site.host());
        properties.putAll(server.getSession().getProperties());
        if (properties.keySet().stream()
                .noneMatch(name -> String.valueOf(name).matches(".*\\.(socketFactory|socks)\\..*"))) {
            properties.put("mail." + protocol + ".socketFactory", new PromptSockets());
            properties.setProperty("mail." + protocol + ".socketFactory.fallback", "false");
        }
        // Of a mail in chunks it would not be clear when it was handed over; and this server gets one mail at a time.
        properties.remove("mail." + protocol + ".chunksize");
        return Session.getInstance(properties);
    }
}

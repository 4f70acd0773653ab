package io.shiporskip.desk;

import io.shiporskip.mail.EmailAddress;
import io.shiporskip.mail.Postman;
import io.shiporskip.platform.LinkSecret;
import io.shiporskip.platform.SiteAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.util.Optional;

/**
 * Opens the desk to its first administrator: as long as nobody ever took a way in, each start makes a new link. It goes by mail to
 * the address that the operator set, and into the log where none is set.
 */
@Component
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final DeskProperties properties;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Resets resets;
    private final Postman postman;
    private final SiteAddress site;
    private final JdbcClient jdbc;

    FirstAdministrator(DeskProperties properties, Accounts accounts, Invitations invitations, Resets resets,
            Postman postman, SiteAddress site, JdbcClient jdbc) {
        this.properties = properties;
        this.accounts = accounts;
        this.invitations = invitations;
        this.resets = resets;
        this.postman = postman;
        this.site = site;
        this.jdbc = jdbc;
    }

    /** A way in is of use only where somebody can open it. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            try {
                open();
            } catch (DataAccessException | TransactionException e) {
                log.warn("Desk       the database went away before a link could be made; start again: {}",
                        e.getMessage());
            }
        }
    }

    void open() {
        if (!properties.resetLinkFor().isBlank()) {
            LinkSecret token = LinkSecret.random();
            resets.make(properties.resetLinkFor().strip(), token, true).ifPresentOrElse(
                    account -> log.info("Desk       a new password for {}: {} (for {} hours; unset"
                            + " shiporskip.desk.reset-link-for)", account.email(),
                            site.of("/desk/reset/" + token.text()), Resets.LIFE.toHours()),
                    () -> log.warn("Desk       shiporskip.desk.reset-link-for names no active account"));
        }
        if (accounts.any()) {
            return;
        }
        Optional<EmailAddress> address = EmailAddress.parse(properties.adminEmail());
        if (address.isEmpty() && !properties.adminEmail().isBlank()) {
            log.warn("Desk       SHIPORSKIP_ADMIN_EMAIL is no e-mail address; the link stands here instead");
        } else if (address.isPresent() && !postman.delivers()) {
            log.warn("Desk       no mail server is set, so the link stands here instead");
            address = Optional.empty();
        }
        if (address.isPresent()) {
            if (mailedLately(address.get())) {
                log.info("Desk       the link to the first account was mailed to {}", address.get().value());
            } else {
                invitations.first(address.get(), null);
                log.info("Desk       the link to the first account goes to {}", address.get().value());
            }
        } else {
            LinkSecret token = LinkSecret.random();
            invitations.first(null, token);
            log.info("Desk       nobody has an account yet; make the first one within {} hours: {}",
                    Invitations.LIFE.toHours(), site.of("/desk/invitation/" + token.text()));
        }
    }

    /** Copies of the site that start together, or a start after a start, are no reason for another mail. */
    private boolean mailedLately(EmailAddress address) {
        return jdbc.sql("""
                select exists (select from invitation
                                where invited_by is null and email = :email and created_at > now() - interval '10 minutes')
                """).param("email", address.value()).query(Boolean.class).single();
    }
}

package io.shiporskip.mail;

import io.shiporskip.platform.SiteAddress;
import jakarta.mail.MessagingException;

import java.io.IOException;
import java.time.Instant;

/** Puts mails into the local mailbox, where whoever runs the site on their own machine reads them. */
final class LocalPostman implements Postman {

    private final LocalMailbox mailbox;
    private final SenderProperties sender;
    private final SiteAddress site;

    LocalPostman(LocalMailbox mailbox, SenderProperties sender, SiteAddress site) {
        this.mailbox = mailbox;
        this.sender = sender;
        this.site = site;
    }

    @Override
    public Round round() {
        return new Round() {

            @Override
            public Outcome hand(Mail mail) {
                return keep(mail);
            }

            @Override
            public void close() {
                // Nothing is open between two mails.
            }
        };
    }

    private Outcome keep(Mail mail) {
        Instant now = Instant.now();
        Message message;
        try {
            message = Message.of(mail, mailbox.session(), sender.sender(site), sender.returnPath(), now);
        } catch (MessagingException e) {
            return new Outcome.Refused("The mail cannot be written: " + e.getClass().getSimpleName(), false);
        }
        try {
            mailbox.add(message, now);
            return new Outcome.Accepted("Kept in the local mailbox");
        } catch (IOException | MessagingException e) {
            return new Outcome.Unreachable("The local mailbox cannot be written: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public boolean delivers() {
        return true;
    }
}

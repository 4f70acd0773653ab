package io.shiporskip.newsletter;

import io.shiporskip.mail.Mail;
import io.shiporskip.platform.SiteAddress;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.UUID;

/**
 * Letters as mails to one reader each: with the reader's own address for leaving, which a mail program offers as a button (RFC
 * 2369, RFC 8058), and as mails of a list (RFC 2919). Programs that answer while somebody is away know from the list that they
 * should not; {@code Precedence}, which no standard knows, would add nothing.
 */
@Component
class LetterMails {

    /** Nobody has this id, so the link to leave in a mail for trying out leads to nobody. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final LeaveTokens tokens;
    private final SiteAddress site;

    LetterMails(LeaveTokens tokens, SiteAddress site) {
        this.tokens = tokens;
        this.site = site;
    }

    /** The mail of a delivery; it is the same however often it is tried. */
    Mail of(Letter letter, Delivery delivery) {
        return mail(letter, letter.subject(), delivery.id(), delivery.subscriber(), delivery.address());
    }

    /** @throws IllegalArgumentException when no mail can be made of a letter */
    void check(Letter letter) {
        test(letter, "nobody@" + site.host());
    }

    /** A letter as its mails say it. */
    LetterPreview preview(Letter letter) {
        String leave = site.of("/newsletter/leave/" + tokens.of(NOBODY));
        return new LetterPreview(letter.subject(), letter.textFor(leave), letter.htmlFor(leave));
    }

    /** A mail that only shows how the letter looks. */
    Mail test(Letter letter, String to) {
        return mail(letter, "[Test] " + letter.subject(), UUID.randomUUID(), NOBODY, to);
    }

    private Mail mail(Letter letter, String subject, UUID delivery, UUID subscriber, String to) {
        String leave = site.of("/newsletter/leave/" + tokens.of(subscriber));
        String id = "edition-" + letter.number() + "." + delivery + "@" + site.host();
        return new Mail(id, to, subject, letter.textFor(leave), letter.htmlFor(leave), Map.of("List-Unsubscribe",
                "<" + leave + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click", "List-Id",
                "Weekly AI Tool Verdicts <weekly." + site.host() + ">"));
    }
}

package io.shiporskip.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Date;
import java.util.Map;

/**
 * A mail as it travels: {@code multipart/alternative} (RFC 2046, section 5.1.4) with the plain text first. Both parts are
 * UTF-8 in quoted-printable, so that no line is longer than 76 characters, nothing on the way has a reason to change them, and
 * a signature of the mail server holds.
 */
final class Message extends SMTPMessage {

    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    private Message(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @param bounces where a mail server returns it to; nothing for the sender */
    static Message of(Mail mail, Session session, InternetAddress sender, @Nullable String bounces, Instant now)
            throws MessagingException {
        Message message = new Message(session, mail.messageId());
        message.setFrom(sender);
        if (bounces != null) {
            message.setEnvelopeFrom(bounces);
        }
        message.setRecipient(RecipientType.TO, address(mail.to()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        message.saveChanges();
        return message;
    }

    /** Not parsed: whoever took the address has done that, and a quoted local part would lose its quotes. */
    static InternetAddress address(String address) {
        InternetAddress parsed = new InternetAddress();
        parsed.setAddress(address);
        return parsed;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** The library would give it a new one whenever it is saved. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }
}

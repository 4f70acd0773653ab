package io.shiporskip.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.time.Instant;

/** Many mails over one connection, which is made anew after a number of them and after a conversation that broke. */
final class SmtpRound implements Postman.Round {

    private static final Logger log = LoggerFactory.getLogger(SmtpRound.class);

    private final JavaMailSenderImpl server;
    private final String protocol;
    private final Session session;
    private final PromptSockets sockets;
    private final InternetAddress sender;
    private final @Nullable String bounces;
    private final int mailsAConnection;
    private @Nullable Conversation open;
    private int said;
    private boolean othersPassed;

    SmtpRound(JavaMailSenderImpl server, String protocol, Session session, PromptSockets sockets,
            InternetAddress sender, @Nullable String bounces, int mailsAConnection) {
        this.server = server;
        this.protocol = protocol;
        this.session = session;
        this.sockets = sockets;
        this.sender = sender;
        this.bounces = bounces;
        this.mailsAConnection = mailsAConnection;
    }

    @Override
    public Outcome hand(Mail mail) {
        Message message;
        try {
            message = Message.of(mail, session, sender, bounces, Instant.now());
        } catch (MessagingException e) {
            return new Outcome.Refused("The mail cannot be written: " + e.getClass().getSimpleName(), false);
        }
        boolean used = open != null && said > 0;
        Reply reply = say(message, mail.to());
        if (used && reply.stage() == Stage.SENDER && (reply.code() == Reply.NONE || reply.code() == 421)) {
            // A server that closed the connection since the last mail, as it may; a new one shows how things are.
            reply = say(message, mail.to());
        }
        Outcome outcome = reply.outcome(mail.to(), othersPassed);
        othersPassed |= reply.isReaderPassed();
        return outcome;
    }

    private Reply say(Message message, String to) {
        Conversation conversation;
        try {
            conversation = connected();
        } catch (MessagingException e) {
            return new Reply(Stage.CONNECTING, Reply.NONE, Conversation.reason(e));
        }
        Reply reply = conversation.say(message, Message.address(to));
        said++;
        if (reply.code() == Reply.NONE || reply.code() == 421 || said >= mailsAConnection) {
            close();
        }
        return reply;
    }

    private Conversation connected() throws MessagingException {
        Conversation conversation = open;
        if (conversation == null) {
            conversation = new Conversation(session, protocol, sockets);
            conversation.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            open = conversation;
            said = 0;
        }
        return conversation;
    }

    @Override
    public void close() {
        Conversation conversation = open;
        open = null;
        if (conversation != null) {
            try {
                conversation.close();
            } catch (MessagingException e) {
                log.debug("A connection to the mail server was closed already", e);
            }
        }
    }
}

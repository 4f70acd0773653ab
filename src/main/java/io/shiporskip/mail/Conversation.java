package io.shiporskip.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

import java.net.SocketException;
import java.time.Duration;

/**
 * A connection to the mail server that knows how far it has come with a mail. The transport itself throws one exception for a
 * connection that broke before the mail was handed over and for one that broke after, and loses an answer when the connection
 * breaks as it tidies up behind it.
 */
final class Conversation extends SMTPTransport {

    /**
     * How long the answer to the final dot is waited for (RFC 5321, section 4.5.3.2.6): the server may look for viruses first,
     * and whoever gives up before it answers does not know whether it has the mail.
     */
    static final Duration PATIENCE_AT_THE_END = Duration.ofMinutes(10);

    private final PromptSockets sockets;
    private Stage stage = Stage.CONNECTING;
    private Reply reply = new Reply(Stage.CONNECTING, Reply.NONE, "");
    private boolean tidying;

    /**
     * @param protocol {@code smtp}, or {@code smtps} for TLS from the first byte
     * @param sockets where the session gets its sockets, unless its operator has named other ones
     */
    Conversation(Session session, String protocol, PromptSockets sockets) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, "smtps".equals(protocol));
        this.sockets = sockets;
    }

    /** Says a mail; it must be connected. What became of it is in the reply, whatever happens. */
    synchronized Reply say(Message message, Address to) {
        reply = new Reply(Stage.SENDER, Reply.NONE, "");
        stage = Stage.SENDER;
        tidying = false;
        try {
            sendMessage(message, new Address[]{ to });
        } catch (MessagingException | IllegalStateException e) {
            if (!reply.isFinal()) {
                reply = new Reply(stage, Reply.NONE, "No answer: " + reason(e));
            }
        }
        return reply;
    }

    /** The innermost message of a failure. */
    static String reason(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        @Nullable
        Stage next = stageOf(command);
        if (next == null) {
            // RSET after a refusal: its answer, or that there is none, does not matter any more.
            tidying = true;
        } else if (stage != Stage.CONNECTING) {
            stage = next;
            reply = new Reply(next, Reply.NONE, "");
        }
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = stage == Stage.HANDED_OVER && !tidying ? readPatiently() : super.readServerResponse();
        if (!tidying && stage != Stage.CONNECTING) {
            reply = code > 0 ? new Reply(stage, code, getLastServerResponse())
                    : new Reply(stage, Reply.NONE, "No answer: the connection was closed.");
        }
        return code;
    }

    private int readPatiently() throws MessagingException {
        try {
            Duration before = sockets.beAtLeastAsPatientAs(PATIENCE_AT_THE_END);
            int code = super.readServerResponse();
            if (code > 0) {
                sockets.waitFor(before);
            }
            return code;
        } catch (SocketException e) {
            throw new MessagingException("the connection broke", e);
        }
    }

    private static @Nullable Stage stageOf(String command) {
        if (command.startsWith("MAIL FROM:")) {
            return Stage.SENDER;
        } else if (command.startsWith("RCPT TO:")) {
            return Stage.READER;
        } else if (command.equals("DATA")) {
            return Stage.DATA;
        } else if (command.equals(".")) {
            return Stage.HANDED_OVER;
        }
        return null;
    }
}

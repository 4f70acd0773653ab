package io.shiporskip.mail;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a conversation about one mail ended.
 *
 * @param stage how far it came
 * @param code the code of the server's last answer in this stage; {@link #NONE} where the connection broke before it
 * @param text what the server said, or why there is no answer
 */
record Reply(Stage stage, int code, String text) {

    /** The code where there was no answer. */
    static final int NONE = -1;

    private static final int LONGEST_ANSWER = 500;
    private static final int CLOSING = 421;
    private static final int STORAGE_EXCEEDED = 552;
    private static final int AUTHENTICATION_REQUIRED = 530;

    /** The enhanced status code (RFC 3463) that follows the code of an answer (RFC 2034), without its class. */
    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -][245]\\.(\\d{1,3}\\.\\d{1,3})(?=\\s|$)");

    /** There is no such mailbox, system or name, the mailbox moved or is disabled, the system takes no mail, or none is found. */
    private static final Set<String> ABOUT_THE_ADDRESS = Set.of("1.1", "1.2", "1.3", "1.6", "1.10", "2.1", "4.1");
    private static final String MAILBOX_FULL = "2.2";
    /** The sender's address (1.7, 1.8), and how we speak (5). */
    private static final Pattern ABOUT_US = Pattern.compile("1\\.[78]|5\\..*");
    /** What we may do there, which can differ from reader to reader. */
    private static final Pattern POLICY = Pattern.compile("7\\..*");
    /** Codes that a server without enhanced ones gives for a mailbox, and also for a sender or a network that it does not like. */
    private static final Set<Integer> MAILBOX = Set.of(550, 551, 553);

    /** Whether the server has said what becomes of the mail. */
    boolean isFinal() {
        return code >= 400 || stage == Stage.HANDED_OVER && code / 100 == 2;
    }

    /**
     * What this means for the mail.
     *
     * @param to the reader's address, which is taken out of what the server said
     * @param othersPassed whether this server has lately let another reader of ours pass, so that it has nothing against us
     */
    Outcome outcome(String to, boolean othersPassed) {
        String answer = oneLine(to);
        if (stage == Stage.CONNECTING || code == CLOSING && stage == Stage.SENDER) {
            return new Outcome.Unreachable(answer);
        }
        return switch (code / 100) {
            case 2 -> stage == Stage.HANDED_OVER ? new Outcome.Accepted(answer) : new Outcome.Deferred(answer);
            case 4 -> stage == Stage.SENDER ? new Outcome.Unreachable(answer) : new Outcome.Deferred(answer);
            case 5 -> refused(answer, othersPassed);
            default -> silent(answer);
        };
    }

    /** Whether the server let the reader pass, whatever it said to the mail. */
    boolean isReaderPassed() {
        return stage == Stage.DATA || stage == Stage.HANDED_OVER;
    }

    private Outcome silent(String answer) {
        return switch (stage) {
            case CONNECTING, SENDER -> new Outcome.Unreachable(answer);
            case READER, DATA -> new Outcome.Deferred(answer);
            case HANDED_OVER -> new Outcome.Unknown(answer);
        };
    }

    private Outcome refused(String answer, boolean othersPassed) {
        if (stage == Stage.SENDER) {
            return new Outcome.Unreachable(answer);
        }
        String enhanced = enhanced();
        if (enhanced.equals(MAILBOX_FULL)
                || stage == Stage.READER && code == STORAGE_EXCEEDED && enhanced.isEmpty()) {
            // Tomorrow there may be room: the mailbox is there, and its owner wanted the mail.
            return new Outcome.Deferred(answer);
        }
        // Servers put off what they have against the sender or the network until they are told a reader, as Postfix does.
        if (stage == Stage.READER && (code == AUTHENTICATION_REQUIRED || ABOUT_US.matcher(enhanced).matches())) {
            return new Outcome.Unreachable(answer, true);
        }
        if (stage == Stage.READER && POLICY.matcher(enhanced).matches()) {
            // Of a server that lets others pass, one reader must not hold up the rest for ever.
            return othersPassed ? new Outcome.Deferred(answer) : new Outcome.Unreachable(answer, true);
        }
        return new Outcome.Refused(answer, ABOUT_THE_ADDRESS.contains(enhanced)
                || enhanced.isEmpty() && stage == Stage.READER && MAILBOX.contains(code) && othersPassed);
    }

    private String enhanced() {
        Matcher enhanced = ENHANCED.matcher(text);
        return enhanced.find() ? enhanced.group(1) : "";
    }

    /** Whatever looks like an address is taken out as well: a server may name the one that it was rewritten to. */
    private String oneLine(String to) {
        String line = text.replaceAll("(?i)" + Pattern.quote(to), "…").replaceAll("[^\\s<>\"']+@[^\\s<>\"']+", "…")
                .replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER - 1) + "…";
    }
}

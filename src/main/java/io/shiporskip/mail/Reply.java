package io.shiporskip.mail;

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
    private static final int BAD_SEQUENCE = 503;

    /** The enhanced status code (RFC 3463) that follows the code of an answer (RFC 2034). */
    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245])\\.(\\d{1,3})\\.(\\d{1,3})(?=\\s|$)");

    /** Whether the server has said what becomes of the mail. */
    boolean isFinal() {
        return code >= 400 || stage == Stage.HANDED_OVER && code / 100 == 2;
    }

    /**
     * What this means for the mail.
     *
     * @param to the reader's address, which is taken out of what the server said
     */
    Outcome outcome(String to) {
        String answer = oneLine(to);
        if (stage == Stage.CONNECTING || code == CLOSING) {
            return new Outcome.Unreachable(answer);
        }
        return switch (code / 100) {
            case 2 -> stage == Stage.HANDED_OVER ? new Outcome.Accepted(answer) : new Outcome.Deferred(answer);
            case 4 -> stage == Stage.SENDER ? new Outcome.Unreachable(answer) : new Outcome.Deferred(answer);
            case 5 -> refused(answer);
            default -> silent(answer);
        };
    }

    private Outcome silent(String answer) {
        return switch (stage) {
            case CONNECTING, SENDER -> new Outcome.Unreachable(answer);
            case READER, DATA -> new Outcome.Deferred(answer);
            case HANDED_OVER -> new Outcome.Unknown(answer);
        };
    }

    private Outcome refused(String answer) {
        if (stage == Stage.SENDER) {
            return new Outcome.Unreachable(answer);
        }
        if (isFull()) {
            // Tomorrow there may be room: the mailbox is there, and its owner wanted the mail.
            return new Outcome.Deferred(answer);
        }
        return new Outcome.Refused(answer, isAboutTheAddress());
    }

    private boolean isFull() {
        return enhanced(2).equals("2") && enhanced(3).equals("2")
                || stage == Stage.READER && code == STORAGE_EXCEEDED && enhanced(2).isEmpty();
    }

    /** Subjects 1 (addressing) and 2 (mailbox) are; 3, 5, 6 and 7 are the system, the protocol, the mail and its policy. */
    private boolean isAboutTheAddress() {
        return switch (enhanced(2)) {
            case "1", "2" -> true;
            case "3", "5", "6", "7" -> false;
            default -> stage == Stage.READER && code != BAD_SEQUENCE;
        };
    }

    private String enhanced(int group) {
        Matcher enhanced = ENHANCED.matcher(text);
        return enhanced.find() ? enhanced.group(group) : "";
    }

    /** Whatever looks like an address is taken out as well: a server may name the one that it was rewritten to. */
    private String oneLine(String to) {
        String line = text.replaceAll("(?i)" + Pattern.quote(to), "…").replaceAll("[^\\s<>\"']+@[^\\s<>\"']+", "…")
                .replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER - 1) + "…";
    }
}

package io.shiporskip.newsletter;

/** A link from a mail that this site did not make, or whose time is over: 404. */
final class InvalidLink extends RuntimeException {

    private final String advice;

    /** @param advice what to do, in a sentence */
    InvalidLink(String advice) {
        super("a link is invalid or has expired");
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}

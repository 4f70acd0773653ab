package io.shiporskip.mail;

/** What became of a mail that was handed to a mail server. */
public sealed interface Outcome {

    /** What the server said, or why there is no answer; one line of at most 500 characters, without the reader's address. */
    String answer();

    /** The server took it over (2xx). */
    record Accepted(String answer) implements Outcome {}

    /** The server refused it for now (4xx), or the connection broke before the mail was handed over: it may be tried again. */
    record Deferred(String answer) implements Outcome {}

    /**
     * The server refused it for good (5xx).
     *
     * @param answer what the server said
     * @param address whether the refusal is about the reader's address, so that no further mail should go there
     */
    record Refused(String answer, boolean address) implements Outcome {}

    /**
     * There is no server to talk to, or it takes nothing from this site at all: no mail of anybody would go out now.
     *
     * @param answer what the server said
     * @param refused whether the server took offence at this site when it was told a reader, which no waiting will change
     */
    record Unreachable(String answer, boolean refused) implements Outcome {

        /** The server is away, or says so itself. */
        public Unreachable(String answer) {
            this(answer, false);
        }
    }

    /** The connection broke after the mail was handed over and before the server answered: it may have been taken or not. */
    record Unknown(String answer) implements Outcome {}
}

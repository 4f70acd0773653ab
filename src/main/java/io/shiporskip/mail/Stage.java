package io.shiporskip.mail;

/** How far an SMTP conversation about a mail has come (RFC 5321, section 3.3). */
enum Stage {

    /** Up to the greeting, TLS and authentication. */
    CONNECTING,

    /** {@code MAIL FROM}. */
    SENDER,

    /** {@code RCPT TO}. */
    READER,

    /** {@code DATA}, and the mail itself. */
    DATA,

    /** The dot that ends the mail was sent, or may have been: from here on the server may have it. */
    HANDED_OVER
}

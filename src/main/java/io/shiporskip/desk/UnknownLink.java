package io.shiporskip.desk;

/** A link that is invalid, has expired or was used already; nobody learns which. */
final class UnknownLink extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What the page says, as of every such link of the site. */
    static final String SENTENCE = "This link is invalid or has expired.";
}

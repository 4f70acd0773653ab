package io.shiporskip.newsletter;

/** What is written above the coming edition has become another since somebody began to write. */
public final class IntroductionChanged extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Editions.Draft now;

    IntroductionChanged(Editions.Draft now) {
        super("the introduction has changed");
        this.now = now;
    }

    /** What is written there now. */
    public Editions.Draft now() {
        return now;
    }
}

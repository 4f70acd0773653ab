package io.shiporskip.platform;

/** A form says something that cannot be done: 422, with a page or a sentence that says what to put right. */
public final class Unprocessable extends RuntimeException {

    private final String advice;

    /**
     * @param title what is wrong, in a few words without a full stop
     * @param advice what to do, in a sentence
     */
    public Unprocessable(String title, String advice) {
        super(title);
        this.advice = advice;
    }

    /** What to do, in a sentence. */
    public String advice() {
        return advice;
    }
}

package io.shiporskip.platform;

import org.jspecify.annotations.Nullable;

/** The site cannot start as it is set up; the message is one sentence that tells the operator what to change. */
public final class CannotStart extends RuntimeException {

    /**
     * @param message what is wrong and what to do, in one sentence
     * @param cause what failed, or nothing
     */
    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

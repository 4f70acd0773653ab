package io.shiporskip.platform;

import org.jspecify.annotations.Nullable;

/** The PostgreSQL that comes with the site cannot be used; the message is one sentence for the operator. */
final class EmbeddedDatabaseFailure extends RuntimeException {

    EmbeddedDatabaseFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.shiporskip.platform;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects out of the table of db-scheduler: those serialised by one version of the site could not be read by another, and
 * must not be read at all from a table that somebody else may have written to.
 */
public final class NoObjects implements Serializer {

    /** There is nothing to set. */
    public NoObjects() {}

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        if (data != null) {
            throw new IllegalArgumentException("a task bears an id and no object");
        }
        return null;
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        if (data != null) {
            throw new IllegalStateException("a task bears an id and no object");
        }
        return null;
    }
}

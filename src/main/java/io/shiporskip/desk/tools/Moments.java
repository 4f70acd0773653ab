package io.shiporskip.desk.tools;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Moments as one types them, in UTC. */
final class Moments {

    /** So far ahead something can be set at most. */
    static final Duration FARTHEST = Duration.ofDays(366);

    private Moments() {}

    /** A moment that lies ahead of the present one, by {@link #FARTHEST} at most; nothing where the text is no such moment. */
    static Optional<Instant> ahead(String typed, Instant now) {
        try {
            return Optional.of(LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC))
                    .filter(at -> at.isAfter(now) && !at.isAfter(now.plus(FARTHEST)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}

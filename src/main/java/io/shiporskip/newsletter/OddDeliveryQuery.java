package io.shiporskip.newsletter;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** Reads the deliveries that are unknown or have failed. */
@Component
class OddDeliveryQuery {

    /** Later than any delivery, and still a moment that PostgreSQL knows: not all that can be written are. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;

    OddDeliveryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest first.
     *
     * @param unknown whether those are wanted of which nobody knows; otherwise those that have failed
     * @param edition the number of their edition; nothing for all
     * @param before the {@link OddDelivery#cursor} of the one before them; nothing to begin, and what is none begins as well
     */
    List<OddDelivery> page(boolean unknown, @Nullable Integer edition, @Nullable String before, int limit) {
        Place place = Place.of(before);
        // Spelt out, so that each list is read from the index that holds it.
        String states = unknown ? "d.state = 'UNKNOWN'" : "d.state in ('REFUSED', 'GIVEN_UP')";
        return jdbc.sql("""
                select d.id, e.number as edition, s.address, coalesce(s.state = 'CONFIRMED', false) as reads, d.state,
                       d.changed_at as at, coalesce(d.answer, '') as answer
                  from delivery d
                  join edition e on e.id = d.edition_id
                  left join subscriber s on s.id = d.subscriber_id
                 where %s and (d.changed_at, d.id) < (:at, :id) %s
                 order by d.changed_at desc, d.id desc
                 limit :limit
                """.formatted(states, edition == null ? "" : "and e.number = :edition"))
                .param("at", place.at().atOffset(ZoneOffset.UTC)).param("id", place.id()).param("edition", edition)
                .param("limit", limit).query(OddDelivery.class).list();
    }

    private record Place(Instant at, UUID id) {

        static final Place BEGIN = new Place(LATEST, new UUID(-1, -1));

        static Place of(@Nullable String cursor) {
            String[] parts = cursor == null ? new String[0] : cursor.split("_", 2);
            if (parts.length < 2) {
                return BEGIN;
            }
            try {
                Instant at = Instant.parse(parts[0]);
                UUID id = UUID.fromString(parts[1]);
                return at.isBefore(Instant.EPOCH) || at.isAfter(LATEST) ? BEGIN : new Place(at, id);
            } catch (DateTimeParseException | IllegalArgumentException _) {
                return BEGIN;
            }
        }
    }
}

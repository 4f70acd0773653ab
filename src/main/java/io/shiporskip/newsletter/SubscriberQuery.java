package io.shiporskip.newsletter;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Counts subscribers and lists them. */
@Component
class SubscriberQuery {

    /** After every id of PostgreSQL's own making. */
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    SubscriberQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there are. */
    SubscriberCounts counts() {
        return jdbc.sql("""
                select count(*) filter (where state = 'WAITING') as waiting,
                       count(*) filter (where state = 'CONFIRMED') as confirmed,
                       count(*) filter (where state = 'LEFT') as "left",
                       (select count(*) from suppression) as suppressed
                from subscriber
                """).query(SubscriberCounts.class).single();
    }

    /** As {@link Subscribers#signUpsADay}. */
    List<SignUpsOfDay> signUpsADay(int days) {
        return jdbc.sql("""
                select d::date as "on", coalesce(s.signed_up, 0) as sign_ups
                  from generate_series(timezone('UTC', now())::date - (:days - 1), timezone('UTC', now())::date, '1 day') d
                  left join subscriber_day s on s.day = d::date
                 order by d
                """).param("days", days)
                .query((row, _) -> new SignUpsOfDay(row.getObject("on", LocalDate.class), row.getLong("sign_ups")))
                .list();
    }

    /** As {@link Subscribers#confirmedOnDays}. */
    List<ConfirmedOnDay> confirmedOnDays(int days) {
        return jdbc.sql("""
                select d::date as "on",
                       greatest(0, (select count(*) from subscriber where state = 'CONFIRMED')
                           - coalesce(sum(s.confirmed - s.ended) over (order by d desc
                                 rows between unbounded preceding and 1 preceding), 0)) as confirmed
                  from generate_series(timezone('UTC', now())::date - (:days - 1), timezone('UTC', now())::date, '1 day') d
                  left join subscriber_day s on s.day = d::date
                 order by d
                """).param("days", days)
                .query((row, _) -> new ConfirmedOnDay(row.getObject("on", LocalDate.class), row.getLong("confirmed")))
                .list();
    }

    /** As {@link Subscribers#find}; no state for all. */
    List<SubscriberLine> find(@Nullable SubscriberState state, String part, @Nullable UUID before, int limit) {
        // Spelt out where it is asked, so that each question is answered from the index that fits it.
        return jdbc.sql("""
                select id, address, state, signed_up_at, confirmed_at, left_at
                  from subscriber
                 where id < :before %s %s
                 order by id desc
                 limit :limit
                """.formatted(state == null ? "" : "and state = '" + state.name() + "'",
                part.isEmpty() ? "" : "and lower(address) like :part escape '!'"))
                .param("before", before == null ? LAST : before)
                .param("part", "%" + part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
                .param("limit", limit).query(SubscriberLine.class).list();
    }

    /** A subscriber; nothing where nothing is stored. */
    Optional<SubscriberLine> line(UUID id) {
        return jdbc.sql("select id, address, state, signed_up_at, confirmed_at, left_at from subscriber where id = :id")
                .param("id", id).query(SubscriberLine.class).optional();
    }
}

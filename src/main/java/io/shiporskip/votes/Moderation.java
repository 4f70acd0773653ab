package io.shiporskip.votes;

import io.shiporskip.shared.Slug;
import io.shiporskip.votes.ModerationEntry.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides on held votes, and keeps the public log of it. Rows of the log are never changed: the database itself refuses that. */
@Component
public class Moderation {

    /** A reason has at most so many characters. */
    public static final int LONGEST_REASON = 500;

    private static final String ENTRY = """
            select m.id, timezone('UTC', m.at)::date as "on", m.tool_name, t.slug, m.act, m.ships, m.skips, m.reason
              from moderation m left join tool t on t.id = m.tool_id and is_published(t.published_on)
            """;

    private final JdbcClient jdbc;
    private final HeldVotesQuery query;
    private final VoteProperties properties;

    Moderation(JdbcClient jdbc, HeldVotesQuery query, VoteProperties properties) {
        this.jdbc = jdbc;
        this.query = query;
        this.properties = properties;
    }

    /** The tools with held votes, published or not, those with the most first. */
    public List<HeldVotes> tools(int limit) {
        return query.tools(limit);
    }

    /** How many votes are held over all tools, published or not. */
    public HeldTotals totals() {
        return query.totals();
    }

    /** The held votes of a tool, which may be none; nothing where there is no such tool. */
    public Optional<HeldVotes> of(Slug tool) {
        return query.of(tool);
    }

    /** The bursts of a tool's held votes, the latest first. */
    public List<Burst> bursts(UUID tool, int limit) {
        return query.bursts(tool, limit);
    }

    /** From how many networks, within the window that ends now, as many votes on the tool were counted as may be. */
    public int networksAtTheirLimit(UUID tool) {
        return query.networksAtTheirLimit(tool);
    }

    /**
     * From how many networks the held votes of a burst can have come at most: for each of them as many votes were counted as may
     * be. It goes by the counted votes that still stand; 0 where too few of them do.
     */
    public int mostNetworks(Burst burst) {
        return (burst.times().countedShips() + burst.times().countedSkips()) / properties.countedPerNetwork();
    }

    /** Held votes of a tool, and when the first and the last of them were cast. */
    private record Held(int ships, int skips, OffsetDateTime first, OffsetDateTime last) {}

    private record LockedTool(UUID id, String name) {}

    /**
     * Releases held votes of a tool, so that they count, or discards them, so that they are gone; and writes it into the log.
     * Whoever cast a discarded vote has none on the tool and may vote again.
     *
     * @param reason why, for everybody to read; not blank, at most {@link #LONGEST_REASON} characters
     * @throws HeldVotesChanged when the chosen votes are not as they were seen, or there is no such tool; nothing was done
     * @throws IllegalArgumentException when there is no such reason
     */
    @Transactional
    public void decide(Slug tool, HeldChoice choice, Act act, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
        }
        // As whoever writes votes does: first the tool, then its votes.
        LockedTool locked = jdbc.sql("select id, name from tool where slug = :slug for no key update")
                .param("slug", tool.value()).query(LockedTool.class).optional().orElseThrow(HeldVotesChanged::new);
        Instant from = choice.from() == null ? Instant.EPOCH : choice.from();
        Instant to = choice.to() == null ? Instant.parse("9999-01-01T00:00:00Z") : choice.to();
        Held held = jdbc.sql("""
                select count(*) filter (where choice = 'SHIP') as ships, count(*) filter (where choice = 'SKIP') as skips,
                       min(cast_at) as first, max(cast_at) as last
                  from vote where tool_id = :tool and held and cast_at between :from and :to
                """).param("tool", locked.id()).param("from", at(from)).param("to", at(to)).query(Held.class).single();
        if (held.ships() != choice.ships() || held.skips() != choice.skips() || held.ships() + held.skips() == 0) {
            throw new HeldVotesChanged();
        }
        jdbc.sql(switch (act) {
            case RELEASED -> """
                    update vote set held = false where tool_id = :tool and held and cast_at between :from and :to
                    """;
            case DISCARDED -> "delete from vote where tool_id = :tool and held and cast_at between :from and :to";
        }).param("tool", locked.id()).param("from", held.first()).param("to", held.last()).update();
        jdbc.sql("""
                insert into moderation (tool_id, tool_name, act, ships, skips, first_cast_at, last_cast_at, reason)
                values (:tool, :name, :act, :ships, :skips, :first, :last, :reason)
                """).param("tool", locked.id()).param("name", locked.name()).param("act", act.name())
                .param("ships", held.ships()).param("skips", held.skips()).param("first", held.first())
                .param("last", held.last()).param("reason", why).update();
    }

    /** The lines of the log before one, the newest first. */
    public List<ModerationEntry> log(long before, int limit) {
        return jdbc.sql(ENTRY + "where m.id < :before order by m.id desc limit :limit").param("before", before)
                .param("limit", limit).query((row, _) -> entry(row)).list();
    }

    /** The newest lines of the log about one tool. */
    public List<ModerationEntry> logOf(UUID tool, int limit) {
        return jdbc.sql(ENTRY + "where m.tool_id = :tool order by m.id desc limit :limit").param("tool", tool)
                .param("limit", limit).query((row, _) -> entry(row)).list();
    }

    /** How many votes are held over all published tools. */
    public long held() {
        return jdbc.sql("""
                select coalesce(sum(y.held), 0) from tally y join tool t on t.id = y.tool_id
                 where y.held > 0 and is_published(t.published_on)
                """).query(Long.class).single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ModerationEntry entry(ResultSet row) throws SQLException {
        return new ModerationEntry(row.getLong("id"), row.getObject("on", LocalDate.class), row.getString("tool_name"),
                row.getString("slug"), Act.valueOf(row.getString("act")), row.getInt("ships"), row.getInt("skips"),
                row.getString("reason"));
    }
}

package io.shiporskip.votes;

import io.shiporskip.shared.Slug;
import io.shiporskip.visitors.Network;
import io.shiporskip.visitors.Visitor;
import jakarta.annotation.PreDestroy;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What visitors vote, and how a vote is cast. */
@Component
public class Votes {

    /** Of two tools that become one, the vote that each visitor keeps: the newest that is counted, or else the newest held one. */
    private static final String KEPT = """
            select distinct on (visitor_id) tool_id, visitor_id, choice, held from vote
             where tool_id in (:from, :into)
             order by visitor_id, held, cast_at desc, tool_id = :into desc
            """;

    private static final int MOST_IN_A_BATCH = 256;
    private static final int DAYS_COUNTED = 31;
    /** A reader is told within two seconds that the database does not answer. */
    private static final Duration PATIENCE = Duration.ofMillis(1800);

    private final JdbcClient jdbc;
    private final Duration window;
    private final GroupCommit<Wish, Optional<Receipt>> writer;

    Votes(JdbcClient jdbc, VoteBatch batch, VoteProperties properties) {
        this.jdbc = jdbc;
        this.window = properties.window();
        this.writer = new GroupCommit<>("votes", MOST_IN_A_BATCH, Wish::vote, batch::write);
    }

    /**
     * Makes the visitor's vote on a tool say this, and returns when the database has committed it.
     *
     * @return what came of it, or nothing when there is no such published tool
     * @throws DataAccessException when the database did not confirm it; the vote may say this or what it said before, and the
     *             same can be asked again
     */
    public Optional<Receipt> cast(Slug tool, Visitor visitor, Network network, Choice choice) {
        CompletableFuture<Optional<Receipt>> answer = writer.submit(new Wish(tool, visitor, network, choice));
        try {
            return answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException | CancellationException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new QueryTimeoutException("the vote was not confirmed in time", e);
        }
    }

    /** The tallies of these tools; a tool on which nobody has voted may be missing. */
    public Map<UUID, Tally> tallies(Collection<UUID> tools) {
        return tools.isEmpty() ? Map.of()
                : jdbc.sql("select tool_id, ships, skips, held from tally where tool_id in (:tools)")
                        .param("tools", tools).query(Tally::read);
    }

    /** How far each reviewer lies from the votes, by the reviewer's slug. It is reckoned every minute. */
    public Map<String, CommunityDistance> distances() {
        Map<String, CommunityDistance> distances = new HashMap<>();
        jdbc.sql("""
                select r.slug, d.tools, d.mean from reviewer_distance d join reviewer r on r.id = d.reviewer_id
                """).query((ResultSet row) -> {
            distances.put(row.getString("slug"), new CommunityDistance(row.getInt("tools"), row.getDouble("mean")));
        });
        return distances;
    }

    /**
     * The votes of each of the last days, today (UTC) the last of them. A day that is over is counted once and for all.
     *
     * @param days how many, at least 1
     */
    public List<VotesOfDay> aDay(int days) {
        return jdbc.sql("""
                select d::date as "on", coalesce(k.votes, l.votes) as votes
                  from generate_series(timezone('UTC', now())::date - (:days - 1), timezone('UTC', now())::date, '1 day') d
                  left join vote_day k on k.day = d::date
                  left join lateral (
                       select count(*) as votes from vote v
                        where k.day is null and v.cast_at >= timezone('UTC', d)
                          and v.cast_at < timezone('UTC', d + interval '1 day')) l on true
                 order by d
                """).param("days", days)
                .query((row, _) -> new VotesOfDay(row.getObject("on", LocalDate.class), row.getLong("votes"))).list();
    }

    /** Counts the days that are over, some time after midnight, when no vote of theirs is on its way any more. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void countDays() {
        jdbc.sql("""
                insert into vote_day (day, votes)
                select d::date, (select count(*) from vote v where v.cast_at >= timezone('UTC', d)
                                    and v.cast_at < timezone('UTC', d + interval '1 day'))
                  from generate_series(timezone('UTC', now())::date - :days, timezone('UTC', now() - interval '10 minutes')::date - 1,
                                       '1 day') d
                 where not exists (select from vote_day k where k.day = d::date)
                on conflict do nothing
                """).param("days", DAYS_COUNTED).update();
    }

    /** The visitor's own votes, by tool. */
    public Map<UUID, OwnVote> of(Visitor visitor) {
        Map<UUID, OwnVote> votes = new HashMap<>();
        jdbc.sql("select tool_id, choice, held from vote where visitor_id = :visitor").param("visitor", visitor.id())
                .query((ResultSet row) -> {
                    votes.put(row.getObject("tool_id", UUID.class),
                            new OwnVote(Choice.valueOf(row.getString("choice")), row.getBoolean("held")));
                });
        return votes;
    }

    /**
     * Deletes every vote of the visitor, and what was kept beside them.
     *
     * @return how many votes there were
     */
    @Transactional
    public int erase(Visitor visitor) {
        // In the order in which votes are written, so that neither waits for the other for ever.
        jdbc.sql("""
                select id from tool where id in (select tool_id from vote where visitor_id = :visitor)
                 order by id for no key update
                """).param("visitor", visitor.id()).query(UUID.class).list();
        jdbc.sql("delete from network_vote where visitor_id = :visitor").param("visitor", visitor.id()).update();
        return jdbc.sql("delete from vote where visitor_id = :visitor").param("visitor", visitor.id()).update();
    }

    /** Forgets from which network votes came as soon as that decides nothing any more. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetNetworks() {
        // A row that a batch is just using is left for the next time, so that neither waits for the other for ever.
        jdbc.sql("""
                delete from network_vote where (tool_id, visitor_id) in
                    (select tool_id, visitor_id from network_vote
                      where counted_at < now() - make_interval(secs => :window) for update skip locked)
                """).param("window", window.toMillis() / 1000.0).update();
    }

    @PreDestroy
    void close() {
        writer.close();
    }

    /** What {@link #merge} would make of the votes on two tools, as they are now. */
    public Tally merged(UUID from, UUID into) {
        return jdbc.sql("""
                select cast(:into as uuid) as tool_id, count(*) filter (where choice = 'SHIP' and not held) as ships,
                       count(*) filter (where choice = 'SKIP' and not held) as skips, count(*) filter (where held) as held
                  from (%s) kept
                """.formatted(KEPT)).param("from", from).param("into", into).query(Tally::read).getOrDefault(into,
                Tally.NONE);
    }

    /**
     * Lets the votes on a tool be votes on another one, in the caller's transaction, which has both tools locked. Who has voted on
     * both keeps one vote: the newest that is counted, or the newest held one where none is.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void merge(UUID from, UUID into) {
        jdbc.sql("""
                delete from vote v
                 where v.tool_id in (:from, :into)
                   and not exists (select from (%s) kept
                                    where kept.visitor_id = v.visitor_id and kept.tool_id = v.tool_id)
                """.formatted(KEPT)).param("from", from).param("into", into).update();
        jdbc.sql("update vote set tool_id = :into where tool_id = :from").param("from", from).param("into", into)
                .update();
        jdbc.sql("""
                insert into network_vote (tool_id, visitor_id, network, counted_at)
                select :into, visitor_id, network, counted_at from network_vote where tool_id = :from
                on conflict do nothing
                """).param("from", from).param("into", into).update();
        jdbc.sql("delete from network_vote where tool_id = :from").param("from", from).update();
    }
}

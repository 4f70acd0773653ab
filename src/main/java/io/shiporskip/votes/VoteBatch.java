package io.shiporskip.votes;

import io.shiporskip.visitors.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * Writes a batch of votes in one transaction of three round trips: lock the tools and look, write and count, commit. Copies of
 * the site that write votes on the same tool do so one after the other, because each locks the tools first, all in the same
 * order. That keeps the limit of counted votes exact, and nobody waits for one who waits for them. Where editors have a tool locked
 * for longer than a batch takes, the votes on others are written without it, and those on it later.
 */
@Component
class VoteBatch {

    /** Far longer than another copy's batch takes, and far shorter than a reader waits. */
    private static final String LONGEST_WAIT = "set local lock_timeout = 200;";
    private static final String ANY_WAIT = ";set local lock_timeout to default;";

    private static final String LOCKED_BY_OTHERS = "55P03";

    private static final String LOCK = """
            select id from tool where slug = any (?) and is_published(published_on) order by id for no key update
            """;

    /** All at once: this looks at what is there after the statement before has its locks. */
    private static final String LOOK = """
            select w.place, t.id, v.choice, v.held,
                   case when v.tool_id is null and w.choice <> 'NONE' then
                       (select count(*) from network_vote n
                         where n.tool_id = t.id and n.network = w.network and n.visitor_id <> w.visitor_id
                           and n.counted_at > now() - make_interval(secs => ?)) else 0 end as others
              from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[])
                       with ordinality as w (slug, visitor_id, network, choice, place)
              join tool t on t.slug = w.slug and is_published(t.published_on)
              left join vote v on v.tool_id = t.id and v.visitor_id = w.visitor_id
            """;

    /** Both at once again; the tallies are kept by triggers of the table of votes. */
    private static final String WRITE_AND_COUNT = """
            with gone as (
                delete from vote v using unnest(?::uuid[], ?::uuid[]) as w (tool_id, visitor_id)
                 where v.tool_id = w.tool_id and v.visitor_id = w.visitor_id),
            counted as (
                insert into network_vote as n (tool_id, visitor_id, network, counted_at)
                select tool_id, visitor_id, network, now() from unnest(?::uuid[], ?::uuid[], ?::uuid[])
                           as w (tool_id, visitor_id, network)
                on conflict (tool_id, visitor_id) do update set network = excluded.network, counted_at = excluded.counted_at)
            insert into vote as v (tool_id, visitor_id, choice, held)
            select tool_id, visitor_id, choice, held from unnest(?::uuid[], ?::uuid[], ?::text[], ?::boolean[])
                       as w (tool_id, visitor_id, choice, held)
            on conflict (tool_id, visitor_id) do update set choice = excluded.choice, cast_at = excluded.cast_at;
            select tool_id, ships, skips, held from tally where tool_id = any (?)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final int allowed;
    private final Duration window;

    VoteBatch(JdbcTemplate jdbc, DataSource database, VoteProperties properties) {
        this.jdbc = jdbc;
        // JPA has no part in it, and its transactions would open a session for each batch.
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.allowed = properties.countedPerNetwork();
        this.window = properties.window();
    }

    /**
     * What was there when a wish was looked at.
     *
     * @param wish the wish
     * @param tool the tool's id
     * @param vote the visitor's vote so far, or nothing
     * @param others counted first votes of others from the same network within the window
     */
    private record Found(Wish wish, UUID tool, @Nullable OwnVote vote, int others) {}

    /** A vote as it will stand. */
    private record Decided(Found found, OwnVote vote) {

        UUID tool() {
            return found.tool();
        }

        Visitor visitor() {
            return found.wish().visitor();
        }

        /** Whether it takes one of the places that its network has. */
        boolean takesPlace() {
            return found.vote() == null && vote.cast() && !vote.held();
        }
    }

    /**
     * Fulfils the wishes, no two of which are about the same vote.
     *
     * @return what came of each, in their order; nothing where there is no such published tool, and null where the tool is locked
     */
    List<@Nullable Optional<Receipt>> write(List<Wish> wishes) {
        try {
            return write(wishes, LONGEST_WAIT + LOCK + ANY_WAIT + LOOK);
        } catch (CannotAcquireLockException _) {
            return write(wishes, LOCK + "skip locked;" + LOOK);
        }
    }

    private List<@Nullable Optional<Receipt>> write(List<Wish> wishes, String lockAndLook) {
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.execute((Connection connection) -> {
            Set<UUID> locked = new HashSet<>();
            List<Found> all = look(connection, wishes, lockAndLook, locked);
            List<Decided> decided = decide(all.stream().filter(found -> locked.contains(found.tool())).toList());
            Map<UUID, Tally> tallies = store(connection, decided);
            Map<Wish, Receipt> receipts = new HashMap<>();
            decided.forEach(d -> receipts.put(d.found().wish(),
                    new Receipt(d.tool(), Objects.requireNonNullElse(d.found().vote(), OwnVote.NONE), d.vote(),
                            tallies.getOrDefault(d.tool(), Tally.NONE))));
            Set<Wish> later = all.stream().filter(found -> !locked.contains(found.tool())).map(Found::wish)
                    .collect(Collectors.toSet());
            List<@Nullable Optional<Receipt>> answers = new ArrayList<>();
            wishes.forEach(wish -> answers.add(later.contains(wish) ? null : Optional.ofNullable(receipts.get(wish))));
            return answers;
        })));
    }

    private List<Decided> decide(List<Found> found) {
        Holding holding = new Holding(allowed);
        return found.stream().map(f -> new Decided(f, f.wish().choice() == Choice.NONE ? OwnVote.NONE
                : new OwnVote(f.wish().choice(),
                        holding.holds(f.tool(), f.wish().network(), f.vote(), f.others()))))
                .toList();
    }

    private List<Found> look(Connection connection, List<Wish> wishes, String lockAndLook,
            Set<UUID> locked) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lockAndLook)) {
            Array slugs = connection.createArrayOf("text",
                    wishes.stream().map(wish -> wish.tool().value()).toArray());
            statement.setArray(1, slugs);
            statement.setDouble(2, window.toMillis() / 1000.0);
            statement.setArray(3, slugs);
            statement.setArray(4, uuids(connection, wishes.stream().map(wish -> wish.visitor().id())));
            statement.setArray(5, uuids(connection, wishes.stream().map(wish -> wish.network().hash())));
            statement.setArray(6, connection.createArrayOf("text",
                    wishes.stream().map(wish -> wish.choice().name()).toArray()));
            boolean rows = statement.execute();
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    locked.add(row.getObject("id", UUID.class));
                }
            }
            do {
                rows = statement.getMoreResults();
            } while (!rows);
            Found[] found = new Found[wishes.size()];
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    int place = row.getInt("place") - 1;
                    String choice = row.getString("choice");
                    OwnVote vote = choice == null ? null : new OwnVote(Choice.valueOf(choice), row.getBoolean("held"));
                    found[place] = new Found(wishes.get(place), row.getObject("id", UUID.class), vote,
                            row.getInt("others"));
                }
            }
            return Arrays.stream(found).filter(Objects::nonNull).toList();
        } catch (SQLException e) {
            if (LOCKED_BY_OTHERS.equals(e.getSQLState())) {
                throw new CannotAcquireLockException("a tool stays locked", e);
            }
            throw e;
        }
    }

    private static Map<UUID, Tally> store(Connection connection, List<Decided> decided) throws SQLException {
        List<Decided> removed = decided.stream().filter(d -> !d.vote().cast()).toList();
        List<Decided> cast = decided.stream().filter(d -> d.vote().cast()).toList();
        List<Decided> counted = decided.stream().filter(Decided::takesPlace).toList();
        try (PreparedStatement statement = connection.prepareStatement(WRITE_AND_COUNT)) {
            List<Array> arrays = List.of(tools(connection, removed), visitors(connection, removed),
                    tools(connection, counted), visitors(connection, counted),
                    uuids(connection, counted.stream().map(d -> d.found().wish().network().hash())),
                    tools(connection, cast), visitors(connection, cast),
                    connection.createArrayOf("text", cast.stream().map(d -> d.vote().choice().name()).toArray()),
                    connection.createArrayOf("boolean", cast.stream().map(d -> d.vote().held()).toArray()),
                    uuids(connection, decided.stream().map(Decided::tool).distinct()));
            for (int i = 0; i < arrays.size(); i++) {
                statement.setArray(i + 1, arrays.get(i));
            }
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                return Tally.read(row);
            }
        }
    }

    private static Array tools(Connection connection, List<Decided> votes) throws SQLException {
        return uuids(connection, votes.stream().map(Decided::tool));
    }

    private static Array visitors(Connection connection, List<Decided> votes) throws SQLException {
        return uuids(connection, votes.stream().map(d -> d.visitor().id()));
    }

    private static Array uuids(Connection connection, Stream<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}

package io.shiporskip.votes;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

/**
 * Many clients vote through two copies of the site while both and their PostgreSQL are killed. Whatever was acknowledged must
 * be there afterwards, and the numbers must add up. It is run in a short form; {@code -Dvotes.history=full} makes it long.
 */
@Timeout(900)
class VoteHistoryTests {

    private static final Logger log = LoggerFactory.getLogger(VoteHistoryTests.class);

    private static final boolean FULL = "full".equals(System.getProperty("votes.history"));
    private static final int TOOLS = FULL ? 200 : 40;
    private static final int REQUESTS = FULL ? 100_000 : 4_000;
    private static final int CLIENTS = 32;
    private static final int VISITORS = 6 * CLIENTS;
    private static final double SHARE_OF_THE_HOT_TOOL = 0.3;
    private static final List<Victim> KILLS = FULL
            ? List.of(Victim.POSTGRES, Victim.SITES, Victim.SECOND_SITE, Victim.POSTGRES, Victim.EVERYTHING,
                    Victim.POSTGRES, Victim.SITES, Victim.SECOND_SITE, Victim.POSTGRES)
            : List.of(Victim.POSTGRES, Victim.SITES);

    private enum Victim {
        POSTGRES, SITES, SECOND_SITE, EVERYTHING
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private record Pair(UUID visitor, String tool) {}

    /** What one vote may say: the last acknowledged choice, or one sent since whose answer never came. */
    private static final class Known {

        private Choice acknowledged = Choice.NONE;
        private final Set<Choice> inDoubt = EnumSet.noneOf(Choice.class);

        void acknowledge(Choice choice) {
            acknowledged = choice;
            inDoubt.clear();
        }

        boolean allows(Choice choice) {
            return choice == acknowledged || inDoubt.contains(choice);
        }

        @Override
        public String toString() {
            return acknowledged + ", or in doubt " + inDoubt;
        }
    }

    /** What was counted while the clients voted. */
    private static final class Figures {

        final AtomicInteger requests = new AtomicInteger();
        final AtomicInteger acknowledged = new AtomicInteger();
        final AtomicInteger inDoubt = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();
        final AtomicLong slowest = new AtomicLong();
        final Map<String, AtomicInteger> unexpected = new ConcurrentHashMap<>();
        final Map<String, AtomicInteger> doubts = new ConcurrentHashMap<>();

        void doubt(String why) {
            inDoubt.incrementAndGet();
            doubts.computeIfAbsent(why, _ -> new AtomicInteger()).incrementAndGet();
        }

        @Override
        public String toString() {
            return "%d requests, %d acknowledged, %d in doubt %s, %d connections refused, slowest answer %d ms"
                    .formatted(requests.get(), acknowledged.get(), inDoubt.get(), new TreeMap<>(doubts), refused.get(),
                            slowest.get());
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAndTheNumbersAddUpWhoeverIsKilled() throws Exception {
        long seed = Long.getLong("votes.history.seed", System.nanoTime());
        log.warn("The seed of this history is {}", seed);
        try (TwoSites sites = new TwoSites(folder,
                List.of("--shiporskip.visitors.changes-a-minute=10000000",
                        "--shiporskip.votes.counted-per-network=10000000"));
                HttpClient http = client();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            sites.start();
            addTools(sites, TOOLS);
            List<Voter> voters = newVoters(http, sites, clients);
            Figures figures = new Figures();
            Instant begin = Instant.now();
            List<Callable<Map<Pair, Known>>> work = IntStream.range(0, CLIENTS)
                    .<Callable<Map<Pair, Known>>>mapToObj(
                            c -> () -> voteOn(c, voters, sites, figures, random(seed + c)))
                    .toList();
            List<Future<Map<Pair, Known>>> histories = work.stream().map(clients::submit).toList();
            for (int i = 0; i < KILLS.size(); i++) {
                int due = (int) ((long) REQUESTS * (i + 1) / (KILLS.size() + 1));
                await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(5)).until(
                        () -> figures.requests.get() >= due || histories.stream().anyMatch(Future::isDone));
                kill(KILLS.get(i), sites);
            }
            Map<Pair, Known> known = new HashMap<>();
            for (Future<Map<Pair, Known>> history : histories) {
                known.putAll(history.get(5, TimeUnit.MINUTES));
            }
            log.warn("{}, kills {}, {} votes by {} visitors on {} tools, {} s", figures, KILLS, known.size(), VISITORS,
                    TOOLS, Duration.between(begin, Instant.now()).toSeconds());

            assertThat(figures.acknowledged.get()).isGreaterThan(REQUESTS / 2);
            assertSoftly(softly -> {
                softly.assertThat(violations(known, sites)).isEmpty();
                softly.assertThat(wrongNumbers(sites, http)).isEmpty();
                softly.assertThat(figures.unexpected).as(() -> String.join("\n", sites.errors())).isEmpty();
            });
        }
    }

    @Test
    void fromOneNetworkFiveVotesOnAToolAreCountedThroughWhicheverCopyTheyCome() throws Exception {
        int many = 64;
        try (TwoSites sites = new TwoSites(folder, List.of("--shiporskip.visitors.changes-a-minute=10000"));
                HttpClient http = client();
                ExecutorService clients = Executors.newFixedThreadPool(many)) {
            sites.start();
            addTools(sites, 1);
            List<Voter> voters = IntStream.range(0, many).mapToObj(_ -> new Voter(http)).toList();

            assertThat(votes(clients, voters, sites, 0, i -> i % 2 == 0 ? Choice.SHIP : Choice.SKIP)).containsOnly(303);
            Tally first = tallies(sites).get("tool-0");
            assertThat(first).isNotNull();
            assertThat(first.total()).isEqualTo(5);
            assertThat(first.held()).isEqualTo(many - 5);

            assertThat(votes(clients, voters, sites, 1, _ -> Choice.SKIP)).containsOnly(303);
            assertThat(tallies(sites)).containsEntry("tool-0", new Tally(0, 5, many - 5));
            assertThat(rows(sites)).hasSize(many).containsValue(Choice.SKIP).doesNotContainValue(Choice.SHIP);

            // A first vote makes a visitor; taken back, it leaves nothing.
            assertThat(votes(clients, voters, sites, 0, _ -> Choice.SHIP)).containsOnly(303);
            assertThat(votes(clients, voters, sites, 0, _ -> Choice.NONE)).containsOnly(303);
            assertThat(tallies(sites)).containsEntry("tool-0", Tally.NONE);
            assertThat(rows(sites)).isEmpty();
        }
    }

    private static Set<Integer> votes(ExecutorService clients, List<Voter> voters, TwoSites sites, int shift,
            IntFunction<Choice> choice) throws Exception {
        List<Callable<Integer>> votes = new ArrayList<>();
        for (int i = 0; i < voters.size(); i++) {
            int number = i;
            votes.add(() -> voters.get(number).vote(sites.both().get((number / 2 + shift) % 2), "tool-0",
                    choice.apply(number), false));
        }
        Set<Integer> statuses = ConcurrentHashMap.newKeySet();
        for (Future<Integer> vote : clients.invokeAll(votes, 60, TimeUnit.SECONDS)) {
            statuses.add(vote.get());
        }
        return statuses;
    }

    private static void kill(Victim victim, TwoSites sites) throws Exception {
        switch (victim) {
            case POSTGRES -> sites.killPostgres();
            case SITES -> sites.killBothAndStartAgain();
            case SECOND_SITE -> sites.killSecondAndStartAgain();
            case EVERYTHING -> sites.killEverything();
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Taking back a vote that was never cast gives a visitor its cookie and leaves no row. */
    private static List<Voter> newVoters(HttpClient http, TwoSites sites, ExecutorService clients) throws Exception {
        List<Voter> voters = IntStream.range(0, VISITORS).mapToObj(_ -> new Voter(http)).toList();
        // A first vote makes a visitor; taken back, it leaves nothing.
        assertThat(votes(clients, voters, sites, 0, _ -> Choice.SHIP)).containsOnly(303);
        assertThat(votes(clients, voters, sites, 0, _ -> Choice.NONE)).containsOnly(303);
        assertThat(voters.stream().map(Voter::id)).doesNotHaveDuplicates();
        return voters;
    }

    /**
     * Sends votes until enough were sent by all clients. No other client sends votes of these visitors on these tools, so it
     * is clear which came last; every visitor's votes on other tools are sent by other clients at the same time.
     */
    private static Map<Pair, Known> voteOn(int client, List<Voter> voters, TwoSites sites, Figures figures,
            RandomGenerator random) throws InterruptedException {
        Map<Pair, Known> known = new HashMap<>();
        while (figures.requests.get() < REQUESTS) {
            int tool = random.nextDouble() < SHARE_OF_THE_HOT_TOOL ? 0 : random.nextInt(TOOLS);
            Voter voter = voters
                    .get(Math.floorMod(client - tool, CLIENTS) + CLIENTS * random.nextInt(VISITORS / CLIENTS));
            int dice = random.nextInt(10);
            Choice choice = dice == 0 ? Choice.NONE : dice < 6 ? Choice.SHIP : Choice.SKIP;
            URI site = sites.any(random).orElse(null);
            if (site != null) {
                Known vote = known.computeIfAbsent(new Pair(voter.id(), "tool-" + tool), _ -> new Known());
                send(voter, site, "tool-" + tool, choice, random.nextBoolean(), vote, figures);
            }
        }
        return known;
    }

    private static void send(Voter voter, URI site, String tool, Choice choice, boolean htmx, Known vote,
            Figures figures) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            int status = voter.vote(site, tool, choice, htmx);
            figures.requests.incrementAndGet();
            figures.slowest.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin), Math::max);
            if (status == (htmx ? 200 : 303)) {
                vote.acknowledge(choice);
                figures.acknowledged.incrementAndGet();
            } else {
                vote.inDoubt.add(choice);
                figures.doubt("status " + status);
                if (status != 503) {
                    figures.unexpected.computeIfAbsent("status " + status, _ -> new AtomicInteger()).incrementAndGet();
                }
            }
        } catch (ConnectException e) {
            // Nothing was sent.
            figures.refused.incrementAndGet();
        } catch (IOException e) {
            vote.inDoubt.add(choice);
            figures.requests.incrementAndGet();
            figures.doubt(e.getClass().getSimpleName());
        }
    }

    private static void addTools(TwoSites sites, int tools) throws SQLException, IOException {
        try (Connection connection = sites.connect(); Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into maker (slug, name, website) values ('maker', 'Maker', 'https://example.com');
                    insert into category (slug, name, description) values ('category', 'Category', 'Tools');
                    insert into kind (slug, name, plural, job) values ('kind', 'Kind', 'Kinds', 'does a job');
                    """);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into tool (version, slug, name, maker_id, category_id, kind_id, tagline, best_for, entry, website,
                                      description, published_on)
                    select 0, 'tool-' || n, 'Tool ' || n, m.id, c.id, k.id, 'A tool', 'Everybody', 'FREE',
                           'https://example.com', 'What it is.', date '2026-01-01'
                      from maker m, category c, kind k, generate_series(0, ? - 1) n
                    """)) {
                insert.setInt(1, tools);
                assertThat(insert.executeUpdate()).isEqualTo(tools);
            }
        }
    }

    private static List<String> violations(Map<Pair, Known> known, TwoSites sites) {
        Map<Pair, Choice> rows = rows(sites);
        List<String> violations = Collections.synchronizedList(new ArrayList<>());
        known.forEach((pair, vote) -> {
            Choice there = rows.getOrDefault(pair, Choice.NONE);
            if (!vote.allows(there)) {
                violations.add(pair + " says " + there + "; acknowledged " + vote);
            }
        });
        rows.keySet().stream().filter(pair -> !known.containsKey(pair))
                .forEach(pair -> violations.add(pair + " was sent by nobody"));
        return violations;
    }

    /** The rows of votes; two of one visitor on one tool would fail here. */
    private static Map<Pair, Choice> rows(TwoSites sites) {
        Map<Pair, Choice> rows = new HashMap<>();
        try (Connection connection = sites.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select v.visitor_id, t.slug, v.choice from vote v join tool t on t.id = v.tool_id")) {
            while (row.next()) {
                Pair pair = new Pair(row.getObject("visitor_id", UUID.class), row.getString("slug"));
                assertThat(rows.put(pair, Choice.valueOf(row.getString("choice")))).as("%s twice", pair).isNull();
            }
        } catch (SQLException | IOException e) {
            throw new AssertionError("the votes cannot be read", e);
        }
        return rows;
    }

    private static Map<String, Tally> tallies(TwoSites sites) {
        return counts(sites, """
                select t.slug, coalesce(y.ships, 0) as ships, coalesce(y.skips, 0) as skips, coalesce(y.held, 0) as held
                  from tool t left join tally y on y.tool_id = t.id
                """);
    }

    /** The votes of each tool counted anew, without the indexes, which might hide what a crash has done to them. */
    private static Map<String, Tally> recount(TwoSites sites) {
        return counts(sites, """
                select t.slug, count(*) filter (where v.choice = 'SHIP' and not v.held) as ships,
                       count(*) filter (where v.choice = 'SKIP' and not v.held) as skips,
                       count(*) filter (where v.held) as held
                  from tool t left join vote v on v.tool_id = t.id
                 group by t.slug
                """);
    }

    private static Map<String, Tally> counts(TwoSites sites, String query) {
        Map<String, Tally> counts = new HashMap<>();
        try (Connection connection = sites.connect(); Statement statement = connection.createStatement()) {
            statement
                    .execute("set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off");
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    counts.put(row.getString("slug"),
                            new Tally(row.getInt("ships"), row.getInt("skips"), row.getInt("held")));
                }
            }
        } catch (SQLException | IOException e) {
            throw new AssertionError("the votes cannot be counted", e);
        }
        return counts;
    }

    /** Every tool whose tally, or whose page on one of the copies, is not the recount. */
    private static List<String> wrongNumbers(TwoSites sites, HttpClient http) {
        List<String> wrong = new ArrayList<>();
        Map<String, Tally> recount = recount(sites);
        Map<String, Tally> tallies = tallies(sites);
        assertThat(recount).hasSize(TOOLS);
        for (Map.Entry<String, Tally> counted : recount.entrySet()) {
            Tally tally = tallies.get(counted.getKey());
            if (!counted.getValue().equals(tally) || counted.getValue().held() > 0) {
                wrong.add(counted + ", but the tally is " + tally);
            }
            for (URI site : sites.both()) {
                String shown = tallyOnPage(http, site.resolve("/tools/" + counted.getKey()));
                if (!shown.equals(counted.getValue().line())) {
                    wrong.add(counted + ", but the page on " + site + " says " + shown);
                }
            }
        }
        return wrong;
    }

    private static String tallyOnPage(HttpClient http, URI page) {
        try {
            String html = http.send(HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).build(),
                    BodyHandlers.ofString()).body();
            return Jsoup.parse(html).select(".vote-tally").text();
        } catch (IOException e) {
            throw new AssertionError(page + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}

package io.shiporskip.newsletter;

import io.shiporskip.testing.SiteProcess;
import io.shiporskip.testing.SmtpSink;
import io.shiporskip.testing.SmtpSink.Mood;
import io.shiporskip.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

/**
 * Two copies of the site send an edition to a mail server that is slow, refuses at random and breaks connections, while the
 * copies are killed. Afterwards what the mail server wrote down is held against what the site says. It is run in a short form;
 * {@code -Dnewsletter.history=full} makes it long.
 */
@Timeout(3600)
class SendingHistoryTests {

    private static final Logger log = LoggerFactory.getLogger(SendingHistoryTests.class);

    private static final boolean FULL = "full".equals(System.getProperty("newsletter.history"));
    private static final int READERS = FULL ? 10_000 : 300;
    private static final int KILLS = FULL ? 50 : 3;
    private static final int LANES = 2;
    private static final int SITES = 2;
    private static final long THINKS_MILLIS = FULL ? 10 : 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void nothingIsLostAndNothingIsSentTwiceWhoeverIsKilled() throws Exception {
        long seed = Long.getLong("newsletter.history.seed", System.nanoTime());
        log.warn("The seed of this history is {}", seed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        TestDatabase.Server server = TestDatabase.server();
        String database = server.url(server.newDatabase());
        JdbcClient jdbc = JdbcClient
                .create(new DriverManagerDataSource(database, server.user(), server.password()));
        List<SiteProcess> sites = new ArrayList<>();
        List<UUID> left = new ArrayList<>();
        try (SmtpSink sink = new SmtpSink(folder.resolve("taken"), reader -> mood(reader, random), THINKS_MILLIS)) {
            for (int i = 0; i < SITES; i++) {
                sites.add(start(i, server, database, sink));
            }
            sites.forEach(SiteProcess::awaitReady);
            EditionRows.confirmed(jdbc, 1, READERS);
            Instant begin = Instant.now();
            UUID edition = EditionRows.composed(jdbc, 1);
            for (int kill = 1; kill <= KILLS; kill++) {
                int due = READERS * kill / (KILLS + 1) + random.nextInt(5);
                await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(2))
                        .until(() -> sink.handled() >= due);
                int victim = random.nextInt(SITES);
                assertThat(state(jdbc, edition)).as("when kill %s came", kill).isEqualTo("SENDING");
                leavers(jdbc).forEach(subscriber -> {
                    EditionRows.leave(jdbc, subscriber);
                    left.add(subscriber);
                });
                sites.get(victim).kill();
                sites.set(victim, start(victim, server, database, sink));
            }
            await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(200))
                    .until(() -> state(jdbc, edition).equals("SENT"));
            log.warn("{} readers, {} kills, {} s", READERS, KILLS,
                    Duration.between(begin, Instant.now()).toSeconds());
            check(jdbc, edition, sink, left.size());
        } finally {
            sites.forEach(SiteProcess::close);
        }
    }

    private static void check(JdbcClient jdbc, UUID edition, SmtpSink sink, int left) {
        Map<String, Integer> taken = new HashMap<>();
        sink.taken().forEach(line -> taken.merge(line.substring(0, line.indexOf(' ')), 1, Integer::sum));
        Map<String, String> states = new HashMap<>();
        jdbc.sql("""
                select s.address, d.state from delivery d join subscriber s on s.id = d.subscriber_id
                 where d.edition_id = :edition
                """).param("edition", edition)
                .query((row, _) -> Map.entry(row.getString("address"), row.getString("state"))).list()
                .forEach(row -> assertThat(states.put(row.getKey(), row.getValue())).as("twice").isNull());
        Map<String, Integer> counts = new HashMap<>();
        states.values().forEach(state -> counts.merge(state, 1, Integer::sum));
        int drops = sink.count(Mood.SILENT_DROP) + sink.count(Mood.TAKE_AND_DROP);
        log.warn("{}, the mail server took {} and dropped {} without an answer", counts, sink.taken().size(), drops);

        List<String> lost = new ArrayList<>();
        List<String> unaccounted = new ArrayList<>();
        states.forEach((address, state) -> {
            int times = taken.getOrDefault(address, 0);
            switch (state) {
                case "SENT" -> {
                    if (times == 0) {
                        lost.add(address);
                    }
                }
                case "REFUSED", "GIVEN_UP" -> {
                    if (times != 0) {
                        unaccounted.add(address + " is " + state + " and was taken");
                    }
                }
                case "DROPPED" -> {
                    if (times != 0) {
                        unaccounted.add(address + " left and was written to");
                    }
                }
                case "UNKNOWN" -> {
                    // Taken or not: that is what is not known.
                }
                default -> unaccounted.add(address + " is " + state);
            }
        });
        assertSoftly(softly -> {
            softly.assertThat(states).hasSize(READERS);
            softly.assertThat(lost).as("lost").isEmpty();
            softly.assertThat(taken.entrySet().stream().filter(times -> times.getValue() > 1)).as("sent twice")
                    .isEmpty();
            softly.assertThat(unaccounted).isEmpty();
            softly.assertThat(states.keySet()).containsAll(taken.keySet());
            softly.assertThat(counts.getOrDefault("UNKNOWN", 0)).isLessThanOrEqualTo(KILLS * LANES + drops)
                    .isGreaterThanOrEqualTo(drops);
            softly.assertThat(counts.get("REFUSED"))
                    .isLessThanOrEqualTo(sink.count(Mood.REFUSE_READER) + sink.count(Mood.REFUSE_MAIL));
            softly.assertThat(counts.get("SENT")).isGreaterThan(READERS * 3 / 4);
            softly.assertThat(
                    jdbc.sql("select count(*) from subscriber where state = 'LEFT'").query(Integer.class).single())
                    .as("whose addresses are suppressed").isBetween(left, left + sink.count(Mood.REFUSE_READER));
            softly.assertThat(counts.getOrDefault("DROPPED", 0)).as("whose readers left").isPositive()
                    .isLessThanOrEqualTo(left);
        });
    }

    private SiteProcess start(int number, TestDatabase.Server server, String database, SmtpSink sink) {
        return SiteProcess.start(folder.resolve("site-" + number + ".log"),
                List.of("--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + server.user(),
                        "--spring.datasource.password=" + server.password(),
                        "--shiporskip.data-folder=" + folder.resolve("data-" + number), "--shiporskip.catalogue=",
                        "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + sink.port(),
                        "--db-scheduler.heartbeat-interval=1s", "--db-scheduler.missed-heartbeats-limit=4",
                        "--db-scheduler.polling-interval=200ms", "--shiporskip.newsletter.sending.lanes=" + LANES,
                        "--shiporskip.newsletter.sending.mails-a-minute=600000",
                        "--shiporskip.newsletter.sending.look-again=300ms",
                        "--shiporskip.newsletter.sending.pauses=1s,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s"));
    }

    private static Mood mood(String reader, RandomGenerator random) {
        if (reader.isEmpty()) {
            return Mood.TAKE;
        }
        int dice;
        synchronized (random) {
            dice = random.nextInt(100);
        }
        return switch (dice) {
            case 0, 1, 2 -> Mood.DEFER_READER;
            case 3, 4 -> Mood.REFUSE_READER;
            case 5, 6, 7 -> Mood.DEFER_MAIL;
            case 8 -> Mood.REFUSE_MAIL;
            case 9 -> Mood.DROP_AT_READER;
            case 10 -> Mood.DROP_AT_DATA;
            case 11, 12 -> Mood.SILENT_DROP;
            case 13 -> Mood.TAKE_AND_DROP;
            case 14, 15 -> Mood.CLOSING_AT_READER;
            default -> Mood.TAKE;
        };
    }

    /** Some readers to whom no mail was said yet. */
    private static List<UUID> leavers(JdbcClient jdbc) {
        return jdbc.sql("select subscriber_id from delivery where state = 'WAITING' order by random() limit 3")
                .query(UUID.class).list();
    }

    private static String state(JdbcClient jdbc, UUID edition) {
        return jdbc.sql("select state from edition where id = :id").param("id", edition).query(String.class).single();
    }
}

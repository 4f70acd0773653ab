package io.shiporskip.votes;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.shared.Slug;
import io.shiporskip.testing.DatabaseTest;
import io.shiporskip.votes.ModerationEntry.Act;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

@DatabaseTest
@SuppressWarnings("NullAway.Init")
class ModerationTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Slug SLUG = new Slug("flooded");

    @Autowired
    Moderation moderation;

    @Autowired
    Votes votes;

    @Autowired
    Shelves shelves;

    @Autowired
    Tools tools;

    @Autowired
    JdbcClient jdbc;

    private UUID flooded = new UUID(0, 0);
    private int voters;

    @BeforeEach
    void aToolWithTwoBursts() {
        flooded = tool("flooded").addTo(shelves, tools);
        for (int i = 0; i < 5; i++) {
            vote(flooded, "SKIP", false, NOON.minusSeconds(60 + i));
        }
        vote(flooded, "SHIP", false, NOON.minus(Duration.ofDays(3)));
        vote(flooded, "SHIP", true, NOON);
        vote(flooded, "SHIP", true, NOON.plusMillis(500));
        vote(flooded, "SKIP", true, NOON.plusSeconds(600));
        vote(flooded, "SHIP", true, NOON.plusSeconds(7200));
    }

    @Test
    void releasedVotesCountAndTheLogSaysWhy() {
        moderation.decide(SLUG, new HeldChoice(null, null, 3, 1), Act.RELEASED, "  A talk with one network.  ");

        assertThat(votes.tallies(List.of(flooded))).containsEntry(flooded, new Tally(4, 6, 0));
        assertThat(moderation.log(Long.MAX_VALUE, 1))
                .extracting(ModerationEntry::tool, ModerationEntry::slug, ModerationEntry::act, ModerationEntry::ships,
                        ModerationEntry::skips, ModerationEntry::reason, ModerationEntry::on)
                .containsExactly(tuple("Tool flooded", "flooded", Act.RELEASED, 3, 1,
                        "A talk with one network.", LocalDate.now(ZoneOffset.UTC)));
    }

    @Test
    void discardedVotesAreGoneAndWhatWasCountedStays() {
        moderation.decide(SLUG, new HeldChoice(NOON, NOON.plusSeconds(600), 2, 1), Act.DISCARDED, "A script.");

        assertThat(votes.tallies(List.of(flooded))).containsEntry(flooded, new Tally(1, 5, 1));
        assertThat(moderation.bursts(flooded, 10)).hasSize(1).first().extracting(Burst::first)
                .isEqualTo(NOON.plusSeconds(7200));
        assertThat(moderation.logOf(flooded, 10)).hasSize(1);
    }

    @Test
    void votesThatNobodySawAreNotDecidedOn() {
        for (HeldChoice seen : List.of(new HeldChoice(null, null, 2, 1), new HeldChoice(null, null, 2, 2),
                new HeldChoice(NOON, NOON, 1, 1), new HeldChoice(NOON.plusSeconds(1), NOON.plusSeconds(2), 0, 0))) {
            assertThatExceptionOfType(HeldVotesChanged.class)
                    .isThrownBy(() -> moderation.decide(SLUG, seen, Act.DISCARDED, "A script."));
        }
        assertThatExceptionOfType(HeldVotesChanged.class).isThrownBy(() -> moderation.decide(new Slug("nothing"),
                new HeldChoice(null, null, 0, 0), Act.DISCARDED, "A script."));
        assertThat(votes.tallies(List.of(flooded))).containsEntry(flooded, new Tally(1, 5, 4));
        assertThat(moderation.logOf(flooded, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "  \n" })
    void withoutAReasonNothingIsDecided(String reason) {
        HeldChoice all = new HeldChoice(null, null, 3, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moderation.decide(SLUG, all, Act.RELEASED, reason));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moderation.decide(SLUG, all, Act.RELEASED, "x".repeat(501)));
        assertThat(moderation.logOf(flooded, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "update moderation set reason = 'Another'", "delete from moderation",
        "truncate moderation", "set local session_replication_role = replica; delete from moderation" })
    void theDatabaseRefusesToChangeALine(String statement) {
        moderation.decide(SLUG, new HeldChoice(null, null, 3, 1), Act.RELEASED, "People.");

        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class).rootCause()
                .hasMessageContaining("the log of moderation is only ever added to");
    }

    @Test
    void votesWithoutALongPauseAreABurstWithTheVotesAroundIt() {
        UUID other = tool("other").addTo(shelves, tools);
        jdbc.sql("insert into vote (tool_id, visitor_id, choice) values (?, ?, 'SHIP')")
                .params(other, new UUID(1, 7)).update();

        List<Burst> bursts = moderation.bursts(flooded, 10);

        assertThat(bursts).extracting(Burst::first).containsExactly(NOON.plusSeconds(7200), NOON);
        Burst first = bursts.getLast();
        assertThat(first.last()).isEqualTo(NOON.plusSeconds(600));
        assertThat(first.ships()).isEqualTo(2);
        assertThat(first.skips()).isEqualTo(1);
        assertThat(first.only()).as("one of them voted on another tool too").isEqualTo(2);
        assertThat(first.pauses()).containsExactly(1, 0, 0, 0, 1);
        assertThat(first.times().step()).isEqualTo(Duration.ofMinutes(1));
        assertThat(first.times().slots()).hasSize(21).first()
                .isEqualTo(new Burst.Slot(NOON.minusSeconds(600), 0, 0, 0));
        assertThat(first.times().slots()).contains(new Burst.Slot(NOON, 2, 0, 0),
                new Burst.Slot(NOON.plusSeconds(600), 1, 0, 0));
        assertThat(first.times().countedShips()).isZero();
        assertThat(first.times().countedSkips()).isEqualTo(5);
        assertThat(moderation.mostNetworks(first)).isEqualTo(1);
        assertThat(moderation.mostNetworks(bursts.getFirst())).as("none of the counted ones stands").isZero();
    }

    @Test
    void theToolsWithTheMostHeldVotesComeFirstWithWhatTheyWouldBecome() {
        UUID other = tool("other").addTo(shelves, tools);
        vote(other, "SKIP", true, NOON);

        assertThat(moderation.tools(1)).extracting(HeldVotes::slug).containsExactly("flooded");
        assertThat(moderation.tools(9)).extracting(HeldVotes::slug).containsExactly("flooded", "other");
        assertThat(moderation.totals()).isEqualTo(new HeldTotals(2, 5));
        assertThat(moderation.held()).isEqualTo(5);
        HeldVotes held = moderation.of(SLUG).orElseThrow();
        assertThat(held.tally()).isEqualTo(new Tally(1, 5, 4));
        assertThat(held.released()).isEqualTo(new Tally(4, 6, 0));
        assertThat(held.first()).isEqualTo(NOON);
        assertThat(held.last()).isEqualTo(NOON.plusSeconds(7200));
        jdbc.sql("update tool set published_on = null where id = ?").param(flooded).update();
        assertThat(moderation.of(SLUG).orElseThrow().published()).isFalse();
        assertThat(moderation.held()).as("readers are told of published tools").isEqualTo(1);
    }

    @Test
    void aToolWithoutHeldVotesHasNone() {
        tool("silent").addTo(shelves, tools);

        HeldVotes held = moderation.of(new Slug("silent")).orElseThrow();

        assertThat(held.total()).isZero();
        assertThat(held.first()).isNull();
        assertThat(moderation.of(new Slug("nothing"))).isEmpty();
    }

    @Test
    void networksThatHaveJustReachedTheirLimitAreCounted() {
        for (int i = 0; i < 11; i++) {
            jdbc.sql("insert into network_vote (tool_id, visitor_id, network, counted_at) values (?, ?, ?, now())")
                    .params(flooded, UUID.randomUUID(), new UUID(9, i / 5)).update();
        }
        assertThat(moderation.networksAtTheirLimit(flooded)).isEqualTo(2);
        jdbc.sql("update network_vote set counted_at = now() - interval '11 minutes'").update();
        assertThat(moderation.networksAtTheirLimit(flooded)).isZero();
    }

    @Test
    void aDayThatIsOverIsCountedOnceAndTodayEachTime() {
        jdbc.sql("delete from vote_day").update();
        jdbc.sql("update vote set cast_at = now() - interval '2 days' where held").update();
        jdbc.sql("update vote set cast_at = now() where not held").update();
        assertThat(votes.aDay(3)).extracting(VotesOfDay::votes).containsExactly(4L, 0L, 6L);
        votes.countDays();
        jdbc.sql("delete from vote").update();
        assertThat(votes.aDay(3)).extracting(VotesOfDay::votes).containsExactly(4L, 0L, 0L);
        votes.countDays();
        assertThat(votes.aDay(1)).containsExactly(new VotesOfDay(LocalDate.now(ZoneOffset.UTC), 0));
    }

    @Test
    void aLongTimeIsDrawnInWiderSlots() {
        assertThat(Burst.Times.step(NOON, NOON)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Burst.Times.step(NOON, NOON.plus(Duration.ofMinutes(59)))).isEqualTo(Duration.ofMinutes(1));
        assertThat(Burst.Times.step(NOON, NOON.plus(Duration.ofMinutes(60)))).isEqualTo(Duration.ofMinutes(5));
        assertThat(Burst.Times.step(NOON, NOON.plus(Duration.ofDays(2)))).isEqualTo(Duration.ofHours(1));
        for (int days : new int[]{ 15, 60, 400, 4000 }) {
            Duration step = Burst.Times.step(NOON, NOON.plus(Duration.ofDays(days)));
            assertThat(Burst.Times.count(NOON, NOON.plus(Duration.ofDays(days)), step)).isBetween(12L, 60L);
        }
    }

    private void vote(UUID tool, String choice, boolean held, Instant at) {
        jdbc.sql("insert into vote (tool_id, visitor_id, choice, held, cast_at) values (?, ?, ?, ?, ?)")
                .params(tool, new UUID(1, ++voters), choice, held, at.atOffset(ZoneOffset.UTC)).update();
    }
}

package io.shiporskip.votes;

import io.shiporskip.visitors.Network;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class HoldingTests {

    private static final UUID TOOL = new UUID(0, 1);
    private static final UUID OTHER_TOOL = new UUID(0, 2);
    private static final Network HOME = new Network(new UUID(1, 1));
    private static final Network ELSEWHERE = new Network(new UUID(1, 2));

    private final Holding holding = new Holding(5);

    @Test
    void ofOneBatchFiveFirstVotesFromANetworkAreCounted() {
        assertThat(first(7, TOOL, HOME, 0)).containsExactly(false, false, false, false, false, true, true);
    }

    @Test
    void whatWasCountedBeforeCounts() {
        assertThat(first(3, TOOL, HOME, 4)).containsExactly(false, true, true);
        assertThat(first(1, OTHER_TOOL, HOME, 5)).containsExactly(true);
        assertThat(first(1, OTHER_TOOL, HOME, 4)).containsExactly(false);
    }

    @Test
    void anotherToolAndAnotherNetworkHavePlacesOfTheirOwn() {
        first(5, TOOL, HOME, 0);

        assertThat(first(1, TOOL, ELSEWHERE, 0)).containsExactly(false);
        assertThat(first(1, OTHER_TOOL, HOME, 0)).containsExactly(false);
    }

    @Test
    void whoHasAVoteChangesItFreelyAndGainsNothingByIt() {
        first(5, TOOL, HOME, 0);

        assertThat(holding.holds(TOOL, HOME, new OwnVote(Choice.SHIP, false), 0)).isFalse();
        assertThat(holding.holds(TOOL, ELSEWHERE, new OwnVote(Choice.SKIP, true), 0)).isTrue();
    }

    @Test
    void aChangeTakesNobodysPlace() {
        IntStream.range(0, 9).forEach(_ -> holding.holds(TOOL, HOME, new OwnVote(Choice.SHIP, false), 0));

        assertThat(first(6, TOOL, HOME, 0)).containsExactly(false, false, false, false, false, true);
    }

    private List<Boolean> first(int votes, UUID tool, Network network, int before) {
        return IntStream.range(0, votes).mapToObj(_ -> holding.holds(tool, network, null, before)).toList();
    }
}

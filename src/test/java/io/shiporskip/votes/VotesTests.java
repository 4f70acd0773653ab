package io.shiporskip.votes;

import io.shiporskip.catalogue.Shelves;
import io.shiporskip.catalogue.Tools;
import io.shiporskip.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
@SuppressWarnings("NullAway.Init")
class VotesTests {

    @Autowired
    Votes votes;

    @Autowired
    Shelves shelves;

    @Autowired
    Tools tools;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachToolHasItsTallyAndOneWithoutVotesHasNone() {
        UUID voted = tool("voted").addTo(shelves, tools);
        UUID other = tool("other").addTo(shelves, tools);
        UUID silent = tool("silent").addTo(shelves, tools);
        vote(voted, 1, "SHIP", false);
        vote(voted, 2, "SHIP", false);
        vote(voted, 3, "SKIP", false);
        vote(voted, 4, "SHIP", true);
        vote(voted, 5, "SKIP", true);
        vote(other, 1, "SKIP", true);

        assertThat(votes.tallies(List.of(voted, other, silent)))
                .isEqualTo(Map.of(voted, new Tally(2, 1, 2), other, new Tally(0, 0, 1)));
        assertThat(votes.tallies(List.of(other))).containsOnlyKeys(other);
        assertThat(votes.tallies(List.of())).isEmpty();
    }

    @Test
    void aVisitorHasOneVoteOnATool() {
        UUID tool = tool("voted").addTo(shelves, tools);
        vote(tool, 1, "SHIP", false);

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> vote(tool, 1, "SKIP", true));
    }

    @Test
    void aVisitorHasAVoteOnEachTool() {
        UUID one = tool("one").addTo(shelves, tools);
        UUID two = tool("two").addTo(shelves, tools);
        vote(one, 1, "SHIP", false);
        vote(two, 1, "SKIP", false);

        assertThat(votes.tallies(List.of(one, two)))
                .isEqualTo(Map.of(one, new Tally(1, 0, 0), two, new Tally(0, 1, 0)));
    }

    @Test
    void anythingButShipAndSkipIsRefused() {
        UUID tool = tool("voted").addTo(shelves, tools);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> vote(tool, 1, "MAYBE", false)).withMessageContaining("vote_choice_check");
    }

    @Test
    void aVoteOnNoToolIsRefused() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> vote(new UUID(0, 9), 1, "SHIP", false)).withMessageContaining("vote_tool_id_fkey");
    }

    @Test
    void aToolTakesItsVotesWithIt() {
        UUID tool = tool("voted").addTo(shelves, tools);
        vote(tool, 1, "SHIP", false);
        jdbc.sql("delete from tool where id = ?").param(tool).update();

        assertThat(votes.tallies(List.of(tool))).isEmpty();
    }

    @Test
    void theTallyFollowsWhateverHappensToTheVotes() {
        UUID one = tool("one").addTo(shelves, tools);
        UUID two = tool("two").addTo(shelves, tools);
        vote(one, 1, "SHIP", false);
        vote(one, 2, "SHIP", false);
        vote(one, 3, "SKIP", true);

        jdbc.sql("update vote set choice = 'SKIP' where visitor_id = ?").param(new UUID(1, 1)).update();
        assertThat(votes.tallies(List.of(one))).containsEntry(one, new Tally(1, 1, 1));
        jdbc.sql("update vote set held = not held").update();
        assertThat(votes.tallies(List.of(one))).containsEntry(one, new Tally(0, 1, 2));
        jdbc.sql("update vote set tool_id = ? where not held").param(two).update();
        assertThat(votes.tallies(List.of(one, two)))
                .isEqualTo(Map.of(one, new Tally(0, 0, 2), two, new Tally(0, 1, 0)));
        jdbc.sql("delete from vote where tool_id = ?").param(one).update();
        assertThat(votes.tallies(List.of(one))).containsEntry(one, Tally.NONE);
        jdbc.sql("truncate vote").update();
        assertThat(votes.tallies(List.of(one, two))).isEmpty();
    }

    private void vote(UUID tool, long visitor, String choice, boolean held) {
        jdbc.sql("insert into vote (tool_id, visitor_id, choice, held) values (?, ?, ?, ?)")
                .params(tool, new UUID(1, visitor), choice, held).update();
    }
}

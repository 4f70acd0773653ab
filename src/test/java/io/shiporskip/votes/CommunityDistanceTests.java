package io.shiporskip.votes;

import io.shiporskip.panel.Mark;
import io.shiporskip.panel.Verdict;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class CommunityDistanceTests {

    private static final UUID LIKED = new UUID(0, 1);
    private static final UUID DISLIKED = new UUID(0, 2);
    private static final UUID EARLY = new UUID(0, 3);
    private static final Map<UUID, Tally> TALLIES = Map.of(LIKED, new Tally(9, 1, 5), DISLIKED, new Tally(4, 16, 0),
            EARLY,
            new Tally(0, 9, 7));

    @Test
    void aShipStandsAtAHundredAndASkipAtNought() {
        assertThat(distance(mark(LIKED, Verdict.SHIP))).isEqualTo(new CommunityDistance(1, 10));
        assertThat(distance(mark(LIKED, Verdict.SKIP))).isEqualTo(new CommunityDistance(1, 90));
        assertThat(distance(mark(LIKED, Verdict.SHIP), mark(DISLIKED, Verdict.SHIP)))
                .isEqualTo(new CommunityDistance(2, 45));
    }

    @Test
    void earlyAndHeldVotesDecideNothing() {
        assertThat(distance(mark(LIKED, Verdict.SHIP), mark(EARLY, Verdict.SHIP)))
                .isEqualTo(new CommunityDistance(1, 10));
        assertThat(distance(mark(EARLY, Verdict.SHIP), mark(new UUID(0, 9), Verdict.SKIP)).text())
                .isEqualTo("Not enough votes");
    }

    @Test
    void whatIsReckonedInPartsIsWhatIsReckonedAtOnce() {
        CommunityDistance one = distance(mark(LIKED, Verdict.SHIP));
        CommunityDistance other = distance(mark(DISLIKED, Verdict.SHIP));

        assertThat(one.with(other)).isEqualTo(distance(mark(LIKED, Verdict.SHIP), mark(DISLIKED, Verdict.SHIP)));
        assertThat(CommunityDistance.NONE.with(one)).isEqualTo(one);
        assertThat(CommunityDistance.NONE.with(CommunityDistance.NONE)).isEqualTo(CommunityDistance.NONE);
    }

    @Test
    void itSaysOnWhatItRests() {
        assertThat(distance(mark(LIKED, Verdict.SHIP)).text()).isEqualTo("10.0 percentage points");
        assertThat(distance(mark(LIKED, Verdict.SHIP)).basis()).isEqualTo("over 1 tool");
        assertThat(distance().basis()).isEmpty();
    }

    private static CommunityDistance distance(Mark... marks) {
        return CommunityDistance.of(List.of(marks), TALLIES);
    }

    private static Mark mark(UUID tool, Verdict verdict) {
        return new Mark(tool, "builder", "Builder", verdict, null);
    }
}

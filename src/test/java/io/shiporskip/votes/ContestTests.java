package io.shiporskip.votes;

import io.shiporskip.panel.PanelScore;
import io.shiporskip.panel.PanelVerdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ContestTests {

    @Test
    void theMoreDividedAPanelTheMoreContestedTheTool() {
        assertThat(Contest.between(panel(4, 0), Tally.NONE)).isZero();
        assertThat(Contest.between(panel(3, 1), Tally.NONE)).isEqualTo(0.5);
        assertThat(Contest.between(panel(2, 2), Tally.NONE)).isEqualTo(1);
    }

    @Test
    void betweenEqualsTheWiderSpreadComesFirst() {
        assertThat(Contest.between(new PanelVerdict(2, 2, new PanelScore(60, 30, 90, 4)), Tally.NONE))
                .isCloseTo(1.06, within(1e-9));
    }

    @Test
    void aCommunityThatSaysTheOppositeMakesAToolAsContestedAsASplitPanel() {
        assertThat(Contest.between(panel(4, 0), new Tally(0, 10, 0))).isEqualTo(1);
        assertThat(Contest.between(panel(4, 0), new Tally(8, 2, 0))).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void theGreaterOfTheTwoCounts() {
        assertThat(Contest.between(panel(3, 1), new Tally(10, 10, 0))).isEqualTo(0.5);
        assertThat(Contest.between(panel(3, 1), new Tally(0, 20, 0))).isEqualTo(0.75);
    }

    @Test
    void nineVotesAndASilentPanelSayNothing() {
        assertThat(Contest.between(panel(4, 0), new Tally(0, 9, 9))).isZero();
        assertThat(Contest.between(PanelVerdict.NONE, new Tally(0, 90, 0))).isZero();
    }

    private static PanelVerdict panel(int ships, int skips) {
        return new PanelVerdict(ships, skips, null);
    }
}

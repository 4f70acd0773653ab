package io.shiporskip.panel;

import org.junit.jupiter.api.Test;

import java.util.List;

import static io.shiporskip.testing.TakeMother.ship;
import static io.shiporskip.testing.TakeMother.skip;
import static org.assertj.core.api.Assertions.assertThat;

class DissentTests {

    @Test
    void theVoiceAgainstAPanelThatShipsIsItsDissent() {
        TakeView against = skip("Founder", 52);

        assertThat(Dissent.of(List.of(ship("Builder", 40), ship("Skeptic", 78), against)))
                .contains(new Dissent(against, true));
    }

    @Test
    void ofSeveralAgainstAPanelThatShipsTheLowestScoreIsTheStrongest() {
        TakeView strongest = skip("Founder", 30);

        assertThat(Dissent.of(List.of(ship("Builder"), ship("PM"), ship("Creator"), skip("Skeptic", 52), strongest)))
                .contains(new Dissent(strongest, true));
    }

    @Test
    void ofSeveralAgainstAPanelThatSkipsTheHighestScoreIsTheStrongest() {
        TakeView strongest = ship("Founder", 90);

        assertThat(Dissent.of(List.of(skip("Builder"), skip("PM"), skip("Creator"), ship("Skeptic", 70), strongest)))
                .contains(new Dissent(strongest, true));
    }

    @Test
    void aVoiceWithoutAScoreComesLastAndCountsAlone() {
        TakeView scored = skip("Skeptic", 99);
        TakeView silent = skip("Builder");

        assertThat(Dissent.of(List.of(silent, scored, ship("PM"), ship("Founder"), ship("Creator"))))
                .contains(new Dissent(scored, true));
        assertThat(Dissent.of(List.of(silent, ship("PM"), ship("Founder", 3)))).contains(new Dissent(silent, true));
    }

    @Test
    void whereAllAgreeItIsTheLeastConvinced() {
        TakeView least = ship("PM", 76);
        TakeView leastOfSkips = skip("PM", 49);

        assertThat(Dissent.of(List.of(ship("Builder", 84), least, ship("Founder"))))
                .contains(new Dissent(least, false));
        assertThat(Dissent.of(List.of(skip("Builder", 20), leastOfSkips))).contains(new Dissent(leastOfSkips, false));
    }

    @Test
    void whereAllAgreeAndNoScoreDiffersThereIsNone() {
        assertThat(Dissent.of(List.of(ship("Builder"), ship("PM")))).isEmpty();
        assertThat(Dissent.of(List.of(ship("Builder", 80), ship("PM", 80), ship("Founder")))).isEmpty();
    }

    @Test
    void aSplitPanelAndASingleVoiceAndSilenceHaveNone() {
        assertThat(Dissent.of(List.of(ship("Builder", 90), skip("PM", 10)))).isEmpty();
        assertThat(Dissent.of(List.of(ship("Builder", 90)))).isEmpty();
        assertThat(Dissent.of(List.of())).isEmpty();
    }
}

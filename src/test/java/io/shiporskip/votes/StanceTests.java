package io.shiporskip.votes;

import io.shiporskip.panel.PanelVerdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StanceTests {

    /** 15 of 20: the interval runs from 53% to 89%. 14 of 20: from 48% to 85%. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "0 | 0 | 3 | 1 | ''",
        "1 | 0 | 3 | 1 | 9 more votes, and the page shows a share beside the panel’s.",
        "4 | 5 | 3 | 1 | 1 more vote, and the page shows a share beside the panel’s.",
        "15 | 5 | 3 | 1 | The community agrees with the panel: ship.",
        "5 | 15 | 1 | 3 | The community agrees with the panel: skip.",
        "5 | 15 | 3 | 1 | The community says skip; the panel says ship (3 of 4).",
        "15 | 5 | 1 | 3 | The community says ship; the panel says skip (3 of 4).",
        "15 | 5 | 2 | 2 | The community says ship; the panel is split.",
        "15 | 5 | 0 | 0 | The community says ship; the panel has not spoken.",
        "14 | 6 | 3 | 1 | The community is undecided; the panel says ship (3 of 4).",
        "6 | 14 | 1 | 3 | The community is undecided; the panel says skip (3 of 4)." })
    void theSentence(int ships, int skips, int panelShips, int panelSkips, String sentence) {
        assertThat(Stance.sentence(new Tally(ships, skips, 0), new PanelVerdict(panelShips, panelSkips, null)))
                .isEqualTo(sentence);
    }
}

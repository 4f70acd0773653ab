package io.shiporskip.site;

import io.shiporskip.panel.PanelScore;
import io.shiporskip.panel.PanelVerdict;
import io.shiporskip.votes.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

import static io.shiporskip.testing.ToolMother.tool;
import static org.assertj.core.api.Assertions.assertThat;

class HomeViewTests {

    @Test
    void theMostContestedComesFirstAndAPanelOfOneVoiceIsNotContestedByItself() {
        ToolLine agreed = line("agreed", 4, 0, Tally.NONE);
        ToolLine three = line("three-to-one", 3, 1, Tally.NONE);
        ToolLine split = line("split", 2, 2, Tally.NONE);
        ToolLine against = line("against", 4, 0, new Tally(2, 18, 0));
        ToolLine almost = line("almost", 4, 0, new Tally(11, 9, 0));
        ToolLine early = line("early", 4, 0, new Tally(0, 9, 0));

        assertThat(HomeView.contested(List.of(agreed, three, split, against, almost, early), Map.of(), 5))
                .extracting(line -> line.tool().slug().value()).containsExactly("split", "against", "three-to-one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | Nothing new in the last 7 days. These are the latest.
            1 | New this week: one verdict.
            2 | New this week: 2 verdicts.
            999 | New this week: 999 verdicts.
            1000 | New this week: more than 999 verdicts.
            """)
    void thePageSaysWhetherThereIsAnythingNew(int thisWeek, String news) {
        assertThat(new HomeView(9, thisWeek, List.of(), List.of(), List.of(), List.of(), List.of(),
                PickerView.of(List.of(), List.of(), List.of())).news()).isEqualTo(news);
    }

    private static ToolLine line(String slug, int ships, int skips, Tally tally) {
        return new ToolLine(tool(slug).view(), new PanelVerdict(ships, skips, new PanelScore(80, 70, 90, 4)), tally);
    }
}

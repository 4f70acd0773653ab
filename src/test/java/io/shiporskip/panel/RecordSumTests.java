package io.shiporskip.panel;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import static io.shiporskip.panel.Verdict.SHIP;
import static io.shiporskip.panel.Verdict.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

class RecordSumTests {

    private final RecordSum sum = new RecordSum();

    @Test
    void aTakeWithoutAScoreCountsForTheVerdictAlone() {
        sum.add(standing(1, SHIP, 80, SHIP, 70));
        sum.add(standing(2, SKIP, null, SHIP, 70));
        sum.add(standing(3, SHIP, 0, SHIP, null));

        assertThat(sum.ships()).isEqualTo(2);
        assertThat(sum.skips()).isEqualTo(1);
        assertThat(sum.scores()).isEqualTo(2);
        assertThat(sum.scoreSum()).isEqualTo(80);
        assertThat(sum.lowest()).isZero();
        assertThat(sum.highest()).isEqualTo(80);
        assertThat(sum.fromPanel()).isEqualTo(new PanelDistance(1, 10, 10));
    }

    @Test
    void theLowestScoreIsThatOfATakeAlsoWhereItIsTheOnlyOne() {
        sum.add(standing(1, SHIP, 64, SHIP, 70));

        assertThat(sum.lowest()).isEqualTo(64);
        assertThat(sum.highest()).isEqualTo(64);
    }

    @Test
    void ofManyDissentsTheBoldestAreKeptWhateverTheOrderInWhichTheyCome() {
        List<Standing> standings = new ArrayList<>(
                IntStream.rangeClosed(1, 40).mapToObj(tool -> standing(tool, SKIP, tool, SHIP, 90)).toList());
        standings.add(standing(41, SHIP, 85, SHIP, 90));
        Collections.shuffle(standings, new Random(7));
        standings.forEach(sum::add);

        assertThat(sum.dissents()).containsExactly(tool(1), tool(2), tool(3), tool(4), tool(5));
    }

    private static Standing standing(int tool, Verdict verdict, @Nullable Integer score, Verdict otherVerdict,
            @Nullable Integer otherScore) {
        return Standing.of(List.of(new Mark(tool(tool), "builder", "Builder", verdict, score),
                new Mark(tool(tool), "skeptic", "Skeptic", otherVerdict, otherScore))).getFirst();
    }

    private static UUID tool(int number) {
        return new UUID(0, number);
    }
}

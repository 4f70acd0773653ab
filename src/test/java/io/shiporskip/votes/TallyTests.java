package io.shiporskip.votes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TallyTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | 0  | 0 | No community votes yet
            0  | 0  | 5 | No community votes yet
            1  | 0  | 0 | 1 ship / 0 skip, early
            6  | 3  | 0 | 6 ship / 3 skip, early
            6  | 3  | 9 | 6 ship / 3 skip, early
            10 | 0  | 0 | 100% ship (95% interval 72% to 100%, 10 votes)
            18 | 6  | 4 | 75% ship (95% interval 55% to 88%, 24 votes)
            90 | 10 | 0 | 90% ship (95% interval 83% to 94%, 100 votes)
            0  | 10 | 0 | 0% ship (95% interval 0% to 28%, 10 votes)
            """)
    void aPageSaysNoMoreThanTheVotesDo(int ships, int skips, int held, String line) {
        assertThat(new Tally(ships, skips, held).line()).isEqualTo(line);
    }

    @Test
    void nineVotesAreEarlyAndTenAreEnough() {
        assertThat(new Tally(5, 4, 0).early()).isTrue();
        assertThat(new Tally(5, 5, 0).early()).isFalse();
        assertThat(Tally.NONE.early()).isFalse();
    }

    @Test
    void aShareNeedsTenCountedVotes() {
        assertThat(new Tally(5, 5, 0).share()).hasToString("50%");
        assertThatIllegalStateException().isThrownBy(() -> new Tally(5, 4, 100).share())
                .withMessage("a share needs 10 votes");
    }

    @Test
    void heldVotesAreKeptAndNotCounted() {
        Tally tally = new Tally(7, 2, 30);

        assertThat(tally.total()).isEqualTo(9);
        assertThat(tally.held()).isEqualTo(30);
    }
}

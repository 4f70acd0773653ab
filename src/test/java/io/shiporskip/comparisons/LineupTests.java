package io.shiporskip.comparisons;

import io.shiporskip.shared.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LineupTests {

    @ParameterizedTest
    @CsvSource({ "a-vs-b,/compare/a-vs-b", "b-vs-a,/compare/a-vs-b", "B-VS-A,/compare/a-vs-b",
        "a-vs-b-vs-a,/compare/a-vs-b", "d-vs-c-vs-b-vs-a,/compare/a-vs-b-vs-c-vs-d",
        "d-vs-c-vs-b-vs-a-vs-d,/compare/a-vs-b-vs-c-vs-d", "a-vs-a,/tools/a", "a,/tools/a",
        "smollm3-vsx-vs-canvas-2,/compare/canvas-2-vs-smollm3-vsx", "a-b-vs-a,/compare/a-vs-a-b" })
    void anAddressHasOneCanonicalForm(String path, String canonical) {
        assertThat(Lineup.parse(path)).map(Lineup::path).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "", "-vs-", "a-vs-", "-vs-a", "a-vs--vs-b", "a-vs-vs-b", "a-vs-vs-vs-b", "a--vs-b", "a-vs-b ",
                "a/b-vs-c", "ä-vs-b", "a-vs-b-vs-c-vs-d-vs-e", "vs", "a-vs" })
    void whatNamesNoToolsOrTooManyIsNoLineup(String path) {
        assertThat(Lineup.parse(path)).isEmpty();
    }

    @Test
    void anAddressOfManyRepetitionsIsStillThatOfItsTools() {
        assertThat(Lineup.parse("b-vs-a-vs-".repeat(5_000) + "a")).map(Lineup::path).contains("/compare/a-vs-b");
    }

    @Test
    void toolsAreSortedAndStandOnce() {
        assertThat(Lineup.of(slugs("c", "a", "b", "a")).slugs()).isEqualTo(slugs("a", "b", "c"));
    }

    @Test
    void everyOrderOfTheSameToolsIsTheSameLineup() {
        Lineup lineup = Lineup.of(slugs("a", "b", "c"));

        assertThat(Stream.of("a-vs-b-vs-c", "a-vs-c-vs-b", "b-vs-a-vs-c", "b-vs-c-vs-a", "c-vs-a-vs-b", "c-vs-b-vs-a"))
                .allSatisfy(path -> assertThat(Lineup.parse(path)).contains(lineup));
    }

    @Test
    void fiveDifferentToolsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Lineup.of(slugs("a", "b", "c", "d", "e")));
        assertThat(Lineup.of(slugs("a", "b", "c", "d", "d")).slugs()).hasSize(4);
    }

    @Test
    void anotherOrderAndARepetitionAndNothingAreNoLineup() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lineup(slugs("b", "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lineup(slugs("a", "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lineup(List.of()));
    }

    private static List<Slug> slugs(String... slugs) {
        return Stream.of(slugs).map(Slug::new).toList();
    }
}

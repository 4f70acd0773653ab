package io.shiporskip.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SlugTests {

    @ParameterizedTest
    @ValueSource(strings = { "a", "7", "smollm3", "cursor-v0-50", "a-b-c", "vsx", "canvas", "a-vsb", "avs-b", "evs" })
    void lettersDigitsAndSingleHyphensMakeASlug(String text) {
        assertThat(Slug.parse(text)).contains(new Slug(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "", " ", "-", "-a", "a-", "a--b", "A", "a b", "a_b", "a.b", "ä", "a/b", "a\n", "\na", "a%20b",
                "ａ", "٣", "a\u0000" })
    void anythingElseMakesNone(String text) {
        assertThat(Slug.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "vs", "vs-a", "a-vs", "a-vs-b" })
    void theWordThatJoinsSlugsStandsInNone(String text) {
        assertThat(Slug.parse(text)).isEmpty();
    }

    @Test
    void eightyCharactersAreEnough() {
        assertThat(Slug.parse("a".repeat(80))).isPresent();
        assertThat(Slug.parse("a".repeat(81))).isEmpty();
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug("A b"))
                .withMessage("a slug consists of a-z, 0-9 and single hyphens: A b");
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug("a-vs-b"))
                .withMessage("a slug never contains the word vs: a-vs-b");
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug("a".repeat(81)))
                .withMessage("a slug has at most 80 characters");
    }

    @Test
    void slugsAreOrderedByTheirText() {
        assertThat(new Slug("a-b")).isLessThan(new Slug("aa")).isGreaterThan(new Slug("a"))
                .isEqualByComparingTo(new Slug("a-b")).hasToString("a-b");
    }
}

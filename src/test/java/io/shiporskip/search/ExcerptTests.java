package io.shiporskip.search;

import io.shiporskip.search.Excerpt.Piece;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTests {

    @Test
    void aTextFallsIntoPieces() {
        assertThat(Excerpt.pieces("a \u0001pull\u0002 \u0001request\u0002, <b>")).containsExactly(
                new Piece("a ", false),
                new Piece("pull", true), new Piece(" ", false), new Piece("request", true), new Piece(", <b>", false));
    }

    @Test
    void marksThatDoNotMatchLoseNoText() {
        assertThat(Excerpt.pieces("\u0002a\u0001\u0001b")).extracting(Piece::text).containsExactly("a", "b");
        assertThat(Excerpt.pieces(null)).isEmpty();
    }
}

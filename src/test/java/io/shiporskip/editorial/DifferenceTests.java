package io.shiporskip.editorial;

import io.shiporskip.editorial.Difference.Change;
import io.shiporskip.editorial.Difference.Kind;
import io.shiporskip.editorial.Difference.Piece;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTests {

    @Test
    void wordsThatWentAndCameAreMarked() {
        assertThat(only("It costs $20 a month.", "It costs $25 a month.").pieces()).containsExactly(
                new Piece(Kind.SAME, "It costs $"), new Piece(Kind.GONE, "20"), new Piece(Kind.ADDED, "25"),
                new Piece(Kind.SAME, " a month."));
    }

    @Test
    void wordsThatChangedBesideEachOtherAreOneChange() {
        assertThat(only("An agent in the terminal", "An editor on your terminal").pieces()).containsExactly(
                new Piece(Kind.SAME, "An "), new Piece(Kind.GONE, "agent in the"),
                new Piece(Kind.ADDED, "editor on your"),
                new Piece(Kind.SAME, " terminal"));
    }

    @Test
    void whatOneSideLacksHasGoneOrCome() {
        assertThat(only("", "New").pieces()).containsExactly(new Piece(Kind.ADDED, "New"));
        assertThat(only("Old", "").pieces()).containsExactly(new Piece(Kind.GONE, "Old"));
        assertThat(Difference.between(Map.of("A", "same", "B", ""), Map.of("A", "same")).none()).isTrue();
    }

    @Test
    void labelsStandInTheOrderOfTheSecondState() {
        Map<String, String> before = new LinkedHashMap<>();
        before.put("Gone", "x");
        before.put("First", "x");
        Map<String, String> after = new LinkedHashMap<>();
        after.put("First", "y");
        after.put("Second", "y");
        assertThat(Difference.between(before, after).labels()).containsExactly("First", "Second", "Gone");
    }

    @Test
    void bothTextsCanBeReadFromThePieces() {
        Random random = new Random(20261121);
        for (int i = 0; i < 300; i++) {
            String before = words(random);
            String after = words(random);
            if (!before.equals(after)) {
                Change change = only(before, after);
                assertThat(joined(change.old())).isEqualTo(before);
                assertThat(joined(change.now())).isEqualTo(after);
            }
        }
    }

    @Test
    void veryLongTextsAreComparedByLines() {
        String before = "one two three\n".repeat(2_000);
        Change change = only(before, before + "and a last line");
        assertThat(change.pieces()).containsExactly(new Piece(Kind.SAME, before),
                new Piece(Kind.ADDED, "and a last line"));
    }

    private static Change only(String before, String after) {
        return Difference.between(Map.of("Text", before), Map.of("Text", after)).changes().getFirst();
    }

    private static String joined(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private static String words(Random random) {
        List<String> some = List.of("ship", "skip", " ", "  ", "\n", "\r\n", "-", "é", "🙂", "84", "<b>", "\u0000");
        return random.ints(random.nextInt(12), 0, some.size()).mapToObj(some::get).collect(Collectors.joining());
    }
}

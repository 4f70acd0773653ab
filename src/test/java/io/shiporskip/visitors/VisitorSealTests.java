package io.shiporskip.visitors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VisitorSealTests {

    private static final String OLD = "an old key, an old key, an old key";
    private static final String NEW = "a new key, a new key, a new key, a";

    private final VisitorSeal seal = new VisitorSeal(List.of(NEW));

    @Test
    void whatWasSealedOpens() {
        Visitor visitor = Visitor.fresh();

        assertThat(seal.seal(visitor)).hasSize(VisitorSeal.LENGTH).matches("[A-Za-z0-9_-]+");
        assertThat(seal.open(seal.seal(visitor))).contains(visitor);
    }

    @Test
    void twoVisitorsAreTwo() {
        assertThat(seal.seal(Visitor.fresh())).isNotEqualTo(seal.seal(Visitor.fresh()));
    }

    @Test
    void aValueWithAnyCharacterChangedOpensNothing() {
        String sealed = seal.seal(Visitor.fresh());

        assertThat(IntStream.range(0, sealed.length())
                .mapToObj(i -> sealed.substring(0, i) + (sealed.charAt(i) == 'A' ? 'B' : 'A')
                        + sealed.substring(i + 1)))
                .allMatch(changed -> seal.open(changed).isEmpty());
    }

    @Test
    void anotherKeyOpensNothing() {
        assertThat(new VisitorSeal(List.of(OLD)).open(seal.seal(Visitor.fresh()))).isEmpty();
    }

    @Test
    void anOldKeyOpensAndTheNewOneSeals() {
        Visitor visitor = Visitor.fresh();
        VisitorSeal both = new VisitorSeal(List.of(NEW, OLD));

        assertThat(both.open(new VisitorSeal(List.of(OLD)).seal(visitor))).contains(visitor);
        assertThat(seal.open(both.seal(visitor))).contains(visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "=", "AAAA", "someone",
        "................................................................",
        "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé1",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
    void anotherTextOpensNothing(String text) {
        assertThat(seal.open(text)).isEmpty();
        assertThat(seal.open(text.repeat(1000))).isEmpty();
    }

    @Test
    void itNeedsAKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VisitorSeal(List.of()));
    }
}

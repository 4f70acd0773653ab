package io.shiporskip.catalogue;

import io.shiporskip.panel.Basis;
import io.shiporskip.panel.Claim;
import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.Verdict;
import io.shiporskip.shared.Slug;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LongestTextsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void eachTextHasABound() {
        bounded(120, text -> new Profile("x", text, null, "x", "y", Entry.FREE, "https://example.com", "x"));
        bounded(120, text -> new Profile("x", null, text, "x", "y", Entry.FREE, "https://example.com", "x"));
        bounded(10_000, text -> new Profile("x", null, null, "x", "y", Entry.FREE, "https://example.com", text));
        bounded(200, text -> new Plan(text, null, "USD", Period.MONTH, null));
        bounded(200, text -> new Plan("x", null, "USD", Period.MONTH, text));
        bounded(400, text -> new Fact(Aspect.LICENCE, text, "https://example.com", DAY));
        bounded(400, text -> new Claim(text, DAY, Claim.ClaimOutcome.OPEN));
        bounded(20_000, text -> new TakeContent(new Slug("builder"), Verdict.SHIP, null, text, DAY,
                new Basis(Basis.Footing.TRIED, null), List.of()));
    }

    private static void bounded(int most, Function<String, Object> value) {
        assertThat(value.apply("x".repeat(most))).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> value.apply("x".repeat(most + 1)))
                .withMessageContaining("at most");
    }
}

package io.shiporskip.visitors;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VisitorPropertiesTests {

    @Test
    void aKeyThatIsEmptyIsNone() {
        assertThat(new VisitorProperties(List.of("", "  "), 60).keys()).isEmpty();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VisitorProperties(List.of("x".repeat(31)), 60))
                .withMessageContaining("at least 32 characters").withMessageNotContaining("xxx");
        assertThat(new VisitorProperties(List.of("x".repeat(32)), 60).keys()).hasSize(1);
    }

    @Test
    void nobodyWouldBeAllowedAnything() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VisitorProperties(List.of(), 0));
    }
}

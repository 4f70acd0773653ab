package io.shiporskip.panel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class TakeCursorTests {

    private static final UUID ID = UUID.fromString("01a1ff32-9d3e-79dd-8657-031eae328ed3");

    @ParameterizedTest
    @ValueSource(ints = { -100, -7, 0, 1 })
    void itIsReadAsItWasWritten(int order) {
        TakeCursor cursor = new TakeCursor(order, ID);

        assertThat(TakeCursor.parse(cursor.text())).contains(cursor);
    }

    @Test
    void anAddressShowsTheScore() {
        assertThat(new TakeCursor(-82, ID).text()).isEqualTo("82~" + ID);
        assertThat(new TakeCursor(1, ID).text()).isEqualTo("none~" + ID);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "2", "82~", "-82~01a1ff32-9d3e-79dd-8657-031eae328ed3", "82~x", "82~1-1-1-1-1",
        "99999999999~01a1ff32-9d3e-79dd-8657-031eae328ed3", "82~01a1ff32-9d3e-79dd-8657-031eae328ed3\n" })
    void anyOtherTextIsNone(String text) {
        assertThat(TakeCursor.parse(text)).isEmpty();
    }
}

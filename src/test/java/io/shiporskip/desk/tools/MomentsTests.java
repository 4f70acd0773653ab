package io.shiporskip.desk.tools;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class MomentsTests {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aMomentAheadIsReadInUtc() {
        assertThat(Moments.ahead("2026-11-21T12:01", NOW)).contains(Instant.parse("2026-11-21T12:01:00Z"));
        assertThat(Moments.ahead("2027-11-22T12:00", NOW)).contains(NOW.plus(Moments.FARTHEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "2026-11-21T12:00", "2027-11-22T12:00:01", "+999999999-12-31T23:59", "-999999999-01-01T00:00",
                "2026-02-30T00:00", "soon", "" })
    void whatIsPastTooFarOrNoMomentIsNone(String typed) {
        assertThat(Moments.ahead(typed, NOW)).isEmpty();
    }

    @Test
    void aPlaceInAListIsReadAsItWasWrittenAndNonsenseIsTheBeginning() {
        assertThat(Place.ofTool("Two words two-words")).isEqualTo(new Place("Two words", "two-words"));
        assertThat(Place.ofTool("devin")).isNull();
        String draft = "2026-11-21T12:00:00.123456Z 0197b0c4-0000-7000-8000-000000000000";
        assertThat(Place.ofDraft(draft)).hasToString(draft);
        assertThat(Place.ofDraft("+999999999-12-31T23:59:59Z 0197b0c4-0000-7000-8000-000000000000")).isNull();
        assertThat(Place.ofDraft("2026-11-21T12:00:00Z x")).isNull();
    }
}

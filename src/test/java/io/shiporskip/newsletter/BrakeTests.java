package io.shiporskip.newsletter;

import io.shiporskip.mail.Outcome;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class BrakeTests {

    private static final Outcome TAKEN = new Outcome.Accepted("250 taken");
    private static final Outcome REFUSED = new Outcome.Refused("554 no", false);
    private static final Outcome UNKNOWN = new Outcome.Unknown("no answer");
    private static final Outcome NOT_FROM_US = new Outcome.Unreachable("554 5.7.1 relay access denied", true);

    private final UUID edition = UUID.randomUUID();
    private final Brake brake = new Brake();

    @Test
    void twentyThatFailInARowHaltAnEdition() {
        Outcome[] bad = { REFUSED, UNKNOWN, NOT_FROM_US };
        for (int i = 0; i < Brake.MOST_IN_A_ROW - 1; i++) {
            assertThat(brake.isReached(edition, bad[i % 3])).isFalse();
        }
        assertThat(brake.isReached(UUID.randomUUID(), REFUSED)).as("another edition").isFalse();
        assertThat(brake.isReached(edition, REFUSED)).isTrue();
        assertThat(brake.isReached(edition, REFUSED)).as("once it goes on").isFalse();
    }

    @Test
    void aMailThatIsTakenBeginsTheRowAnew() {
        for (int i = 0; i < 100; i++) {
            assertThat(brake.isReached(edition, i % Brake.MOST_IN_A_ROW == 0 ? TAKEN : REFUSED)).isFalse();
        }
    }

    @Test
    void aServerThatIsAwayOrBusyHaltsNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(brake.isReached(edition, new Outcome.Unreachable("away"))).isFalse();
            assertThat(brake.isReached(edition, new Outcome.Deferred("450 later"))).isFalse();
        }
    }
}

package io.shiporskip.newsletter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StatesTests {

    @Test
    void anEditionGoesOneWayButForHaltingAndSendingAgain() {
        assertThat(EditionState.DRAFT.before()).isEmpty();
        assertThat(EditionState.EMPTY.before()).isEmpty();
        assertThat(EditionState.COMPOSED.before()).containsExactly("DRAFT", "PAUSED");
        assertThat(EditionState.SENDING.before()).containsExactly("COMPOSED", "SENT");
        assertThat(EditionState.PAUSED.before()).containsExactly("COMPOSED", "SENDING");
        assertThat(EditionState.SENT.before()).containsExactly("SENDING");
    }

    @Test
    void whatBecameOfADeliveryIsFinalUnlessItIsUnknown() {
        assertThat(DeliveryState.WAITING.before()).containsExactly("SENDING", "UNKNOWN");
        assertThat(DeliveryState.SENDING.before()).containsExactly("WAITING");
        assertThat(DeliveryState.SENT.before()).containsExactly("SENDING", "UNKNOWN");
        assertThat(DeliveryState.REFUSED.before()).containsExactly("SENDING", "UNKNOWN");
        assertThat(DeliveryState.GIVEN_UP.before()).containsExactly("SENDING", "UNKNOWN");
        assertThat(DeliveryState.UNKNOWN.before()).containsExactly("SENDING");
        assertThat(DeliveryState.DROPPED.before()).containsExactly("WAITING", "SENDING");
    }
}

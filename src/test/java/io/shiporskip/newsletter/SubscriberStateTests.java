package io.shiporskip.newsletter;

import io.shiporskip.mail.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubscriberStateTests {

    @ParameterizedTest
    @CsvSource({ "WAITING, WAITING, false", "WAITING, CONFIRMED, true", "WAITING, LEFT, false",
        "CONFIRMED, WAITING, false", "CONFIRMED, CONFIRMED, false", "CONFIRMED, LEFT, true", "LEFT, WAITING, false",
        "LEFT, CONFIRMED, true", "LEFT, LEFT, false" })
    void theMovesAreTheseAndNoOthers(SubscriberState from, SubscriberState to, boolean legal) {
        assertThat(from.mayBecome(to)).isEqualTo(legal);
    }

    @Test
    void anIllegalMoveIsRefusedWithoutTellingTheAddress() {
        Subscriber subscriber = new Subscriber(UUID.randomUUID(), new EmailAddress("anna@example.org"),
                SubscriberState.LEFT);

        assertThatThrownBy(() -> subscriber.become(SubscriberState.WAITING)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(subscriber.id().toString()).hasMessageNotContaining("anna");
    }
}

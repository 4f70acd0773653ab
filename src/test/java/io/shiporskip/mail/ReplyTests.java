package io.shiporskip.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyTests {

    private static final String READER = "anna@example.org";

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|',
            value = { "CONNECTING | 554 5.3.2 no | Unreachable", "CONNECTING | 535 5.7.8 bad password | Unreachable",
                "SENDER | 451 4.3.0 later | Unreachable", "SENDER | 550 5.7.1 not you | Unreachable",
                "SENDER | 421 4.3.2 closing | Unreachable", "READER | 421 4.3.2 closing | Unreachable",
                "READER | 450 4.2.0 greylisted | Deferred", "READER | 452 4.5.3 too many | Deferred",
                "DATA | 451 4.3.0 later | Deferred", "DATA | 354 go ahead | Deferred",
                "HANDED_OVER | 451 4.3.0 busy | Deferred", "HANDED_OVER | 421 4.3.2 closing | Unreachable",
                "HANDED_OVER | 250 2.0.0 queued | Accepted", "HANDED_OVER | 252 fine | Accepted",
                "READER | 552 5.2.2 mailbox full | Deferred", "READER | 552 too much storage | Deferred",
                "HANDED_OVER | 552 5.2.2 mailbox full | Deferred", "HANDED_OVER | 552 5.3.4 too big | Refused" })
    void theStageAndTheCodeDecide(Stage stage, String said, String outcome) {
        assertThat(reply(stage, said).outcome(READER).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}: {1} is about the address: {2}")
    @CsvSource(delimiter = '|',
            value = { "READER | 550 5.1.1 no such user | true", "READER | 550 no such user | true",
                "READER | 550-5.1.1 no such user | true", "READER | 553 5.1.3 bad syntax | true",
                "READER | 550 5.4.1 access denied | true", "READER | 550 5.2.1 disabled | true",
                "READER | 554 5.7.1 relay access denied | false", "READER | 503 bad sequence | false",
                "READER | 550 5.3.0 broken | false", "HANDED_OVER | 550 5.1.1 no such user | true",
                "HANDED_OVER | 550 5.2.1 disabled | true", "HANDED_OVER | 554 5.7.1 spam | false",
                "HANDED_OVER | 554 transaction failed | false", "DATA | 554 no valid recipients | false" })
    void aRefusalSaysWhetherItIsAboutTheAddress(Stage stage, String said, boolean address) {
        assertThat(reply(stage, said).outcome(READER)).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.address()).isEqualTo(address));
    }

    @ParameterizedTest(name = "a connection that breaks at {0} is {1}")
    @CsvSource({ "CONNECTING, Unreachable", "SENDER, Unreachable", "READER, Deferred", "DATA, Deferred",
        "HANDED_OVER, Unknown" })
    void aConnectionThatBreaksMayBeTriedAgainUntilTheMailIsHandedOver(Stage stage, String outcome) {
        assertThat(new Reply(stage, Reply.NONE, "closed").outcome(READER).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void theAnswerIsOneLineWithoutTheAddress() {
        assertThat(reply(Stage.READER, "550-5.1.1 <Anna@Example.org>:\r\n550 5.1.1 unknown, also as anna@mx.example\n")
                .outcome(READER).answer()).isEqualTo("550-5.1.1 <…>: 550 5.1.1 unknown, also as …");
        assertThat(reply(Stage.READER, "550 " + "x".repeat(2000)).outcome(READER).answer()).hasSize(500);
    }

    private static Reply reply(Stage stage, String said) {
        return new Reply(stage, Integer.parseInt(said.substring(0, 3)), said);
    }
}

package io.shiporskip.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyTests {

    private static final String READER = "anna@example.org";

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|',
            value = { "CONNECTING | 554 5.3.2 no | Unreachable", "CONNECTING | 535 5.7.8 bad password | Unreachable",
                "SENDER | 451 4.3.0 later | Unreachable", "SENDER | 550 5.7.1 not you | Unreachable",
                "SENDER | 421 4.3.2 closing | Unreachable", "READER | 421 4.3.2 closing | Deferred",
                "READER | 450 4.2.0 greylisted | Deferred", "READER | 452 4.5.3 too many | Deferred",
                "DATA | 451 4.3.0 later | Deferred", "DATA | 354 go ahead | Deferred",
                "HANDED_OVER | 451 4.3.0 busy | Deferred", "DATA | 421 4.3.2 closing | Deferred",
                "HANDED_OVER | 421 4.3.2 closing | Deferred",
                "HANDED_OVER | 250 2.0.0 queued | Accepted", "HANDED_OVER | 252 fine | Accepted",
                "READER | 552 5.2.2 mailbox full | Deferred", "READER | 552 too much storage | Deferred",
                "HANDED_OVER | 552 5.2.2 mailbox full | Deferred", "HANDED_OVER | 552 5.3.4 too big | Refused" })
    void theStageAndTheCodeDecide(Stage stage, String said, String outcome) {
        assertThat(reply(stage, said).outcome(READER, true).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(reply(stage, said).outcome(READER, false).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}: {1} is about the address: {2}")
    @CsvSource(delimiter = '|',
            value = { "READER | 550 5.1.1 no such user | true", "READER | 550-5.1.1 no such user | true",
                "READER | 550 5.1.2 no such host | true", "READER | 553 5.1.3 bad syntax | true",
                "READER | 551 5.1.6 moved | true", "READER | 556 5.1.10 takes no mail | true",
                "READER | 550 5.2.1 disabled | true", "READER | 550 5.4.1 access denied | true",
                "READER | 550 5.1.0 address rejected | false", "READER | 550 5.1.4 ambiguous | false",
                "READER | 550 5.2.3 too long | false", "READER | 550 5.4.4 no route | false",
                "READER | 550 5.3.0 broken | false", "READER | 503 bad sequence | false",
                "READER | 554 no | false", "HANDED_OVER | 550 5.1.1 no such user | true",
                "HANDED_OVER | 550 5.2.1 disabled | true", "HANDED_OVER | 554 5.7.1 spam | false",
                "HANDED_OVER | 550 no | false", "HANDED_OVER | 554 transaction failed | false",
                "DATA | 554 no valid recipients | false" })
    void aRefusalSaysWhetherItIsAboutTheAddress(Stage stage, String said, boolean address) {
        for (boolean othersPassed : new boolean[]{ true, false }) {
            assertThat(reply(stage, said).outcome(READER, othersPassed)).isInstanceOfSatisfying(Outcome.Refused.class,
                    refused -> assertThat(refused.address()).isEqualTo(address));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "550 no such user", "551 moved", "553 mailbox name not allowed" })
    void anAnswerWithoutADetailIsAboutTheAddressOnlyWhereOthersPassed(String said) {
        assertThat(reply(Stage.READER, said).outcome(READER, true))
                .isEqualTo(new Outcome.Refused(said, true));
        assertThat(reply(Stage.READER, said).outcome(READER, false))
                .isEqualTo(new Outcome.Refused(said, false));
    }

    /** What Postfix and others say about a sender or a network only when they are told a reader. */
    @ParameterizedTest
    @ValueSource(strings = { "550 5.1.7 sender address rejected", "550 5.1.8 sender domain not found",
        "530 5.7.0 authentication required", "530 must issue STARTTLS first", "503 5.5.1 need HELO",
        "504 5.5.2 helo rejected" })
    void whatIsSaidAboutUsWhenTheReaderIsNamedIsOurFault(String said) {
        assertThat(reply(Stage.READER, said).outcome(READER, false)).isEqualTo(new Outcome.Unreachable(said, true));
        assertThat(reply(Stage.READER, said).outcome(READER, true)).isEqualTo(new Outcome.Unreachable(said, true));
    }

    @ParameterizedTest
    @ValueSource(strings = { "554 5.7.1 relay access denied", "550 5.7.1 client host blocked",
        "550 5.7.26 not authenticated" })
    void aPolicyIsOurFaultUnlessOthersPassed(String said) {
        assertThat(reply(Stage.READER, said).outcome(READER, false)).isEqualTo(new Outcome.Unreachable(said, true));
        assertThat(reply(Stage.READER, said).outcome(READER, true)).isEqualTo(new Outcome.Deferred(said));
    }

    @ParameterizedTest(name = "a connection that breaks at {0} is {1}")
    @CsvSource({ "CONNECTING, Unreachable", "SENDER, Unreachable", "READER, Deferred", "DATA, Deferred",
        "HANDED_OVER, Unknown" })
    void aConnectionThatBreaksMayBeTriedAgainUntilTheMailIsHandedOver(Stage stage, String outcome) {
        assertThat(new Reply(stage, Reply.NONE, "closed").outcome(READER, false).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void theAnswerIsOneLineWithoutTheAddress() {
        assertThat(reply(Stage.READER, "550-5.1.1 <Anna@Example.org>:\r\n550 5.1.1 unknown, also as anna@mx.example\n")
                .outcome(READER, false).answer()).isEqualTo("550-5.1.1 <…>: 550 5.1.1 unknown, also as …");
        assertThat(reply(Stage.READER, "550 " + "x".repeat(2000)).outcome(READER, false).answer()).hasSize(500);
    }

    private static Reply reply(Stage stage, String said) {
        return new Reply(stage, Integer.parseInt(said.substring(0, 3)), said);
    }
}

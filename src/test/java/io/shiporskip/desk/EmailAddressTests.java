package io.shiporskip.desk;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({ "anna@example.org, anna@example.org", "' Anna.L+desk@EXAMPLE.org ', Anna.L+desk@example.org",
        "anna@bücher.example, anna@xn--bcher-kva.example", "o'neil@a-b.example, o'neil@a-b.example" })
    void anAddressIsTakenAsMailIsSentToIt(String typed, String address) {
        assertThat(EmailAddress.of(typed)).hasValueSatisfying(email -> assertThat(email.text()).isEqualTo(address));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "anna", "@example.org", "anna@", "anna@localhost", "an na@example.org",
        "anna@example.org\nBcc: all@example.org", "anna@exa mple.org", ".anna@example.org", "anna@-a.example",
        "anna@example.org,ben@example.org", "Anna <anna@example.org>" })
    void anythingElseIsNone(String typed) {
        assertThat(EmailAddress.of(typed)).isEmpty();
    }
}

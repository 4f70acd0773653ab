package io.shiporskip.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmailAddressTests {

    private static final String LABEL = "d".repeat(63);

    @ParameterizedTest
    @ValueSource(strings = { "anna@example.org", "a@b.co", "Anna.Berg@example.org", "anna+news@example.org",
        "anna_berg-1@sub.example.org", "o'neil@example.org", "!#$%&'*+-/=?^_`{|}~@example.org", "123@example.org",
        "anna@123.example", "anna@a-b.example", "anna@x1.y2.z3.example", "anna@example.xn--p1ai" })
    void aPlainAddressStaysAsItIs(String typed) {
        assertThat(parsed(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({ "Anna@EXAMPLE.Org, Anna@example.org", "'  anna@example.org  ', anna@example.org",
        "'\u00a0anna@example.org\u3000', anna@example.org", "anna@bücher.example, anna@xn--bcher-kva.example",
        "anna@BÜCHER.example, anna@xn--bcher-kva.example", "anna@bu\u0308cher.example, anna@xn--bcher-kva.example",
        "anna@straße.example, anna@xn--strae-oqa.example", "anna@xn--bcher-kva.example, anna@xn--bcher-kva.example",
        "anna@XN--BCHER-KVA.example, anna@xn--bcher-kva.example",
        "anna@пример.испытание, anna@xn--e1afmkfd.xn--80akhbyknj4f",
        "anna@例え.テスト, anna@xn--r8jz45g.xn--zckzah", "anna@مثال.إختبار, anna@xn--mgbh0fb.xn--kgbechtv",
        "anna@דוגמה.טעסט, anna@xn--6dbbec0c.xn--deba0ad", "anna@ｅｘａｍｐｌｅ．ｏｒｇ, anna@example.org",
        "anna@example。org, anna@example.org", "anna@☕.example, anna@xn--53h.example" })
    void aDomainIsWrittenInAsciiAndSmall(String typed, String address) {
        assertThat(parsed(typed)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "anna", "anna@", "@example.org", "anna@@example.org", "anna@berg@example.org",
        "anna@example", "anna@localhost", "anna@.example.org", "anna@example..org", "anna@example.org.",
        ".anna@example.org", "anna.@example.org", "anna..berg@example.org", "anna berg@example.org",
        "anna@exam ple.org", "anna @example.org", "anna@ example.org", "anna@-example.org", "anna@example-.org",
        "anna@exa_mple.org", "anna@example.org,ben@example.org", "anna@example.org;ben@example.org",
        "anna@example.org ben@example.org", "Anna <anna@example.org>", "<anna@example.org>",
        "\"anna\"@example.org", "\"anna berg\"@example.org", "anna@[192.0.2.1]", "anna@[IPv6:2001:db8::1]",
        "anna@192.0.2.1", "anna@example.123", "anna(comment)@example.org", "anna@example.org (Anna)",
        "anna@(comment)example.org", "friends: anna@example.org;", "mailto:anna@example.org", "änna@example.org",
        "☕@example.org", "ａnna@example.org", "anna＠example.org", "anna@example.org?subject=x", "anna@example.org/x",
        "anna@example.org#x", "anna@exam%ple.org", "anna\\@example.org", "anna@xn--a.example",
        "anna@xn--zzzzzz99999.example",
        "anna@ab--cd.example", "anna@a\u200bb.example", "anna@a\u00adb..example", "anna@\u0301a.example",
        "anna@a\u05d0.example", "anna@1\u05d0a.example", "anna@a\u200d.example", "anna@\ud800.example",
        "a:b@example.org",
        "@a.example:anna@example.org", "anna@example.org>", "anna@example.org\u0085" })
    void whatIsNoPlainAddressIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "\r\nBcc: ben@example.org", "\nBcc: ben@example.org", "\rBcc: ben@example.org", "\r\n", "\n",
                "\r", "\t", "\0", "\u000b", "\u000c", "\u0085", "\u2028", "\u2029", "\u007f", "\r\n\r\nHello" })
    void aLineBreakOrControlCharacterIsRefusedWhereverItStands(String injected) {
        assertThat(EmailAddress.parse("anna@example.org" + injected)).isEmpty();
        assertThat(EmailAddress.parse(injected + "anna@example.org")).isEmpty();
        assertThat(EmailAddress.parse("anna" + injected + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("anna@" + injected + "example.org")).isEmpty();
        assertThat(EmailAddress.parse("anna@example" + injected + ".org")).isEmpty();
        assertThat(EmailAddress.parse(" anna@example.org " + injected + " ")).isEmpty();
    }

    @Test
    void thePartBeforeTheAtHasAtMost64Characters() {
        assertThat(parsed("a".repeat(64) + "@example.org")).hasSize(64 + 12);
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
    }

    @Test
    void aLabelHasAtMost63Characters() {
        assertThat(parsed("anna@" + LABEL + ".example")).endsWith(".example");
        assertThat(EmailAddress.parse("anna@d" + LABEL + ".example")).isEmpty();
        // 60 letters that become more than 63 in ASCII.
        assertThat(EmailAddress.parse("anna@" + "ü".repeat(60) + ".example")).isEmpty();
    }

    @Test
    void theWholeHasAtMost254Characters() {
        String threeLabels = "@" + LABEL + "." + LABEL + "." + LABEL + ".";
        assertThat(parsed("a".repeat(57) + threeLabels + "abc")).hasSize(254 - 1);
        assertThat(parsed("a".repeat(58) + threeLabels + "abc")).hasSize(254);
        assertThat(EmailAddress.parse("a".repeat(59) + threeLabels + "abc")).isEmpty();
        assertThat(EmailAddress.parse("x".repeat(100_000) + "@example.org")).isEmpty();
    }

    @Test
    void capitalsMakeNoOtherAddress() {
        assertThat(EmailAddress.parse("ANNA@example.org").orElseThrow().key())
                .isEqualTo(EmailAddress.parse("anna@EXAMPLE.org").orElseThrow().key());
    }

    @Test
    void itsTextTellsNothing() {
        assertThat(EmailAddress.parse("anna@example.org").orElseThrow().toString()).doesNotContain("anna");
        assertThatThrownBy(() -> new EmailAddress("Anna <anna@example.org>"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("anna");
        assertThatThrownBy(() -> new EmailAddress("anna@EXAMPLE.org")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String parsed(String typed) {
        return EmailAddress.parse(typed).orElseThrow().value();
    }
}

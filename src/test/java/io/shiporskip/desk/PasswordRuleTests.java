package io.shiporskip.desk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRuleTests {

    private static final List<String> ANNA = List.of("Anna Lindström", "a.lindberg@news.example.org");

    @ParameterizedTest
    @ValueSource(strings = { "four loose words here", "correct donkey battery", "ab1cd2ef3gh4", "пароль-на-забаву" })
    void aLongPasswordThatNobodyGuessesWillDo(String password) {
        assertThat(PasswordRule.fault(password, ANNA)).isEmpty();
    }

    @Test
    void elevenCharactersAreTooFewAndTwelveAreEnough() {
        assertThat(PasswordRule.fault("qx7wz9kmplv", ANNA)).hasValueSatisfying(
                fault -> assertThat(fault).contains("at least 12").contains("has 11"));
        assertThat(PasswordRule.fault("qx7wz9kmplvd", ANNA)).isEmpty();
        assertThat(PasswordRule.fault("🚢🛟⚓🌊🐬🐳🐙🦀🦑🐚🏝🧭", ANNA)).as("characters, not code units").isEmpty();
        assertThat(PasswordRule.fault("🚢🛟⚓🌊🐬🐳🐙", ANNA)).isPresent();
    }

    @Test
    void aBookIsTooMuch() {
        assertThat(PasswordRule.fault("abcdef ".repeat(29), ANNA)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "password1234", "PASSWORD1234", "Password123456!!!", "correcthorsebatterystaple",
        "123456789012", "qwertyuiop123", "iloveyou2026!", "aaaaaaaaaaaa", "abababababab" })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThat(PasswordRule.fault(password, ANNA)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "we call her anna today", "LINDSTROM goes sailing", "mail to lindberg now",
        "my example of one" })
    void whatOthersKnowOfTheOwnerIsRefused(String password) {
        assertThat(PasswordRule.fault(password, ANNA)).hasValueSatisfying(
                fault -> assertThat(fault).contains("name"));
    }

    @Test
    void aShortPartOfTheAddressMayStandInIt() {
        assertThat(PasswordRule.fault("organic pears at noon", List.of("Bo", "bo@a.org"))).isEmpty();
    }
}

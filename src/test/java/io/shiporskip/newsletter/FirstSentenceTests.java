package io.shiporskip.newsletter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FirstSentenceTests {

    @Test
    void itIsTheFirstSentenceWithoutMarks() {
        assertThat(FirstSentence.of("It *ships* a diff. Then it waits.")).isEqualTo("It ships a diff.");
        assertThat(FirstSentence.of("## Head\n\nOne\nline here. Two.")).isEqualTo("Head One line here.");
        assertThat(FirstSentence.of("No full stop")).isEqualTo("No full stop");
    }

    @Test
    void numbersAndVersionsEndNoSentence() {
        assertThat(FirstSentence.of("Version 3.1 costs $0.15 a call. So what?"))
                .isEqualTo("Version 3.1 costs $0.15 a call.");
    }

    @Test
    void aLongSentenceEndsAfterAWholeWord() {
        String sentence = FirstSentence.of("word ".repeat(100));

        assertThat(sentence).hasSizeLessThanOrEqualTo(FirstSentence.LONGEST + 2).endsWith("word …");
    }

    @Test
    void aWordWithoutEndIsCut() {
        assertThat(FirstSentence.of("x".repeat(1000))).isEqualTo("x".repeat(120) + " …");
    }
}

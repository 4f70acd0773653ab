package io.shiporskip.newsletter;

import io.shiporskip.newsletter.EditionContent.Item;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class EditionContentTests {

    @Test
    void theHeadlineNamesTwoToolsAndCountsTheOthers() {
        assertThat(headline(0, "Devin")).isEqualTo("Devin: Ship");
        assertThat(headline(0, "Devin", "Aider")).isEqualTo("Devin: Ship, Aider: Ship");
        assertThat(headline(0, "Devin", "Aider", "Cline"))
                .isEqualTo("Devin: Ship, Aider: Ship and 1 more verdict");
        assertThat(headline(20, "Devin", "Aider", "Cline"))
                .isEqualTo("Devin: Ship, Aider: Ship and 21 more verdicts");
    }

    @Test
    void aLongNameEndsAfterAWholeWordOrBetweenCharacters() {
        assertThat(headline(0, "Cursor v0.50 – Background Agent & Codebase Refactoring"))
                .isEqualTo("Cursor v0.50 – Background Agent…: Ship");
        assertThat(headline(0, "🚀".repeat(60))).isEqualTo("🚀".repeat(40) + "…: Ship");
        assertThat(headline(0, "🚀".repeat(40))).isEqualTo("🚀".repeat(40) + ": Ship");
    }

    @Test
    void aToolOnWhichNobodyHasSpokenHasNoStamp() {
        Item silent = item("Devin", "none");

        assertThat(silent.stamp()).isEmpty();
        assertThat(new EditionContent(List.of(silent), 0, null, null).headline()).isEqualTo("Devin");
    }

    private static String headline(int more, String... names) {
        return new EditionContent(Stream.of(names).map(name -> item(name, "ship")).toList(), more, null, null)
                .headline();
    }

    private static Item item(String name, String outcome) {
        return new Item("/tools/x", name, "Coding agent by Cognition", "Does it all", outcome, "Ship", "80", "New here",
                List.of());
    }
}

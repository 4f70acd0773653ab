package io.shiporskip.panel;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.LocalDate;

/**
 * A statement with a date in a take, kept so that somebody comes back to it.
 *
 * @param statement what is claimed
 * @param dueOn the day by which it has to be true
 * @param outcome how it turned out
 */
@Embeddable
public record Claim(String statement, @Column(name = "due_on") LocalDate dueOn,
        @Enumerated(EnumType.STRING) ClaimOutcome outcome) {

    /** The longest statement, in characters: one sentence. */
    public static final int MAX_STATEMENT = 400;

    public Claim {
        if (statement.length() > MAX_STATEMENT) {
            throw new IllegalArgumentException("a claim has at most " + MAX_STATEMENT + " characters");
        }
    }

    /** How a claim turned out. */
    public enum ClaimOutcome {

        OPEN("Open"), HELD("Held"), FAILED("Failed");

        private final String label;

        ClaimOutcome(String label) {
            this.label = label;
        }

        /** The word that a page shows. */
        public String label() {
            return label;
        }
    }
}

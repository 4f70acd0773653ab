package io.shiporskip.panel;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What one reviewer gives one tool, without the reasons.
 *
 * @param toolId the tool
 * @param reviewer the reviewer's slug
 * @param name the role: "Builder"
 * @param verdict ship or skip
 * @param score 0 to 100, or nothing
 */
public record Mark(UUID toolId, String reviewer, String name, Verdict verdict, @Nullable Integer score) {

    /** What a take gives. */
    public static Mark of(TakeView take) {
        return new Mark(take.toolId(), take.reviewer().slug(), take.reviewer().name(), take.verdict(), take.score());
    }

    /** "Builder 84", or "Builder (no score)". */
    public String text() {
        return score == null ? name + " (no score)" : name + " " + score;
    }
}

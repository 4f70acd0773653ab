package io.shiporskip.editorial;

import io.shiporskip.panel.TakeContent;
import io.shiporskip.panel.Verdict;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a reviewer gives a tool, without the reasons.
 *
 * @param reviewer the reviewer's slug
 * @param verdict ship or skip
 * @param score 0 to 100, or nothing
 */
public record Given(String reviewer, Verdict verdict, @Nullable Integer score) {

    /** What the takes of a dossier give. */
    static List<Given> in(Dossier dossier) {
        return dossier.takes().stream().map(Given::of).toList();
    }

    private static Given of(TakeContent take) {
        return new Given(take.reviewer().value(), take.verdict(), take.score());
    }

    /** "ship 84", or "ship without a score". */
    public String text() {
        return verdict.word() + (score == null ? " without a score" : " " + score);
    }
}

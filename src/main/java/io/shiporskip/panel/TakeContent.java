package io.shiporskip.panel;

import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A take as a reviewer writes it.
 *
 * @param reviewer the reviewer's slug
 * @param verdict ship or skip
 * @param score 0 to 100, or nothing where the reviewer gives none
 * @param text the reasons, in Markdown
 * @param writtenOn the day
 * @param basis what it rests on
 * @param claims statements with a date
 */
public record TakeContent(Slug reviewer, Verdict verdict, @Nullable Integer score, String text, LocalDate writtenOn,
        Basis basis, List<Claim> claims) {

    /** The longest text, in characters: an essay, and far from what would make a page slow. */
    public static final int MAX_TEXT = 20_000;

    public TakeContent {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("a take has at most 20,000 characters");
        }
        if (score != null && (score < 0 || score > 100)) {
            throw new IllegalArgumentException("a score lies between 0 and 100: " + score);
        }
        claims = List.copyOf(claims);
    }
}

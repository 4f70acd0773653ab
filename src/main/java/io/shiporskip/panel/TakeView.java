package io.shiporskip.panel;

import io.shiporskip.shared.Markdown;
import io.shiporskip.shared.Slug;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One reviewer's take on one tool.
 *
 * @param toolId the tool
 * @param reviewer who speaks
 * @param verdict ship or skip
 * @param score 0 to 100, or nothing
 * @param text the reasons, in Markdown
 * @param writtenOn the day
 * @param basis what it rests on
 * @param claims statements with a date
 */
public record TakeView(UUID toolId, ReviewerView reviewer, Verdict verdict, @Nullable Integer score, String text,
        LocalDate writtenOn, Basis basis, List<Claim> claims) {

    /** The reasons as safe HTML. */
    public String html() {
        return Markdown.toHtml(text);
    }

    /** The take as its reviewer wrote it. */
    public TakeContent content() {
        return new TakeContent(new Slug(reviewer.slug()), verdict, score, text, writtenOn, basis, claims);
    }
}
